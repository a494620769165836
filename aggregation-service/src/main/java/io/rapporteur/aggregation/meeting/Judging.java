package io.rapporteur.aggregation.meeting;

import static io.rapporteur.aggregation.meeting.Judgements.changed;
import static io.rapporteur.aggregation.meeting.Judgements.judged;
import static io.rapporteur.aggregation.meeting.Judgements.on;
import static io.rapporteur.aggregation.meeting.Judgements.open;
import static io.rapporteur.aggregation.meeting.Judgements.tried;
import static io.rapporteur.aggregation.meeting.Judgements.whole;

import io.rapporteur.schemas.http.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What may be done with the draft and its entries on a meeting as it stands, and what then happens.
 * Pure: the same meeting and request always give the same.
 */
public final class Judging {

  private Judging() {}

  /** Proposes entries at the end of the draft; they get their numbers. */
  public static Function<Meeting, Judgement> proposing(List<Card> cards) {
    return open(
        meeting ->
            judged(
                DraftPolicy.proposing(meeting, cards),
                new Step.Proposed(Numbering.of(meeting, cards))));
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
              seen.map(revision -> touched(meeting, decisions, revision)).orElse(List.of());
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
              Decision next = Numbering.of(standing, decision);
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
                            correction.instead().map(d -> Numbering.of(meeting, d)),
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

  /** Entries that decisions touch and that have changed since. */
  private static List<String> touched(Meeting meeting, List<Decision> decisions, int seen) {
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
}
