package io.rapporteur.ingest.documents.http;

import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * In which form a document is answered: the one that {@code format} names, else the one that {@code
 * Accept} prefers, else JSON (RFC 9110, section 12.5.1).
 */
enum Representation {
  JSON("json"),
  /** Akoma Ntoso. */
  AKN("akn+xml");

  private final String subtype;

  Representation(String subtype) {
    this.subtype = subtype;
  }

  MediaType type() {
    return new MediaType("application", subtype);
  }

  /**
   * The form that a request asks for.
   *
   * @param format parameter; it goes before {@code accept}
   * @throws RefusedException if there is none that it takes
   */
  static Representation of(@Nullable String format, @Nullable String accept) {
    if (format != null) {
      return Stream.of(values())
          .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(format))
          .findFirst()
          .orElseThrow(
              () -> new RefusedException(List.of(Fault.of("format", format, "json or akn"))));
    }
    if (accept == null || accept.isBlank()) {
      return JSON;
    }
    List<MediaType> ranges = ranges(accept);
    // Of equals max() takes the first.
    return Stream.of(values())
        .filter(each -> each.quality(ranges) > 0)
        .max(Comparator.comparingDouble(each -> each.quality(ranges)))
        .orElseThrow(() -> notAcceptable(accept));
  }

  private static List<MediaType> ranges(String accept) {
    try {
      return MediaType.parseMediaTypes(accept);
    } catch (InvalidMediaTypeException e) {
      throw notAcceptable(accept);
    }
  }

  /** What the most specific range that includes the type says of it; 0 if none does. */
  private double quality(List<MediaType> ranges) {
    Optional<MediaType> closest =
        ranges.stream()
            .filter(range -> range.includes(type()))
            .min(Comparator.comparingInt(Representation::width));
    OptionalDouble quality = closest.stream().mapToDouble(MediaType::getQualityValue).findFirst();
    return quality.orElse(0);
  }

  private static int width(MediaType range) {
    if (range.isWildcardType()) {
      return 2;
    }
    return range.isWildcardSubtype() ? 1 : 0;
  }

  private static RefusedException notAcceptable(String accept) {
    Fault shown = Fault.of("Accept", accept, "application/json or application/akn+xml");
    return new RefusedException(ProblemType.NOT_ACCEPTABLE, shown.message());
  }
}
