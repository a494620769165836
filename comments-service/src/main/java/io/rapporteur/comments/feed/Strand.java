package io.rapporteur.comments.feed;

import java.util.ArrayList;
import java.util.List;

/**
 * One partition of a source: the log keeps the order within it and promises none between two.
 *
 * @param partition from 0
 */
public record Strand(Source source, int partition) {

  /** All, in the order in which a cursor counts them. */
  public static final List<Strand> ALL = all();

  /** Its place among all. */
  public int index() {
    return source.ordinal() * Source.PARTITIONS + partition;
  }

  private static List<Strand> all() {
    List<Strand> all = new ArrayList<>();
    for (Source source : Source.values()) {
      for (int partition = 0; partition < Source.PARTITIONS; partition++) {
        all.add(new Strand(source, partition));
      }
    }
    return List.copyOf(all);
  }
}
