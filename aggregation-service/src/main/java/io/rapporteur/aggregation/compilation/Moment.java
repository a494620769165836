package io.rapporteur.aggregation.compilation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** As of when a compilation is asked for. */
public sealed interface Moment {

  /** What a name of a moment looks like, for those who gave another. */
  String EXPECTED =
      "a time that has passed, such as 2021-04-07T16:00:00Z, the cut that an answer named, or"
          + " edition: and the name of one that is public";

  /** As it stands. */
  record Now() implements Moment {}

  /** As it stood at a time. */
  record Time(Instant at) implements Moment {}

  /** As it stood at a cut. */
  record At(Cut cut) implements Moment {}

  /** As an edition has it. */
  record Edition(String name) implements Moment {}

  /**
   * The moment of a name.
   *
   * @param name a time with its offset (RFC 3339), the name of a cut, or {@code edition:} and a
   *     name
   * @param partitions how many ranks a cut has
   * @return empty if it is none of these
   */
  static Optional<Moment> parse(String name, int partitions) {
    if (name.startsWith("edition:")) {
      return Optional.of(new Edition(name.substring("edition:".length())));
    }
    if (name.startsWith("cut:")) {
      return Cut.parse(name, partitions).map(At::new);
    }
    try {
      return Optional.of(new Time(OffsetDateTime.parse(name).toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
