package io.rapporteur.comments.table;

/** A cell as its file holds it; a cell that is empty is none. */
public sealed interface RawCell {

  /** What people see in it. */
  record Text(String text) implements RawCell {}

  /** A text that people do not see. */
  record Hidden(String text) implements RawCell {}

  /**
   * It holds something that is not taken for a text.
   *
   * @param what it is, for instance {@code a formula}
   */
  record Unusable(String what) implements RawCell {}
}
