package io.rapporteur.comments.kafka;

import io.rapporteur.comments.comment.CirculatedDraft;
import io.rapporteur.events.CirculatedEntry;
import io.rapporteur.events.DecisionCorrected;
import io.rapporteur.events.DecisionEvent;
import io.rapporteur.events.DecisionKind;
import io.rapporteur.events.DecisionsShown;
import io.rapporteur.events.DraftCirculated;
import io.rapporteur.events.EntriesDecided;
import io.rapporteur.events.EntriesProposed;
import io.rapporteur.events.EntryDecision;
import io.rapporteur.events.EntryRevised;
import io.rapporteur.events.ListAdopted;
import io.rapporteur.events.MeetingEntry;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the desk must know of a meeting: which entries were circulated with which texts, and since
 * when others see that an entry is settled. It is folded from counted events; who may decide what
 * is judged before they are written. Not thread-safe while it is folded.
 */
final class CirculatedDrafts {

  /** After these nothing is settled. */
  private static final Set<DecisionKind> UNSETTLED =
      EnumSet.of(
          DecisionKind.OPENED,
          DecisionKind.NEW_FROM_THE_FLOOR,
          DecisionKind.DEFERRED,
          DecisionKind.REOPENED);

  /** Texts by the revision that made them, then by entry. */
  private final Map<Integer, Map<String, Map<String, String>>> texts = new HashMap<>();

  /** What was circulated, by version of the draft. */
  private final TreeMap<Integer, DraftCirculated> versions = new TreeMap<>();

  /** In which versions each entry was. */
  private final Map<String, Set<Integer>> holding = new HashMap<>();

  /** Decisions that stand, by the revision that recorded them. */
  private final Map<String, TreeMap<Integer, DecisionKind>> decisions = new HashMap<>();

  private final Map<String, Instant> settledAt = new HashMap<>();
  private Optional<Instant> adoptedAt = Optional.empty();

  /** Folds the counted events of one meeting, in their order. */
  CirculatedDrafts(List<DecisionEvent> events) {
    events.forEach(this::take);
  }

  private void take(DecisionEvent event) {
    int revision = event.getRevision();
    switch (event.getFact()) {
      case EntriesProposed proposed -> proposed.getEntries().forEach(card -> card(revision, card));
      case EntryRevised revised -> card(revision, revised.getCard());
      case DraftCirculated circulated -> {
        versions.put(circulated.getVersion(), circulated);
        for (CirculatedEntry each : circulated.getEntries()) {
          holding
              .computeIfAbsent(each.getEntry(), id -> new TreeSet<>())
              .add(circulated.getVersion());
        }
      }
      case EntriesDecided decided -> {
        for (EntryDecision decision : decided.getDecisions()) {
          decide(revision, decision);
          if (decided.getShown()) {
            show(decision.getEntry(), event.getReceivedAt());
          }
        }
      }
      case DecisionCorrected corrected -> {
        of(corrected.getEntry()).remove(corrected.getCorrects());
        if (corrected.getDecision() != null) {
          decide(revision, corrected.getDecision());
        }
      }
      case DecisionsShown shown ->
          shown.getEntries().forEach(entry -> show(entry, event.getReceivedAt()));
      case ListAdopted adopted -> adoptedAt = Optional.of(event.getReceivedAt());
      default -> {
        // Order, statements and languages change nothing for who comments.
      }
    }
  }

  private void card(int revision, MeetingEntry card) {
    text(revision, card.getEntry(), card.getTexts());
  }

  /** Of one revision the first text of an entry is the one that it was born with. */
  private void text(int revision, String entry, Map<String, String> text) {
    texts.computeIfAbsent(revision, r -> new HashMap<>()).putIfAbsent(entry, text);
  }

  private void decide(int revision, EntryDecision decision) {
    of(decision.getEntry()).put(revision, decision.getKind());
    decision.getParts().forEach(part -> card(revision, part));
    if (decision.getLanguage() != null) {
      text(revision, decision.getEntry(), decision.getTexts());
    }
  }

  private NavigableMap<Integer, DecisionKind> of(String entry) {
    return decisions.computeIfAbsent(entry, id -> new TreeMap<>());
  }

  private void show(String entry, Instant at) {
    var last = of(entry).lastEntry();
    if (last == null || UNSETTLED.contains(last.getValue())) {
      settledAt.remove(entry);
    } else {
      settledAt.putIfAbsent(entry, at);
    }
  }

  /** The draft as it was circulated last; empty if it never was. */
  Optional<CirculatedDraft> draft() {
    if (versions.isEmpty()) {
      return Optional.empty();
    }
    DraftCirculated last = versions.lastEntry().getValue();
    Map<String, CirculatedDraft.Entry> entries = new LinkedHashMap<>();
    for (CirculatedEntry each : last.getEntries()) {
      entries.put(
          each.getEntry(),
          new CirculatedDraft.Entry(
              holding.getOrDefault(each.getEntry(), Set.of()),
              Optional.ofNullable(settledAt.get(each.getEntry()))));
    }
    return Optional.of(
        new CirculatedDraft(
            last.getVersion(), Optional.ofNullable(last.getCommentsUntil()), entries, adoptedAt));
  }

  /** What a version says of an entry in a language; empty if it is not there. */
  Optional<String> text(String entry, int version, String language) {
    return Optional.ofNullable(versions.get(version)).stream()
        .flatMap(circulated -> circulated.getEntries().stream())
        .filter(each -> each.getEntry().equals(entry))
        .findFirst()
        .flatMap(each -> Optional.ofNullable(texts.get(each.getText())))
        .flatMap(made -> Optional.ofNullable(made.get(entry)))
        .map(text -> text.get(language));
  }
}
