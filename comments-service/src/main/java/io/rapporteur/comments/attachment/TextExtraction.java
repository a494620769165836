package io.rapporteur.comments.attachment;

import java.io.InputStream;
import java.nio.file.Path;

/** Gets the text of files. Implementations are thread-safe. */
public interface TextExtraction {

  /**
   * Reads a file and writes its text, in UTF-8.
   *
   * @param text an empty file, written only where there is text
   */
  Result extract(InputStream file, FileType type, Path text);

  /** What came of an extraction. */
  enum Result {
    /** The text is written. */
    EXTRACTED,
    /** There is none. */
    NONE,
    /** It was not to be had within the limits of time, memory and size. */
    FAILED,
    /** Not tried. */
    NOT_TRIED,
    /** The parser was asked for a password. */
    ENCRYPTED
  }
}
