package io.rapporteur.aggregation.meeting;

import io.rapporteur.schemas.http.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What every judgement has in common: on which meeting it is made, and what is refused before it.
 */
final class Judgements {

  private Judgements() {}

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

  static Function<Meeting, Judgement> open(Function<Meeting, Judgement> judging) {
    return meeting ->
        meeting.adopted().isPresent()
            ? new Judgement.Refused(new MeetingOutcome.Closed())
            : judging.apply(meeting);
  }

  static Judgement judged(List<Fault> faults, Step.Fact fact) {
    return faults.isEmpty()
        ? new Judgement.Done(fact)
        : new Judgement.Refused(new MeetingOutcome.Faulty(faults));
  }

  interface Then {
    Judgement judge();
  }

  static Judgement whole(Meeting meeting, int seen, Then then) {
    return meeting.revision() == seen ? then.judge() : changed(meeting, List.of());
  }

  static Judgement on(Meeting meeting, String id, int seen, Function<Entry, Judgement> then) {
    Optional<Entry> entry = meeting.entry(id);
    if (entry.isEmpty()) {
      return new Judgement.Refused(new MeetingOutcome.NothingThere());
    }
    return seen > meeting.revision() || entry.get().touched() > seen
        ? changed(meeting, List.of(id))
        : then.apply(entry.get());
  }

  static Judgement changed(Meeting meeting, List<String> entries) {
    return new Judgement.Refused(new MeetingOutcome.Changed(meeting.revision(), entries));
  }
}
