package io.rapporteur.comments.feed;

import java.util.Optional;

/**
 * An entry with its place in the feed of one reader.
 *
 * @param forEveryone number of the row for everyone that it is, or of the last before it
 * @param own number among the rows of the reader alone; empty if it is for everyone
 */
public record FeedEntry(Strand strand, long forEveryone, Optional<Long> own, Entry entry) {

  /** Names it within the feed of its reader, for ever and on every instance. */
  public String id() {
    return strand.source().word()
        + "."
        + strand.partition()
        + "."
        + forEveryone
        + own.map(number -> "." + number).orElse("");
  }
}
