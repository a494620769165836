package io.rapporteur.comments.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came of a row. */
public enum RowState {
  /** It is a draft now. */
  NEW,
  /** It is the next version of its draft. */
  CHANGED,
  /** Its draft says the same already. */
  UNCHANGED,
  /** Its draft was changed at the desk since, and the row brings nothing new: the draft is kept. */
  KEPT,
  /** Its draft was changed since the row was written from it, or at this moment by someone else. */
  CONFLICT,
  /** Its draft is at a stage, or under a duty, in which this caller cannot change it. */
  CLOSED,
  /** An earlier row of the file says the same. */
  DUPLICATE,
  /** A cell of it has a fault. */
  FAULTY,
  /** Not a row: a draft of an earlier import that no row of this file is on. It is kept. */
  GONE,
  /** Not a row: something in the file that was passed over, or read with a condition. */
  REMARK;

  /** The word in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of a word. */
  public static Optional<RowState> of(String word) {
    return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
  }
}
