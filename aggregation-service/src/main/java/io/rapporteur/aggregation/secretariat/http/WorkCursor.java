package io.rapporteur.aggregation.secretariat.http;

import io.rapporteur.schemas.http.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Where a page of the list ended.
 *
 * @param cut name of the state of the comments
 * @param comment the last on the page
 */
record WorkCursor(String cut, String comment) {

  static final String EXPECTED = "the next of an earlier answer";

  /** The cursor of a text; a fault if it is none. */
  static Optional<WorkCursor> parse(String text, List<Fault> faults) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      List<String> parts = List.of(plain.split("\n", -1));
      if (parts.size() == 2 && parts.getFirst().startsWith("cut:")) {
        return Optional.of(new WorkCursor(parts.getFirst(), parts.getLast()));
      }
    } catch (IllegalArgumentException e) {
      // Not one of ours.
    }
    faults.add(Fault.of("cursor", text, EXPECTED));
    return Optional.empty();
  }

  /** As readers get it. */
  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((cut + "\n" + comment).getBytes(StandardCharsets.UTF_8));
  }
}
