package io.rapporteur.aggregation.search;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A text that can be found, and by whom.
 *
 * @param consultation id
 * @param readers {@link Reader} words of those who may find it
 * @param owners codes of participants that find it as their own, and not as the public does
 */
public record Searchable(
    String consultation,
    SortedSet<String> readers,
    SortedSet<String> owners,
    Source source,
    String language,
    String text) {

  /** Copies the sets. */
  public Searchable {
    readers = Collections.unmodifiableSortedSet(new TreeSet<>(readers));
    owners = Collections.unmodifiableSortedSet(new TreeSet<>(owners));
  }
}
