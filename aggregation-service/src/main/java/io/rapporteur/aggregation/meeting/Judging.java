package io.rapporteur.aggregation.meeting;

import io.rapporteur.schemas.http.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What may be done on a meeting as it stands, and what then happens. Pure: the same meeting and
 * request always give the same.
 */
public final class Judging {

  private Judging() {}

  /** Proposes entries at the end of the draft; they get their numbers. */
  public static Function<Meeting, Judgement> proposing(List<Card> cards) {
    return open(
        meeting ->
            judged(
                DraftPolicy.proposing(meeting, cards),
                new Step.Proposed(numbered(meeting, cards))));
  }

  /**
   * Revises an entry.
   *
   * @param seen revision of the meeting that the caller has seen
   */
  public static Function<Meeting, Judgement> revising(Card card, int seen) {
    return open(
        meeting ->
            on(
                meeting,
                card.entry(),
                seen,
                entry ->
                    judged(DraftPolicy.revising(meeting, entry, card), new Step.Revised(card))));
  }

  /** Takes an entry out of the draft. */
  public static Function<Meeting, Judgement> withdrawing(String id, String reason, int seen) {
    return open(
        meeting ->
            on(
                meeting,
                id,
                seen,
                entry ->
                    judged(
                        DraftPolicy.withdrawing(meeting, entry), new Step.Withdrawn(id, reason))));
  }

  /** Puts the entries in another order. */
  public static Function<Meeting, Judgement> ordering(List<String> order, int seen) {
    return open(
        meeting ->
            whole(
                meeting,
                seen,
                () -> judged(DraftPolicy.ordering(meeting, order), new Step.Ordered(order))));
  }

  /**
   * Circulates the draft as it stands.
   *
   * @param commentsUntil last instant at which comments on it are in time
   */
  public static Function<Meeting, Judgement> circulating(
      Optional<String> note, Optional<Instant> commentsUntil, int seen) {
    return open(
        meeting ->
            whole(
                meeting,
                seen,
                () -> {
                  int version =
                      meeting.circulation().map(Meeting.Circulation::version).orElse(0) + 1;
                  var act = new Step.Circulated(version, note, commentsUntil, List.of());
                  return judged(
                      DraftPolicy.circulating(meeting),
                      new Step.Circulated(
                          version, note, commentsUntil, DraftPolicy.circulated(meeting, act)));
                }));
  }

  /**
   * Decides, all or nothing.
   *
   * @param shown whether it is shown in the same act
   * @param seen empty if what the caller has seen does not matter
   */
  public static Function<Meeting, Judgement> deciding(
      List<Decision> decisions, Instant decidedAt, boolean shown, Optional<Integer> seen) {
    return open(
        meeting -> {
          List<String> changed =
              seen.map(revision -> changed(meeting, decisions, revision)).orElse(List.of());
          if (!changed.isEmpty()) {
            return changed(meeting, changed);
          }
          Meeting standing = meeting;
          List<Decision> numbered = new ArrayList<>();
          List<Fault> faults = new ArrayList<>();
          for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i);
            List<Fault> found =
                once(numbered, decision)
                    .map(List::of)
                    .orElse(DecidingPolicy.deciding(standing, decision, decidedAt));
            if (found.isEmpty()) {
              Decision next = numbered(standing, decision);
              numbered.add(next);
              standing = tried(standing, new Step.Decisions(List.of(next), decidedAt, false));
            }
            String path = "decisions[" + i + "].";
            found.forEach(fault -> faults.add(fault.within(path)));
          }
          if (faults.isEmpty() && shown) {
            List<String> entries = numbered.stream().map(Decision::entry).distinct().toList();
            faults.addAll(ShowingPolicy.showing(standing, new Step.Shown(entries, false)));
          }
          return judged(faults, new Step.Decisions(numbered, decidedAt, shown));
        });
  }

  /** In a block each entry is decided on once, so that one step says one thing of it. */
  private static Optional<Fault> once(List<Decision> before, Decision decision) {
    return before.stream().anyMatch(d -> d.entry().equals(decision.entry()))
        ? Optional.of(Fault.of("entry", decision.entry(), "each entry once in a block"))
        : Optional.empty();
  }

  /** Corrects the last decision on an entry. */
  public static Function<Meeting, Judgement> correcting(Step.Corrected correction, int seen) {
    return open(
        meeting ->
            on(
                meeting,
                correction.entry(),
                seen,
                entry ->
                    judged(
                        DecidingPolicy.correcting(meeting, correction),
                        new Step.Corrected(
                            correction.entry(),
                            correction.corrects(),
                            correction.reason(),
                            correction.instead().map(d -> numbered(meeting, d)),
                            correction.decidedAt()))));
  }

  /**
   * Shows entries as they stand.
   *
   * @param what empty for all that others do not see yet
   */
  public static Function<Meeting, Judgement> showing(Optional<Step.Shown> what) {
    return meeting -> {
      Step.Shown shown = what.orElseGet(() -> ShowingPolicy.everything(meeting));
      return judged(ShowingPolicy.showing(meeting, shown), shown);
    };
  }

  /** Records a statement, also after the list was adopted. */
  public static Function<Meeting, Judgement> stating(Step.Stated stated) {
    return meeting -> {
      List<Fault> faults = new ArrayList<>();
      Optional<Entry> entry = stated.statement().entry().flatMap(meeting::entry);
      if (stated.statement().entry().isPresent() && entry.filter(e -> !meeting.gone(e)).isEmpty()) {
        faults.add(
            Fault.of("entry", stated.statement().entry().get(), "an entry that stands, or none"));
      }
      if (stated.shown() && entry.filter(e -> e.picture().isEmpty()).isPresent()) {
        faults.add(
            Fault.of("shown", "true", "an entry that others see; show it first, or with it"));
      }
      stated
          .corrects()
          .filter(id -> meeting.statements().stream().noneMatch(s -> s.id() == id))
          .ifPresent(
              id -> faults.add(Fault.of("corrects", Integer.toString(id), "a statement's id")));
      return judged(faults, stated);
    };
  }

  /** Takes a statement back. */
  public static Function<Meeting, Judgement> takingBack(int statement, String reason) {
    return meeting ->
        meeting.statements().stream().anyMatch(s -> s.id() == statement)
            ? new Judgement.Done(new Step.TakenBack(statement, reason))
            : new Judgement.Refused(new MeetingOutcome.NothingThere());
  }

  /** Adopts the list. */
  public static Function<Meeting, Judgement> adopting(
      String language, Instant adoptedAt, int seen) {
    return open(
        meeting ->
            whole(
                meeting,
                seen,
                () ->
                    judged(
                        AdoptingPolicy.adopting(meeting, language),
                        new Step.ListAdopted(language, adoptedAt))));
  }

  /** Gives the adopted list in a further language. */
  public static Function<Meeting, Judgement> following(
      String language, List<String> texts, int seen) {
    return meeting ->
        meeting
            .adopted()
            .map(
                adopted ->
                    whole(
                        meeting,
                        seen,
                        () ->
                            judged(
                                AdoptingPolicy.following(adopted, language, texts),
                                new Step.Followed(language, texts))))
            .orElseGet(() -> new Judgement.Refused(new MeetingOutcome.NothingThere()));
  }

  /** The meeting as it would be after a fact; for judging what comes after it. */
  static Meeting tried(Meeting meeting, Step.Fact fact) {
    return meeting.after(
        List.of(
            new Step(
                meeting.consultation(),
                meeting.revision() + 1,
                "",
                "",
                Instant.EPOCH,
                "",
                "",
                fact)));
  }

  private static Function<Meeting, Judgement> open(Function<Meeting, Judgement> judging) {
    return meeting ->
        meeting.adopted().isPresent()
            ? new Judgement.Refused(new MeetingOutcome.Closed())
            : judging.apply(meeting);
  }

  private static Judgement judged(List<Fault> faults, Step.Fact fact) {
    return faults.isEmpty()
        ? new Judgement.Done(fact)
        : new Judgement.Refused(new MeetingOutcome.Faulty(faults));
  }

  private interface Then {
    Judgement judge();
  }

  private static Judgement whole(Meeting meeting, int seen, Then then) {
    return meeting.revision() == seen ? then.judge() : changed(meeting, List.of());
  }

  private static Judgement on(
      Meeting meeting, String id, int seen, Function<Entry, Judgement> then) {
    Optional<Entry> entry = meeting.entry(id);
    if (entry.isEmpty()) {
      return new Judgement.Refused(new MeetingOutcome.NothingThere());
    }
    return seen > meeting.revision() || entry.get().touched() > seen
        ? changed(meeting, List.of(id))
        : then.apply(entry.get());
  }

  private static Judgement changed(Meeting meeting, List<String> entries) {
    return new Judgement.Refused(new MeetingOutcome.Changed(meeting.revision(), entries));
  }

  /** Entries that decisions touch and that have changed since. */
  private static List<String> changed(Meeting meeting, List<Decision> decisions, int seen) {
    List<String> changed = new ArrayList<>();
    for (Decision decision : decisions) {
      List<String> touched = new ArrayList<>(List.of(decision.entry()));
      decision.into().ifPresent(touched::add);
      touched.stream()
          .map(meeting::entry)
          .flatMap(Optional::stream)
          .filter(entry -> seen > meeting.revision() || entry.touched() > seen)
          .map(Entry::id)
          .filter(id -> !changed.contains(id))
          .forEach(changed::add);
    }
    return changed;
  }

  private static List<Card> numbered(Meeting meeting, List<Card> cards) {
    List<Card> numbered = new ArrayList<>();
    for (Card card : cards) {
      numbered.add(card.numbered(meeting.id(meeting.nextNumber() + numbered.size())));
    }
    return numbered;
  }

  /** Its new entries with their numbers; parts that name no items have those of the whole. */
  private static Decision numbered(Meeting meeting, Decision decision) {
    List<String> inherited =
        meeting.entry(decision.entry()).map(e -> e.card().sources()).orElse(List.of());
    List<Card> parts =
        numbered(
            meeting,
            decision.parts().stream()
                .map(
                    part ->
                        part.sources().isEmpty()
                            ? new Card("", part.wording(), inherited, true)
                            : part)
                .toList());
    boolean fresh = decision.kind() == Kind.NEW_FROM_THE_FLOOR;
    return new Decision(
        fresh ? Objects.requireNonNull(parts.getFirst()).entry() : decision.entry(),
        decision.kind(),
        decision.wording(),
        decision.into(),
        parts,
        decision.note());
  }
}
