package io.rapporteur.aggregation.secretariat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Observation;
import io.rapporteur.aggregation.secretariat.Answer.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the secretariat has done on one comment: the fold of its row.
 *
 * @param revision of the last step; 0 if nothing was done
 * @param released what others may read, the last release last; empty if nothing is released
 * @param steps all of them, in their order
 */
public record Work(
    int revision,
    Answer answer,
    Optional<Assignment> assignment,
    NavigableSet<String> tags,
    List<Note> notes,
    List<Release> released,
    List<Step> steps) {

  /** Copies the lists. */
  public Work {
    notes = List.copyOf(notes);
    released = List.copyOf(released);
    steps = List.copyOf(steps);
  }

  /**
   * Who drafts.
   *
   * @param to account id or name
   * @param dueOn last day, by the calendar of the zone of the consultation
   * @param step revision that said so
   */
  public record Assignment(String to, Optional<LocalDate> dueOn, int step, Instant at, String by) {}

  /**
   * A private note.
   *
   * @param step revision that wrote it
   */
  public record Note(int step, String text, Instant at, String by) {}

  /**
   * What was released.
   *
   * @param step revision that did
   */
  public record Release(int step, Answer answer, Instant at, String by) {}

  /** The fold of a row. */
  public static Work of(List<Step> row) {
    return WorkFold.of(row);
  }

  /** The disposition that stands. */
  public Optional<Disposition> disposition() {
    return answer.disposition().map(Part::what);
  }

  /** Whether its day has passed, and nothing has been said of how the comment is disposed of. */
  public boolean isOverdue(LocalDate today) {
    return disposition().isEmpty()
        && assignment.flatMap(Assignment::dueOn).filter(today::isAfter).isPresent();
  }

  /** Whether others may read the answer as it stands. */
  public boolean isReleased() {
    return !released.isEmpty() && released.getLast().answer().equals(answer);
  }

  /** When what others read was released. */
  public Optional<Instant> releasedAt() {
    return released.isEmpty() ? Optional.empty() : Optional.of(released.getLast().at());
  }

  /**
   * What a reader gets with a comment.
   *
   * @param comment as the reader sees it
   * @param prepared whether it sees what has not been released
   */
  public Optional<Observation> seen(Comment comment, boolean prepared) {
    int revision = comment.revision();
    return prepared
        ? answer.upTo(revision).shown(isReleased())
        : new Answer(last(Answer::observation, revision), last(Answer::disposition, revision))
            .shown(true);
  }

  /** What was released last of a part, on this revision of the comment or an earlier one. */
  private <T> Optional<Part<T>> last(Function<Answer, Optional<Part<T>>> part, int revision) {
    for (Release release : released.reversed()) {
      Optional<Part<T>> found = part.apply(release.answer());
      if (found.filter(each -> each.ofRevision() > revision).isEmpty()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
