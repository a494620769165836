package io.rapporteur.aggregation.meeting;

import static io.rapporteur.aggregation.meeting.Judgements.judged;

import io.rapporteur.schemas.http.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Recording what participants state, on an entry or on the whole. Pure, as {@link Judging}. */
public final class Stating {

  private Stating() {}

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
}
