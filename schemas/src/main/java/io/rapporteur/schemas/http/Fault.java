package io.rapporteur.schemas.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.schemas.text.DirectionMarks;
import java.util.List;

/**
 * One fault of a request.
 *
 * @param field JSON path of the field, header or parameter, for instance {@code
 *     translations[0].language}
 * @param message {@code name: value (expected: ...)}
 * @param type what kind of fault it is, for instance {@code ambiguous-reference}
 * @param candidates what the value could have meant; empty unless it is ambiguous
 */
public record Fault(
    String field,
    String message,
    String type,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> candidates) {

  private static final int SHOWN = 80;

  /** A fault of an ordinary field. */
  public static Fault of(String field, String value, String expected) {
    return of(ProblemType.INVALID_REQUEST, field, value, expected, List.of());
  }

  /** A fault of a kind of its own. */
  public static Fault of(
      ProblemType type, String field, String value, String expected, List<String> candidates) {
    return new Fault(
        field,
        "%s: %s (expected: %s)".formatted(field, shown(value), expected),
        type.slug(),
        candidates);
  }

  /** The same fault of a field that stands within something, for instance {@code comments[3].}. */
  public Fault within(String path) {
    return new Fault(path + field, path + message, type, candidates);
  }

  /** Long values and control characters are not echoed; what turns a text is named. */
  private static String shown(String value) {
    var shown = new StringBuilder();
    value.codePoints().limit(SHOWN).mapToObj(Fault::shown).forEach(shown::append);
    if (value.codePoints().skip(SHOWN).findAny().isPresent()) {
      shown.append("...");
    }
    return shown.toString();
  }

  private static String shown(int c) {
    boolean unseen =
        Character.isISOControl(c)
            || Character.getType(c) == Character.SURROGATE
            || Character.getType(c) == Character.FORMAT;
    return DirectionMarks.isOne(c) || !unseen
        ? DirectionMarks.shown(Character.toString(c))
        : "\uFFFD";
  }
}
