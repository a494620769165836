package io.rapporteur.aggregation.meeting;

import static java.util.Objects.requireNonNull;

import io.rapporteur.aggregation.meeting.Entry.Picture;
import io.rapporteur.aggregation.meeting.Meeting.Circulation;
import io.rapporteur.aggregation.meeting.Meeting.Look;
import io.rapporteur.aggregation.meeting.Meeting.Made;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes counted steps, one after the other. A step counts only on the meeting that it was judged
 * on, so that nothing is judged again here. Not thread-safe.
 */
final class MeetingFold {

  private final String consultation;
  private int revision;
  private final Map<String, Entry> entries;
  private final List<String> order;
  private final List<Circulation> circulations;
  private final Map<Integer, Statement> statements;
  private final Map<Integer, Statement> shown;
  private Optional<Adopted> adopted;
  private final Map<String, Made> made;
  private Optional<Look> look;

  MeetingFold(Meeting from) {
    consultation = from.consultation();
    revision = from.revision();
    entries = new LinkedHashMap<>();
    from.all().forEach(entry -> entries.put(entry.id(), entry));
    order = new ArrayList<>(from.order());
    circulations = new ArrayList<>(from.circulations());
    statements = new TreeMap<>(from.bothStatements().all());
    shown = new TreeMap<>(from.bothStatements().shown());
    adopted = from.adopted();
    made = new HashMap<>(from.made());
    look = from.look();
  }

  Meeting meeting() {
    return new Meeting(
        consultation,
        revision,
        entries,
        order,
        circulations,
        new Meeting.Statements(statements, shown),
        adopted,
        made,
        look);
  }

  void take(Step step) {
    revision = step.number();
    made.put(step.requestId(), new Made(step.number(), step.requestDigest()));
    switch (step.fact()) {
      case Step.Proposed(List<Card> cards) -> {
        for (Card card : cards) {
          born(card, Optional.empty(), order.size());
        }
      }
      case Step.Revised(Card card) -> change(card.entry(), e -> e.revised(card, revision));
      case Step.Withdrawn(String entry, String reason) ->
          change(entry, e -> e.withdrawn(reason, revision));
      case Step.Ordered(List<String> next) -> {
        List<String> rest = new ArrayList<>(order);
        rest.removeAll(next);
        order.clear();
        order.addAll(next);
        order.addAll(rest);
      }
      case Step.Circulated circulated -> circulate(circulated, step.at());
      case Step.Decisions(List<Decision> decisions, Instant decidedAt, boolean show) -> {
        List<String> touched = new ArrayList<>();
        for (Decision decision : decisions) {
          touched.add(decide(decision, decidedAt, step));
        }
        if (show) {
          show(touched, step.at());
        }
      }
      case Step.Corrected corrected -> {
        change(
            corrected.entry(),
            e -> e.corrected(corrected.corrects(), revision, corrected.reason()));
        corrected.instead().ifPresent(d -> decide(d, corrected.decidedAt(), step));
      }
      case Step.Shown(List<String> ids, boolean whole) -> {
        show(ids, step.at());
        if (whole) {
          showStatements(Optional.empty());
        }
      }
      case Step.Stated(Statement statement, Optional<Integer> corrects, boolean show) -> {
        int id = corrects.orElse(revision);
        Statement recorded = statement.recorded(id, step.at());
        statements.put(id, recorded);
        if (show) {
          shown.put(id, recorded);
          looked(step.at());
        }
      }
      case Step.TakenBack(int statement, String reason) -> statements.remove(statement);
      case Step.ListAdopted(String language, Instant adoptedAt) ->
          adopted = Optional.of(list(language, adoptedAt));
      case Step.Followed(String language, List<String> texts) ->
          adopted = adopted.map(list -> list.followed(language, texts));
      case Step.ListCorrected corrected ->
          adopted = adopted.map(list -> list.corrected(corrected, step.at()));
    }
  }

  private void looked(Instant at) {
    look = Optional.of(new Look(at, List.copyOf(order)));
  }

  private interface Change {
    Entry of(Entry entry);
  }

  private void change(String id, Change change) {
    entries.put(id, change.of(requireNonNull(entries.get(id), id)));
  }

  private void born(Card card, Optional<String> parent, int place) {
    entries.put(card.entry(), Entry.of(card, entries.size() + 1, revision, parent));
    order.add(place, card.entry());
  }

  /** Answers the entry that it is on. */
  private String decide(Decision decision, Instant decidedAt, Step step) {
    String id = decision.entry();
    var decided =
        new Decided(revision, decision, decidedAt, step.at(), step.by(), Optional.empty());
    switch (decision.kind()) {
      case NEW_FROM_THE_FLOOR -> born(decision.parts().getFirst(), Optional.empty(), order.size());
      case SPLIT -> {
        int place = order.indexOf(id) + 1;
        for (Card part : decision.parts()) {
          born(part, Optional.of(id), place++);
        }
      }
      case MERGED -> change(decision.into().orElseThrow(), e -> e.touched(revision));
      default -> {
        // It is on this entry alone.
      }
    }
    change(id, e -> e.decided(decided));
    return id;
  }

  private void circulate(Step.Circulated act, Instant at) {
    Meeting now = meeting();
    Set<String> changed = new LinkedHashSet<>();
    for (Entry entry : now.all()) {
      if (now.gone(entry)) {
        if (entry.withdrawn().isPresent()) {
          change(entry.id(), e -> e.pictured(Optional.empty()));
        }
      } else if (entry.picture().isPresent() || isOfTheDraft(entry)) {
        Optional<Picture> before = entry.picture();
        Picture next = circulated(entry);
        boolean same =
            before
                .filter(b -> b.wording().equals(next.wording()))
                .filter(b -> b.sources().equals(next.sources()))
                .isPresent();
        if (!same) {
          changed.add(entry.id());
        }
        change(entry.id(), e -> e.pictured(Optional.of(next)));
      }
    }
    looked(at);
    Map<String, Wording> texts = new LinkedHashMap<>();
    meeting()
        .pictures()
        .forEach(entry -> texts.put(entry.id(), entry.picture().orElseThrow().wording()));
    circulations.add(
        new Circulation(act.version(), at, act.note(), act.commentsUntil(), changed, texts));
  }

  private static boolean isOfTheDraft(Entry entry) {
    return entry.parent().isEmpty() && !entry.fromTheFloor();
  }

  /** The text that is proposed; what is decided and has not been shown does not shine through. */
  private Picture circulated(Entry entry) {
    List<Decided> seen = entry.picture().map(Picture::decisions).orElse(List.of());
    if (!entry.hides()) {
      return new Picture(
          revision, entry.wordingStep(), entry.wording(), entry.card().sources(), seen);
    }
    return entry
        .picture()
        .filter(picture -> !seen.isEmpty())
        .orElseGet(
            () ->
                new Picture(
                    revision,
                    entry.cardStep(),
                    entry.card().wording(),
                    entry.card().sources(),
                    seen));
  }

  private void show(List<String> ids, Instant at) {
    Meeting now = meeting();
    for (String id : ids) {
      Entry entry = now.entry(id).orElseThrow();
      change(
          id,
          e ->
              e.pictured(
                  now.gone(entry)
                      ? Optional.empty()
                      : Optional.of(
                          new Picture(
                              revision,
                              e.wordingStep(),
                              e.wording(),
                              e.card().sources(),
                              e.decisions()))));
      for (Entry part : now.parts(entry)) {
        if (part.picture().isEmpty() && !ids.contains(part.id())) {
          Card card = part.card();
          change(
              part.id(),
              e ->
                  e.pictured(
                      Optional.of(
                          new Picture(
                              revision,
                              part.cardStep(),
                              card.wording(),
                              card.sources(),
                              List.of()))));
        }
      }
      showStatements(Optional.of(id));
    }
    looked(at);
  }

  private void showStatements(Optional<String> on) {
    shown.values().removeIf(s -> s.entry().equals(on));
    statements.forEach(
        (id, statement) -> {
          if (statement.entry().equals(on)) {
            shown.put(id, statement);
          }
        });
  }

  private Adopted list(String language, Instant adoptedAt) {
    List<Adopted.Item> items = new ArrayList<>();
    for (Entry entry : meeting().entries()) {
      if (entry.standing().filter(Kind::agreed).isPresent()) {
        Map<String, String> agreed = entry.wording().texts();
        requireNonNull(agreed.get(language), entry.id());
        items.add(new Adopted.Item(items.size() + 1, entry.id(), agreed, agreed.keySet()));
      }
    }
    return new Adopted(language, adoptedAt, items, List.of());
  }
}
