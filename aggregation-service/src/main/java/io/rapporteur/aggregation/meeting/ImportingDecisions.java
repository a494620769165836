package io.rapporteur.aggregation.meeting;

import io.rapporteur.schemas.http.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes decisions that were noted offline, line by line: each is an act of its own, judged on what
 * the lines before it leave. Looked at first, and done when it is confirmed; a line that was taken
 * before changes nothing.
 */
public final class ImportingDecisions {

  private static final String PATH = "decisions[0].";

  private final Meetings meetings;
  private final Conducting conducting;

  /** Works on these. */
  public ImportingDecisions(Meetings meetings, Conducting conducting) {
    this.meetings = meetings;
    this.conducting = conducting;
  }

  /** What comes of a line. */
  public enum Fate {
    /** It would be taken. */
    NEW,
    /** It was taken by this act. */
    TAKEN,
    /** It was taken before. */
    UNCHANGED,
    /** It cannot be taken. */
    FAULTY
  }

  /** What came of a line. */
  public record Told(OfflineLine line, Fate fate, List<Fault> faults) {}

  /** Says what would come of each line; changes nothing. */
  public List<Told> look(Act file, String consultation, List<OfflineLine> lines) {
    List<Told> told = new ArrayList<>();
    Meeting meeting = meetings.meeting(consultation);
    for (OfflineLine line : readable(lines, told)) {
      Act act = line.act(consultation, file);
      if (meeting.madeBy(act.requestId().value()).isPresent()) {
        told.add(new Told(line, Fate.UNCHANGED, List.of()));
        continue;
      }
      switch (judging(line).apply(meeting)) {
        case Judgement.Done(Step.Fact fact) -> {
          meeting = Judgements.tried(meeting, fact);
          told.add(new Told(line, Fate.NEW, List.of()));
        }
        case Judgement.Refused(MeetingOutcome outcome) -> told.add(refused(line, outcome));
      }
    }
    return told.stream().sorted((a, b) -> a.line.number() - b.line.number()).toList();
  }

  /** Takes every line that can be taken. */
  public List<Told> take(Act file, String consultation, List<OfflineLine> lines) {
    List<Told> told = new ArrayList<>();
    for (OfflineLine line : readable(lines, told)) {
      Act act = line.act(consultation, file);
      boolean before = meetings.meeting(consultation).madeBy(act.requestId().value()).isPresent();
      MeetingOutcome outcome = conducting.act(act, consultation, judging(line));
      told.add(
          outcome instanceof MeetingOutcome.Counted
              ? new Told(line, before ? Fate.UNCHANGED : Fate.TAKEN, List.of())
              : refused(line, outcome));
    }
    return told.stream().sorted((a, b) -> a.line.number() - b.line.number()).toList();
  }

  /** Lines without a fault of their own, each said once; the others are told. */
  private static List<OfflineLine> readable(List<OfflineLine> lines, List<Told> told) {
    List<OfflineLine> readable = new ArrayList<>();
    Map<Map<String, Object>, Integer> said = new HashMap<>();
    for (OfflineLine line : lines) {
      Integer before =
          line.faults().isEmpty() ? said.putIfAbsent(line.said(), line.number()) : null;
      if (!line.faults().isEmpty()) {
        told.add(new Told(line, Fate.FAULTY, line.faults()));
      } else if (before != null) {
        Fault repeated = Fault.of("line", "the same as line " + before, "each decision once");
        told.add(new Told(line, Fate.FAULTY, List.of(repeated)));
      } else {
        readable.add(line);
      }
    }
    return readable;
  }

  private static Function<Meeting, Judgement> judging(OfflineLine line) {
    return Judging.deciding(
        List.of(line.decision().orElseThrow()), line.decidedAt(), false, Optional.empty());
  }

  private static Told refused(OfflineLine line, MeetingOutcome outcome) {
    List<Fault> faults =
        switch (outcome) {
          case MeetingOutcome.Faulty(List<Fault> found) ->
              found.stream().map(ImportingDecisions::ofLine).toList();
          case MeetingOutcome.Closed closed ->
              List.of(Fault.of("line", "not taken", "a meeting whose list is not adopted"));
          default ->
              List.of(Fault.of("line", "not taken, others came first", "the same file again"));
        };
    return new Told(line, Fate.FAULTY, faults);
  }

  private static Fault ofLine(Fault fault) {
    return new Fault(
        fault.field().replace(PATH, ""),
        fault.message().replace(PATH, ""),
        fault.type(),
        fault.candidates());
  }
}
