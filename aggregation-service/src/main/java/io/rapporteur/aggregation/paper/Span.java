package io.rapporteur.aggregation.paper;

import io.rapporteur.aggregation.compilation.Item.Footnote;
import io.rapporteur.schemas.text.DirectionMarks;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A stretch of text within a paragraph, to be laid out. What would turn the direction of a line
 * stands by its name.
 *
 * @param note of a footnote's mark, its place among the footnotes of the text, from 0
 */
public record Span(Mark mark, String text, int note) {

  private static final Pattern LINE_END = Pattern.compile("\\R");

  /** How it is marked. */
  public enum Mark {
    PLAIN,
    /** Underlined. */
    ADDED,
    /** Struck through. */
    REMOVED,
    /** The mark of a footnote. */
    NOTE
  }

  private static Span of(Mark mark, String text) {
    return new Span(mark, DirectionMarks.shown(text), -1);
  }

  /** The paragraphs of a text behind its number in a list. */
  public static List<List<Span>> paragraphs(int number, String text) {
    return paragraphs(number + ".\u00A0\u00A0" + text);
  }

  /** The paragraphs of a text: its lines. */
  public static List<List<Span>> paragraphs(String text) {
    return parted(List.of(new Span(Mark.PLAIN, text, -1)));
  }

  /**
   * The paragraphs of a difference. Where words replace others a space stands between the two, as
   * in documents of the United Nations: letters of Arabic would join over the change.
   */
  public static List<List<Span>> paragraphs(List<Stretch> difference) {
    List<Span> spans = new ArrayList<>();
    for (Stretch stretch : difference) {
      Mark mark =
          switch (stretch.kind()) {
            case SAME -> Mark.PLAIN;
            case ADDED -> Mark.ADDED;
            case REMOVED -> Mark.REMOVED;
          };
      if (!spans.isEmpty() && mark == Mark.ADDED && spans.getLast().mark == Mark.REMOVED) {
        spans.add(new Span(Mark.PLAIN, " ", -1));
      }
      spans.add(new Span(mark, stretch.text(), -1));
    }
    return parted(spans);
  }

  /** The paragraphs of a recommendation, with the marks of its footnotes at their places. */
  public static List<List<Span>> paragraphs(Part.Item item) {
    String text = item.text().text();
    int length = text.codePointCount(0, text.length());
    List<Span> spans = new ArrayList<>();
    int written = 0;
    for (int i = 0; i < item.footnotes().size(); i++) {
      Footnote note = item.footnotes().get(i);
      int place = text.offsetByCodePoints(0, Math.clamp(note.offset(), 0, length));
      spans.add(new Span(Mark.PLAIN, text.substring(written, place), -1));
      spans.add(new Span(Mark.NOTE, note.marker(), i));
      written = place;
    }
    spans.add(new Span(Mark.PLAIN, text.substring(written), -1));
    return parted(spans);
  }

  private static List<List<Span>> parted(List<Span> spans) {
    List<List<Span>> paragraphs = new ArrayList<>();
    List<Span> line = new ArrayList<>();
    for (Span span : spans) {
      if (span.mark == Mark.NOTE) {
        line.add(span);
        continue;
      }
      String[] lines = LINE_END.split(span.text, -1);
      for (int i = 0; i < lines.length; i++) {
        if (i > 0) {
          paragraphs.add(line);
          line = new ArrayList<>();
        }
        if (!lines[i].isEmpty()) {
          line.add(of(span.mark, lines[i]));
        }
      }
    }
    paragraphs.add(line);
    return paragraphs.stream().filter(paragraph -> !paragraph.isEmpty()).toList();
  }
}
