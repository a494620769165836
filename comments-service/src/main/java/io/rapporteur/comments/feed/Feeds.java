package io.rapporteur.comments.feed;

import java.util.List;
import java.util.Optional;

/** The entries of all, as the log tells them. Implementations are thread-safe. */
public interface Feeds {

  /**
   * Rows of one strand, in their order; what has been read once is there for ever.
   *
   * @param reader participant code, or {@link Told#EVERYONE}
   * @param after number after which they begin; 0 for the first
   */
  List<Row> rows(String reader, Strand strand, long after, int limit);

  /** Number of the last row; 0 if there is none. */
  long last(String reader, Strand strand);

  /** Id of a consultation that puts this document forward; empty while there is none. */
  Optional<String> consultationOn(String document);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();
}
