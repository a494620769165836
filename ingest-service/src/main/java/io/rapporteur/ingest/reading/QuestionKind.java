package io.rapporteur.ingest.reading;

import java.util.Locale;

/** Kinds of questions. */
public enum QuestionKind {
  /** The series has items here that the list has not. */
  GAP,
  /** The first item is not the first of its series. */
  STARTS_IN_THE_MIDDLE,
  /** What looks like a label at the beginning of a line fits no series. */
  LABEL_NOT_TAKEN,
  /** What was read as running text may be an item. */
  POSSIBLE_ITEM,
  /** A paragraph without a label follows a sentence that had ended. */
  LOOSE_TEXT,
  /** The name of a proposer is not recognized. */
  UNKNOWN_PROPOSER,
  /** A footnote whose marker stands in no item. */
  UNPLACED_FOOTNOTE,
  /** One number stands before two texts. */
  REPEATED;

  /** The word in JSON and events, for instance {@code label-not-taken}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
