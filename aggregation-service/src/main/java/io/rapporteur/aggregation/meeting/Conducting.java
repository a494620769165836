package io.rapporteur.aggregation.meeting;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * What is done in a meeting. Of two steps for the same place the log picks one; the other is judged
 * again on what then stands. Thread-safe.
 */
public final class Conducting {

  private static final int TRIES = 8;

  private final Meetings meetings;
  private final ConcurrentHashMap<String, ReentrantLock> turns = new ConcurrentHashMap<>();

  /** Works on these. */
  public Conducting(Meetings meetings) {
    this.meetings = meetings;
  }

  /**
   * Does what an act asks, if it may be done.
   *
   * @param judging says what happens on a meeting as it stands
   */
  public MeetingOutcome act(Act act, String consultation, Function<Meeting, Judgement> judging) {
    // Here one waits for the other, so that an act contends with other instances alone.
    ReentrantLock turn = turns.computeIfAbsent(consultation, id -> new ReentrantLock(true));
    turn.lock();
    try {
      return settled(act, consultation, judging);
    } finally {
      turn.unlock();
    }
  }

  /** Tries until there is an answer; before a refusal is believed, the log is read to its end. */
  private MeetingOutcome settled(
      Act act, String consultation, Function<Meeting, Judgement> judging) {
    boolean sure = false;
    for (int tried = 0; tried < TRIES; tried++) {
      Meeting meeting = meetings.meeting(consultation);
      Optional<MeetingOutcome> outcome = earlier(act, meeting);
      if (outcome.isPresent()) {
        return outcome.get();
      }
      switch (judging.apply(meeting)) {
        case Judgement.Done(Step.Fact fact) -> {
          meetings.append(step(act, meeting, fact));
          sure = false;
        }
        case Judgement.Refused(MeetingOutcome refusal) -> {
          if (sure) {
            return refusal;
          }
          sure = true;
        }
      }
      if (!meetings.catchUp()) {
        return new MeetingOutcome.ViewBehind();
      }
    }
    return earlier(act, meetings.meeting(consultation)).orElseGet(MeetingOutcome.Overtaken::new);
  }

  private static Optional<MeetingOutcome> earlier(Act act, Meeting meeting) {
    return meeting
        .madeBy(act.requestId().value())
        .map(
            made ->
                made.requestDigest().equals(act.requestDigest())
                    ? new MeetingOutcome.Counted(meeting, made.step())
                    : new MeetingOutcome.KeyReused());
  }

  private static Step step(Act act, Meeting meeting, Step.Fact fact) {
    return new Step(
        meeting.consultation(),
        meeting.revision() + 1,
        act.requestId().value(),
        act.requestDigest(),
        act.receivedAt(),
        act.client(),
        act.role(),
        fact);
  }
}
