package io.rapporteur.aggregation.compilation.http;

import io.rapporteur.aggregation.compilation.HouseOrder.Filed;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Where a page ended, and of which state of the compilation it was one: the next page goes on in
 * that state, so that nothing is skipped or repeated while comments come in.
 *
 * @param moment name of the state; empty for what a delegation sees, which is its own as it stands
 * @param unit id of the item or section, or nothing for the whole, that the last comment is on
 * @param last by what the last comment was filed
 */
record PageCursor(String moment, String unit, Filed last) {

  private static final int PARTS = 6;

  /** The cursor of a text; empty if it is none. */
  static Optional<PageCursor> parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      List<String> parts = List.of(plain.split("\n", -1));
      return parts.size() == PARTS
          ? Optional.of(
              new PageCursor(
                  parts.get(0),
                  parts.get(1),
                  new Filed(parts.get(2), parts.get(3), Instant.parse(parts.get(4)), parts.get(5))))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** As readers get it. */
  String text() {
    String plain =
        String.join(
            "\n",
            moment,
            unit,
            last.participantClass(),
            last.participant(),
            last.submittedAt().toString(),
            last.comment());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }
}
