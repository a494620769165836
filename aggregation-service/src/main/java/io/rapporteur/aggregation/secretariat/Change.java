package io.rapporteur.aggregation.secretariat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** One thing that was done on a comment. What is undone stays in the log. */
public sealed interface Change {

  /**
   * An observation was made, in place of the one that stood.
   *
   * @param texts the same in further languages
   */
  record Observed(String text, String language, Map<String, String> texts) implements Change {

    /** Copies the texts. */
    public Observed {
      texts = Map.copyOf(texts);
    }
  }

  /** No observation stands any more. */
  record ObservationTakenBack(Optional<String> reason) implements Change {}

  /** It was said how the comment is disposed of, in place of what stood. */
  record Disposed(Disposition disposition) implements Change {}

  /** No disposition stands any more. */
  record DispositionTakenBack(Optional<String> reason) implements Change {}

  /**
   * It was given to a drafter.
   *
   * @param to account id or name
   * @param dueOn last day, by the calendar of the zone of the consultation
   */
  record Assigned(String to, Optional<LocalDate> dueOn) implements Change {}

  /** It is given to nobody any more. */
  record Unassigned() implements Change {}

  /** A tag was put on it. */
  record Tagged(String tag) implements Change {}

  /** A tag was taken off. */
  record Untagged(String tag) implements Change {}

  /** A private note was written. */
  record Noted(String text) implements Change {}

  /**
   * A private note is not shown any more.
   *
   * @param note revision that wrote it
   */
  record NoteRemoved(int note) implements Change {}

  /** Observation and disposition, as they then stood, are read by whoever sees the comment. */
  record Released() implements Change {}

  /** What had been released is the secretariat's alone again. */
  record ReleaseTakenBack(Optional<String> reason) implements Change {}
}
