package io.rapporteur.comments.feed;

import java.util.Arrays;

/**
 * How far a reader has read: in every strand, how many rows for everyone and how many of its own.
 * Counts of what the reader may see tell it nothing of what it may not. Immutable.
 */
final class Places {

  static final Places START = new Places(new long[Strand.ALL.size() * 2]);

  private final long[] counts;

  private Places(long[] counts) {
    this.counts = counts;
  }

  /** Places of these counts, two a strand; those that are left out are 0. */
  static Places of(long[] counts) {
    return new Places(Arrays.copyOf(counts, Strand.ALL.size() * 2));
  }

  /** Two counts a strand, without the zeros at the end. */
  long[] counts() {
    int length = counts.length;
    while (length > 0 && counts[length - 1] == 0) {
      length--;
    }
    return Arrays.copyOf(counts, length);
  }

  long forEveryone(Strand strand) {
    return counts[strand.index() * 2];
  }

  long own(Strand strand) {
    return counts[strand.index() * 2 + 1];
  }

  /** The same with one strand read on to these counts. */
  Places at(Strand strand, long forEveryone, long own) {
    long[] next = counts.clone();
    next[strand.index() * 2] = forEveryone;
    next[strand.index() * 2 + 1] = own;
    return new Places(next);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Places places && Arrays.equals(counts, places.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }
}
