package io.rapporteur.comments.attachment;

import java.util.Optional;

/**
 * What is known of a file once it was looked at.
 *
 * @param kind whether it is served
 * @param scanner what looked, for instance {@code clamd}; {@code none} where nothing did
 * @param found why it is refused, in the word of what looked
 * @param text what became of its text
 */
public record Verdict(Kind kind, String scanner, Optional<String> found, Text text) {

  /** Stands for what looked, where nothing did. */
  public static final String NO_SCANNER = "none";

  /** Whether a file is served. */
  public enum Kind {
    /** Nothing was found. */
    CLEAN,
    /** Something was found: it is served to nobody. */
    REFUSED,
    /** The operator chose that nothing is searched for: served to its own delegation alone. */
    NOT_SCANNED
  }

  /** What became of the text of a file. */
  public enum Text {
    /** It is kept beside the bytes. */
    EXTRACTED,
    /** There is none, as in a picture. */
    NONE,
    /** It was not to be had within the limits of an extraction. */
    FAILED,
    /** Extraction is off, or cannot be confined on this system. */
    NOT_TRIED
  }
}
