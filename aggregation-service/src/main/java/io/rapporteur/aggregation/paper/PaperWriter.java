package io.rapporteur.aggregation.paper;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes papers in one format. The same paper is the same content; nothing is fetched. Thread-safe.
 */
@FunctionalInterface
public interface PaperWriter {

  /**
   * Writes a paper.
   *
   * @param progress is told of each recommendation that has been written; what it throws ends the
   *     writing
   * @param out left open
   */
  void write(Paper paper, Progress progress, OutputStream out) throws IOException;

  /** Is told how far the writing has come. */
  @FunctionalInterface
  interface Progress {

    /** Nobody looks. */
    Progress UNSEEN = () -> {};

    /** One more recommendation has been begun. */
    void item();
  }
}
