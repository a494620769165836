package io.rapporteur.aggregation.paper.docx;

import io.rapporteur.aggregation.paper.Span;
import io.rapporteur.aggregation.paper.Span.Mark;
import io.rapporteur.aggregation.paper.UnLanguage;
import java.io.IOException;
import java.text.Bidi;
import java.util.List;
import java.util.Map;

/**
 * Paragraphs of a text in the direction of its language, each run in that of its own letters
 * (Unicode Standard Annex 9), marked with its language so that spelling is checked in it.
 */
final class Runs {

  private static final Map<String, String> REGIONS =
      Map.of(
          "ar", "ar-SA", "zh", "zh-CN", "en", "en-GB", "fr", "fr-FR", "ru", "ru-RU", "es", "es-ES");

  private final WordXml xml;

  Runs(WordXml xml) {
    this.xml = xml;
  }

  /** One paragraph of our own words. */
  void line(String style, String language, String text) throws IOException {
    paragraph(style, language, List.of(new Span(Mark.PLAIN, text, -1)), 0);
  }

  /** The paragraphs of a text. */
  void text(String style, String language, String text) throws IOException {
    paragraphs(style, language, Span.paragraphs(text), 0);
  }

  /**
   * Paragraphs.
   *
   * @param firstNote id of the first footnote of the text
   */
  void paragraphs(String style, String language, List<List<Span>> paragraphs, int firstNote)
      throws IOException {
    for (List<Span> paragraph : paragraphs) {
      paragraph(style, language, paragraph, firstNote);
    }
  }

  void paragraph(String style, String language, List<Span> spans, int firstNote)
      throws IOException {
    begin(style, language);
    runs(language, spans, firstNote);
    xml.close();
  }

  /** Opens a paragraph. */
  void begin(String style, String language) throws IOException {
    xml.open("p").open("pPr").empty("pStyle", "val", style);
    if (UnLanguage.rightToLeft(language)) {
      xml.empty("bidi");
    }
    xml.close();
  }

  /** The runs of a paragraph that is open. */
  void runs(String language, List<Span> spans, int firstNote) throws IOException {
    var whole = new StringBuilder();
    spans.forEach(span -> whole.append(span.text()));
    if (whole.isEmpty()) {
      return;
    }
    var bidi =
        new Bidi(
            whole.toString(),
            UnLanguage.rightToLeft(language)
                ? Bidi.DIRECTION_RIGHT_TO_LEFT
                : Bidi.DIRECTION_LEFT_TO_RIGHT);
    int level = 0;
    int from = 0;
    for (Span span : spans) {
      if (span.mark() == Mark.NOTE) {
        note(firstNote + span.note());
        from += span.text().length();
        continue;
      }
      int end = from + span.text().length();
      while (from < end) {
        while (bidi.getRunLimit(level) <= from) {
          level++;
        }
        int to = Math.min(end, bidi.getRunLimit(level));
        run(span.mark(), language, bidi.getRunLevel(level) % 2 == 1, whole.substring(from, to));
        from = to;
      }
    }
  }

  private void run(Mark mark, String language, boolean rightToLeft, String text)
      throws IOException {
    xml.open("r").open("rPr");
    if (mark == Mark.REMOVED) {
      xml.empty("strike");
    }
    if (mark == Mark.ADDED) {
      xml.empty("u", "val", "single");
    }
    String region = REGIONS.getOrDefault(language, language);
    if (rightToLeft) {
      xml.empty("rtl").empty("lang", "bidi", region);
    } else if (language.equals("zh")) {
      xml.empty("lang", "eastAsia", region);
    } else if (!UnLanguage.rightToLeft(language)) {
      xml.empty("lang", "val", region);
    }
    xml.close().text(text).close();
  }

  private void note(int id) throws IOException {
    xml.open("r").open("rPr").empty("rStyle", "val", Styles.NOTE_MARK).close();
    xml.empty("footnoteReference", "id", Integer.toString(id)).close();
  }
}
