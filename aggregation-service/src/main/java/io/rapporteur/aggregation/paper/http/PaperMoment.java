package io.rapporteur.aggregation.paper.http;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.paper.Asked;
import io.rapporteur.aggregation.paper.Composing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Of which moment a paper says that it is. */
public final class PaperMoment {

  private PaperMoment() {}

  /** The state of the log that was asked for; empty if none was, or the reader may not count it. */
  public static Optional<Composing.State> state(Asked asked, Looking.Look look) {
    return asked.asOf().isPresent() ? look.asOf().map(PaperMoment::state) : Optional.empty();
  }

  private static Composing.State state(Looking.AsOf asOf) {
    return new Composing.State(asOf.time(), asOf.cut().name(), asOf.provisional());
  }

  /**
   * The day on which it is made; of a moment that is named the day of that, so that the same moment
   * is the same paper: of a time its own, of a cut or edition that of its last comment.
   */
  public static LocalDate date(Asked asked, Looking.Look look, Clock clock) {
    Sight sight = look.sight();
    Instant at =
        asked.asOf().isEmpty()
            ? clock.instant()
            : look.asOf()
                .flatMap(Looking.AsOf::time)
                .or(
                    () ->
                        Stream.concat(sight.comments().stream(), sight.late().stream())
                            .map(Comment::receivedAt)
                            .max(Comparator.naturalOrder()))
                .orElse(clock.instant());
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
