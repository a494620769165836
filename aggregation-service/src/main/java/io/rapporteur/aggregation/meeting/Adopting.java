package io.rapporteur.aggregation.meeting;

import static io.rapporteur.aggregation.meeting.Judgements.judged;
import static io.rapporteur.aggregation.meeting.Judgements.open;
import static io.rapporteur.aggregation.meeting.Judgements.whole;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Adopting the list, and what follows: texts of further languages, and corrections, each an act of
 * its own that leaves in the log what it corrects. Pure, as {@link Judging}.
 */
public final class Adopting {

  private Adopting() {}

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
    return adopted(
        seen,
        adopted ->
            judged(
                AdoptingPolicy.following(adopted, language, texts),
                new Step.Followed(language, texts)));
  }

  /** Corrects texts of the adopted list; the correction gets the next number. */
  public static Function<Meeting, Judgement> correcting(
      List<Step.CorrectText> texts, String reason, int seen) {
    return adopted(
        seen,
        adopted ->
            judged(
                AdoptingPolicy.correcting(adopted, texts),
                new Step.ListCorrected(adopted.corrections().size() + 1, reason, texts)));
  }

  private static Function<Meeting, Judgement> adopted(
      int seen, Function<Adopted, Judgement> judging) {
    return meeting ->
        meeting
            .adopted()
            .map(adopted -> whole(meeting, seen, () -> judging.apply(adopted)))
            .orElseGet(() -> new Judgement.Refused(new MeetingOutcome.NothingThere()));
  }
}
