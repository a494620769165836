package io.rapporteur.aggregation.compilation;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A cut of the comments' log: of each partition its first records, as many as a rank says. It names
 * a state of the compilation for good, on every replica and after every restore.
 *
 * @param ranks of the partitions, in their order
 */
public record Cut(List<Long> ranks) {

  private static final String PREFIX = "cut:";
  private static final Pattern FORM = Pattern.compile("cut:[0-9]{1,15}(\\.[0-9]{1,15})*");

  /** Copies the ranks. */
  public Cut {
    ranks = List.copyOf(ranks);
  }

  /** Everything up to the last of these. */
  public static Cut after(Collection<Place> places, int partitions) {
    return at(Instant.MAX, places, partitions);
  }

  /**
   * The cut of a time: of each partition the longest beginning whose records had all been received
   * by then, as far as these places tell. Records that do not count may be left out of them.
   */
  public static Cut at(Instant time, Collection<Place> places, int partitions) {
    long[] ranks = new long[partitions];
    for (Place place : places) {
      if (!place.receivedUpTo().isAfter(time)) {
        ranks[place.partition()] = Math.max(ranks[place.partition()], place.rank() + 1);
      }
    }
    return new Cut(Arrays.stream(ranks).boxed().toList());
  }

  /** The cut of a name; empty if it is none of so many partitions. */
  public static Optional<Cut> parse(String name, int partitions) {
    if (!FORM.matcher(name).matches()) {
      return Optional.empty();
    }
    List<Long> ranks =
        Arrays.stream(name.substring(PREFIX.length()).split("\\.")).map(Long::valueOf).toList();
    return ranks.size() == partitions ? Optional.of(new Cut(ranks)) : Optional.empty();
  }

  /** Whether this place is before the cut. */
  public boolean holds(Place place) {
    return place.rank() < ranks.get(place.partition());
  }

  /** Whether nothing is before this cut that is not before the other. */
  public boolean isWithin(Cut other) {
    for (int partition = 0; partition < ranks.size(); partition++) {
      if (ranks.get(partition) > other.ranks.get(partition)) {
        return false;
      }
    }
    return true;
  }

  /** Its name, for instance {@code cut:3.0.17}. */
  public String name() {
    return ranks.stream().map(String::valueOf).collect(Collectors.joining(".", PREFIX, ""));
  }
}
