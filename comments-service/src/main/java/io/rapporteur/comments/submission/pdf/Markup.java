package io.rapporteur.comments.submission.pdf;

import io.rapporteur.schemas.text.DirectionMarks;
import java.text.Bidi;
import org.jspecify.annotations.Nullable;

/**
 * XHTML of texts that others wrote: escaped, each paragraph in the direction of its own script.
 * Characters that would turn the page around are shown by their name. Not thread-safe.
 */
final class Markup {

  private final StringBuilder out = new StringBuilder();
  private boolean han;

  /** An element around a text, once for each of its lines. */
  Markup text(String element, String text) {
    return text(element, "", text);
  }

  /** An element of a class around a text, once for each of its lines. */
  Markup text(String element, String style, String text) {
    for (String paragraph : text.split("\\R", -1)) {
      String safe = DirectionMarks.shown(paragraph);
      boolean left =
          safe.isEmpty()
              || new Bidi(safe, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
      out.append(
          "<%s dir=\"%s\" class=\"%s\">"
              .formatted(element, left ? "ltr" : "rtl", left ? style : style + " rtl"));
      out.append(escaped(safe)).append("</").append(element).append(">\n");
    }
    return this;
  }

  /** A line that says what follows: a name and, where there is one, its value. */
  Markup line(String name, @Nullable String value) {
    if (value != null) {
      out.append("<p class=\"fact\"><b>").append(escaped(name)).append("</b> ");
      out.append(escaped(DirectionMarks.shown(value))).append("</p>\n");
    }
    return this;
  }

  /** Markup of our own. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Whether it holds Chinese characters. */
  boolean holdsHan() {
    return han;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private String escaped(String text) {
    var escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              han |= Character.isIdeographic(c);
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }
}
