package io.rapporteur.aggregation.paper.html;

import io.rapporteur.aggregation.paper.Span;
import io.rapporteur.aggregation.paper.Span.Mark;
import io.rapporteur.aggregation.paper.UnLanguage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** HTML as it is written; what others wrote is escaped. Not thread-safe. */
final class Html {

  private final BufferedWriter out;
  private final Deque<String> open = new ArrayDeque<>();

  /** The stream is left open at the end. */
  Html(OutputStream stream) throws IOException {
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    out.write("<!DOCTYPE html>\n");
  }

  /**
   * Starts an element.
   *
   * @param attributes name, value, name, value
   */
  Html start(String element, String... attributes) throws IOException {
    empty(element, attributes);
    open.push(element);
    return this;
  }

  /** An element that has neither content nor end. */
  Html empty(String element, String... attributes) throws IOException {
    out.write("<" + element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.write(" " + attributes[i] + "=\"");
      escaped(attributes[i + 1]);
      out.write('"');
    }
    out.write('>');
    return this;
  }

  Html text(String text) throws IOException {
    escaped(text);
    return this;
  }

  /** Our own, as it stands. */
  Html raw(String markup) throws IOException {
    out.write(markup);
    return this;
  }

  Html end() throws IOException {
    out.write("</" + Objects.requireNonNull(open.pop()) + ">\n");
    return this;
  }

  /** An element that holds words of ours. */
  Html element(String element, String style, String text) throws IOException {
    return style.isEmpty()
        ? start(element).text(text).end()
        : start(element, "class", style).text(text).end();
  }

  /** Paragraphs in the direction of their language. */
  Html paragraphs(String style, String language, List<List<Span>> paragraphs) throws IOException {
    for (List<Span> paragraph : paragraphs) {
      start("p", "class", style, "lang", language, "dir", direction(language));
      for (Span span : paragraph) {
        if (span.mark() == Mark.PLAIN) {
          text(span.text());
        } else {
          start(element(span.mark())).text(span.text());
          out.write("</" + Objects.requireNonNull(open.pop()) + ">");
        }
      }
      end();
    }
    return this;
  }

  private static String element(Mark mark) {
    return switch (mark) {
      case ADDED -> "ins";
      case REMOVED -> "del";
      case NOTE -> "sup";
      case PLAIN -> "span";
    };
  }

  static String direction(String language) {
    return UnLanguage.rightToLeft(language) ? "rtl" : "ltr";
  }

  void flush() throws IOException {
    while (!open.isEmpty()) {
      end();
    }
    out.flush();
  }

  private void escaped(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.write("&lt;");
        case '>' -> out.write("&gt;");
        case '&' -> out.write("&amp;");
        case '"' -> out.write("&quot;");
        default -> out.write(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
      }
    }
  }
}
