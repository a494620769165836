package io.rapporteur.comments.attachment.http;

import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.RefusedException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;

/** The name of a file as its sender gives it; it is kept so, and never used as a path. */
final class FileName {

  private static final int LONGEST = 255;
  private static final String EXPECTED =
      "the name of the file, 1 to " + LONGEST + " characters, by ?name= or Content-Disposition";

  private FileName() {}

  /**
   * The name that a request gives.
   *
   * @param parameter {@code name} of the query; it goes before the header
   * @param disposition {@code Content-Disposition} (RFC 6266)
   * @throws RefusedException if there is none, or it is too long
   */
  static String of(@Nullable String parameter, @Nullable String disposition) {
    String name = Optional.ofNullable(parameter).or(() -> named(disposition)).orElse("");
    if (name.isBlank()) {
      throw new RefusedException(List.of(Fault.of("name", "missing", EXPECTED)));
    }
    if (name.codePointCount(0, name.length()) > LONGEST) {
      throw new RefusedException(List.of(Fault.of("name", name, EXPECTED)));
    }
    return name;
  }

  private static Optional<String> named(@Nullable String disposition) {
    if (disposition == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(ContentDisposition.parse(disposition).getFilename());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
