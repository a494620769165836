package io.rapporteur.comments.attachment;

/** What was found of a file by looking into it; a refusal is a value. */
public sealed interface Checked {

  /** It is taken. */
  record Fit(FileType type) implements Checked {}

  /**
   * It is not.
   *
   * @param reason of what kind
   * @param found what it is
   * @param expected what is taken
   */
  record Unfit(Reason reason, String found, String expected) implements Checked {}

  /** Why a file is not taken. */
  enum Reason {
    /** There are no bytes. */
    EMPTY,
    /** It is of no type that is taken. */
    UNKNOWN_TYPE,
    /** It claims to be of another type than it is. */
    TYPE_MISMATCH,
    /** It asks for a password. */
    ENCRYPTED,
    /** Its end is missing, or it cannot be opened. */
    DAMAGED,
    /** It has macros or controls, fetches its template, or unpacks to far more than it is. */
    UNSAFE
  }
}
