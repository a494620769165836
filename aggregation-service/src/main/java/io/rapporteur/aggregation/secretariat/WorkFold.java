package io.rapporteur.aggregation.secretariat;

import io.rapporteur.aggregation.secretariat.Answer.Part;
import io.rapporteur.aggregation.secretariat.Work.Assignment;
import io.rapporteur.aggregation.secretariat.Work.Note;
import io.rapporteur.aggregation.secretariat.Work.Release;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Folds the row of a comment. What undoes what is not there changes nothing. Not thread-safe. */
final class WorkFold {

  private Answer answer = Answer.NONE;
  private Optional<Assignment> assignment = Optional.empty();
  private final TreeSet<String> tags = new TreeSet<>();
  private final List<Note> notes = new ArrayList<>();
  private final List<Release> released = new ArrayList<>();

  private WorkFold() {}

  static Work of(List<Step> row) {
    var fold = new WorkFold();
    for (Step step : row) {
      if (step.fact() instanceof Step.Treated treated) {
        treated.changes().forEach(change -> fold.apply(change, step, treated.ofRevision()));
      }
    }
    return new Work(
        row.isEmpty() ? 0 : row.getLast().number(),
        fold.answer,
        fold.assignment,
        Collections.unmodifiableNavigableSet(fold.tags),
        fold.notes,
        fold.released,
        row);
  }

  private void apply(Change change, Step step, int ofRevision) {
    switch (change) {
      case Change.Observed observed ->
          answer = new Answer(Optional.of(part(observed, step, ofRevision)), answer.disposition());
      case Change.ObservationTakenBack back ->
          answer = new Answer(Optional.empty(), answer.disposition());
      case Change.Disposed(Disposition disposition) ->
          answer =
              new Answer(answer.observation(), Optional.of(part(disposition, step, ofRevision)));
      case Change.DispositionTakenBack back ->
          answer = new Answer(answer.observation(), Optional.empty());
      case Change.Assigned assigned ->
          assignment =
              Optional.of(
                  new Assignment(
                      assigned.to(), assigned.dueOn(), step.number(), step.at(), step.by()));
      case Change.Unassigned none -> assignment = Optional.empty();
      case Change.Tagged(String tag) -> tags.add(tag);
      case Change.Untagged(String tag) -> tags.remove(tag);
      case Change.Noted(String text) ->
          notes.add(new Note(step.number(), text, step.at(), step.by()));
      case Change.NoteRemoved(int note) -> notes.removeIf(each -> each.step() == note);
      case Change.Released now ->
          released.add(new Release(step.number(), answer, step.at(), step.by()));
      case Change.ReleaseTakenBack back -> released.clear();
    }
  }

  private static <T> Part<T> part(T what, Step step, int ofRevision) {
    return new Part<>(what, ofRevision, step.number(), step.at(), step.by());
  }
}
