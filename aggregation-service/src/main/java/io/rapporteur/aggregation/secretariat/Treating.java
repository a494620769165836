package io.rapporteur.aggregation.secretariat;

import io.rapporteur.aggregation.secretariat.Answer.Part;
import io.rapporteur.schemas.http.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges work on a comment. What replaces something that stands must name the revision that was
 * seen, and is refused if exactly that has changed since; notes and tags are added and removed
 * without. What stands as it is asked for makes no event.
 */
public final class Treating {

  static final int MOST_TAGS = 50;
  static final int MOST_NOTES = 500;

  private final int ofRevision;
  private final List<Change> asked;
  private final Optional<Integer> seen;

  private Treating(int ofRevision, List<Change> asked, Optional<Integer> seen) {
    this.ofRevision = ofRevision;
    this.asked = asked;
    this.seen = seen;
  }

  /**
   * Work that is asked for.
   *
   * @param ofRevision revision of the comment whose text it is on
   * @param seen revision of the work that the caller has seen
   */
  public static Function<List<Step>, Judgement> of(
      int ofRevision, List<Change> asked, Optional<Integer> seen) {
    var treating = new Treating(ofRevision, List.copyOf(asked), seen);
    return row -> treating.judged(Work.of(row));
  }

  private Judgement judged(Work work) {
    int touched = asked.stream().mapToInt(change -> replaced(change, work)).max().orElse(0);
    if (seen.isEmpty() && touched > 0) {
      return new Judgement.Refused(new Outcome.NotSeen(work.revision()));
    }
    if (seen.filter(revision -> revision < touched || revision > work.revision()).isPresent()) {
      return new Judgement.Refused(new Outcome.Changed(work.revision()));
    }
    List<Change> changes = asked.stream().filter(change -> !stands(change, work)).toList();
    List<Fault> faults = faults(changes, work);
    if (!faults.isEmpty()) {
      return new Judgement.Refused(new Outcome.Faulty(faults));
    }
    return changes.isEmpty()
        ? new Judgement.StandsAlready()
        : new Judgement.Done(new Step.Treated(ofRevision, changes));
  }

  /** The last step that touched what a change replaces; 0 if it replaces nothing. */
  private static int replaced(Change change, Work work) {
    return switch (change) {
      case Change.Observed o ->
          last(work, Change.Observed.class, Change.ObservationTakenBack.class);
      case Change.ObservationTakenBack o ->
          last(work, Change.Observed.class, Change.ObservationTakenBack.class);
      case Change.Disposed d ->
          last(work, Change.Disposed.class, Change.DispositionTakenBack.class);
      case Change.DispositionTakenBack d ->
          last(work, Change.Disposed.class, Change.DispositionTakenBack.class);
      case Change.Assigned a -> last(work, Change.Assigned.class, Change.Unassigned.class);
      case Change.Unassigned a -> last(work, Change.Assigned.class, Change.Unassigned.class);
      // Released is what was read: no other answer may have come between.
      case Change.Released r ->
          Math.max(
              last(work, Change.Observed.class, Change.ObservationTakenBack.class),
              last(work, Change.Disposed.class, Change.DispositionTakenBack.class));
      case Change.ReleaseTakenBack r ->
          last(work, Change.Released.class, Change.ReleaseTakenBack.class);
      case Change.Tagged t -> 0;
      case Change.Untagged t -> 0;
      case Change.Noted n -> 0;
      case Change.NoteRemoved n -> 0;
    };
  }

  private static int last(Work work, Class<?> done, Class<?> undone) {
    return work.steps().stream()
        .filter(
            step ->
                step.fact() instanceof Step.Treated treated
                    && treated.changes().stream()
                        .anyMatch(each -> done.isInstance(each) || undone.isInstance(each)))
        .mapToInt(Step::number)
        .max()
        .orElse(0);
  }

  private boolean stands(Change change, Work work) {
    return switch (change) {
      case Change.Observed observed -> standsOn(work.answer().observation(), observed);
      case Change.ObservationTakenBack back -> work.answer().observation().isEmpty();
      case Change.Disposed(Disposition to) -> standsOn(work.answer().disposition(), to);
      case Change.DispositionTakenBack back -> work.answer().disposition().isEmpty();
      case Change.Assigned to ->
          work.assignment()
              .filter(a -> a.to().equals(to.to()) && a.dueOn().equals(to.dueOn()))
              .isPresent();
      case Change.Unassigned none -> work.assignment().isEmpty();
      case Change.Tagged(String tag) -> work.tags().contains(tag);
      case Change.Untagged(String tag) -> !work.tags().contains(tag);
      case Change.Noted noted -> false;
      case Change.NoteRemoved removed -> false;
      case Change.Released now -> !answers() && work.isReleased();
      case Change.ReleaseTakenBack back -> work.released().isEmpty();
    };
  }

  private <T> boolean standsOn(Optional<Part<T>> part, T what) {
    return part.filter(p -> p.what().equals(what) && p.ofRevision() == ofRevision).isPresent();
  }

  /** Whether an answer is given in the same act. */
  private boolean answers() {
    return asked.stream()
        .anyMatch(each -> each instanceof Change.Observed || each instanceof Change.Disposed);
  }

  private List<Fault> faults(List<Change> changes, Work work) {
    List<Fault> faults = new ArrayList<>();
    for (Change change : changes) {
      switch (change) {
        case Change.NoteRemoved(int note) -> {
          if (work.notes().stream().noneMatch(each -> each.step() == note)) {
            faults.add(Fault.of("removeNote", Integer.toString(note), "a note that stands"));
          }
        }
        case Change.Noted noted -> {
          if (work.notes().size() >= MOST_NOTES) {
            faults.add(Fault.of("note", "one more", "at most " + MOST_NOTES + " on a comment"));
          }
        }
        case Change.Released now -> {
          boolean takenBack =
              changes.stream()
                  .anyMatch(
                      each ->
                          each instanceof Change.ObservationTakenBack
                              || each instanceof Change.DispositionTakenBack);
          if (!answers() && (work.answer().isEmpty() || takenBack)) {
            faults.add(Fault.of("release", "true", "an observation or a disposition that stands"));
          }
        }
        default -> {
          // Nothing else stands in its way.
        }
      }
    }
    long tags =
        work.tags().size()
            + changes.stream().filter(Change.Tagged.class::isInstance).count()
            - changes.stream().filter(Change.Untagged.class::isInstance).count();
    if (tags > MOST_TAGS) {
      faults.add(Fault.of("tags.add", tags + " tags", "at most " + MOST_TAGS + " on a comment"));
    }
    return faults;
  }
}
