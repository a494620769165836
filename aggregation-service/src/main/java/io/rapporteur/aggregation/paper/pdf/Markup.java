package io.rapporteur.aggregation.paper.pdf;

import io.rapporteur.aggregation.paper.Span;
import io.rapporteur.aggregation.paper.Span.Mark;
import io.rapporteur.aggregation.paper.UnLanguage;
import java.util.List;

/**
 * XHTML of texts that others wrote: escaped, each paragraph in the direction of its language. Not
 * thread-safe.
 */
final class Markup {

  private final StringBuilder out = new StringBuilder();
  private boolean han;

  /** One paragraph of our own words. */
  Markup line(String element, String style, String language, String text) {
    return paragraph(element, style, language, List.of(new Span(Mark.PLAIN, text, -1)));
  }

  /** The paragraphs of a text. */
  Markup text(String style, String language, String text) {
    return paragraphs(style, language, Span.paragraphs(text));
  }

  Markup paragraphs(String style, String language, List<List<Span>> paragraphs) {
    paragraphs.forEach(paragraph -> paragraph("p", style, language, paragraph));
    return this;
  }

  private Markup paragraph(String element, String style, String language, List<Span> spans) {
    boolean rightToLeft = UnLanguage.rightToLeft(language);
    out.append('<').append(element);
    out.append(" dir=\"").append(rightToLeft ? "rtl" : "ltr");
    out.append("\" class=\"").append(style).append(rightToLeft ? " rtl\">" : "\">");
    for (Span span : spans) {
      String text = escaped(span.text());
      switch (span.mark()) {
        case PLAIN -> out.append(text);
        case ADDED -> out.append("<u>").append(text).append("</u>");
        case REMOVED -> out.append("<s>").append(text).append("</s>");
        case NOTE -> out.append("<sup>").append(text).append("</sup>");
      }
    }
    out.append("</").append(element).append(">\n");
    return this;
  }

  /** Markup of our own. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  /** A value of an attribute, or text of our own. */
  String escaped(String text) {
    var escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              han |= Character.isIdeographic(c);
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c < ' ' || c == 0xFFFE || c == 0xFFFF ? ' ' : c);
              }
            });
    return escaped.toString();
  }

  /** Whether it holds Chinese characters. */
  boolean holdsHan() {
    return han;
  }

  int length() {
    return out.length();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
