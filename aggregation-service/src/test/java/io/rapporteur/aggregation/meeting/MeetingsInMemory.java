package io.rapporteur.aggregation.meeting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A log in memory that counts as the real one does: a step that does not follow is void. Another
 * instance's act can be made to come first, and the view to be behind until it catches up.
 */
final class MeetingsInMemory implements Meetings {

  private final List<Step> log = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Map<String, Meeting> folded = new HashMap<>();
  private Optional<Step.Fact> first = Optional.empty();
  private int appended;

  /** The next append comes after this. */
  void comesFirst(Step.Fact fact) {
    first = Optional.of(fact);
  }

  /** An act of another instance, which this one has not read yet. */
  void elsewhere(Step.Fact fact) {
    Meeting meeting = whole("c");
    count(MeetingExamples.step(meeting.revision() + 1, "elsewhere", fact));
  }

  int appended() {
    return appended;
  }

  List<Step> log() {
    return List.copyOf(log);
  }

  private Meeting whole(String consultation) {
    return Meeting.of(consultation).after(counted(consultation));
  }

  private List<Step> counted(String consultation) {
    return log.stream().filter(step -> step.consultation().equals(consultation)).toList();
  }

  private void count(Step step) {
    if (counted(step.consultation()).size() + 1 == step.number()) {
      log.add(step);
    }
  }

  @Override
  public Meeting meeting(String consultation) {
    int read = seen.getOrDefault(consultation, 0);
    Meeting before = folded.getOrDefault(consultation, Meeting.of(consultation));
    Meeting now = before.after(counted(consultation).subList(before.revision(), read));
    folded.put(consultation, now);
    return now;
  }

  @Override
  public void append(Step step) {
    first.ifPresent(fact -> count(MeetingExamples.step(step.number(), "who came first", fact)));
    first = Optional.empty();
    appended++;
    count(step);
    catchUp();
  }

  @Override
  public boolean catchUp() {
    log.forEach(step -> seen.put(step.consultation(), counted(step.consultation()).size()));
    return true;
  }

  /** Judges and appends as one instance does. */
  MeetingOutcome act(String key, Function<Meeting, Judgement> judging) {
    return new Conducting(this).act(MeetingExamples.act(key), "c", judging);
  }
}
