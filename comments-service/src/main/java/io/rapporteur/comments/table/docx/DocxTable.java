package io.rapporteur.comments.table.docx;

import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.table.Column;
import io.rapporteur.comments.table.Layout;
import io.rapporteur.comments.table.Layout.Head;
import io.rapporteur.comments.table.Line;
import io.rapporteur.comments.table.Template;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.comments.table.Words;
import java.text.Bidi;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The one table of the document. Where the delegation writes, a cell holds a content control: a
 * list where there are words to choose from, else a text of many lines; all else is grey, and the
 * protection of the document keeps it.
 */
final class DocxTable {

  /** Twentieths of a point between the margins of A4 across. */
  private static final int WIDTH = 15_400;

  private static final String HIDDEN_WIDTH = "15";
  private static final int LONGEST_ALIAS = 64;
  private static final String GREY = "D9D9D9";

  /** What Word shows where nothing is written yet. */
  private static final String PLACEHOLDER = "     ";

  private static final Map<Column, Integer> SHARES =
      Map.of(
          Column.NUMBER, 2,
          Column.REFERENCE, 3,
          Column.TEXT, 9,
          Column.COMMENT, 8,
          Column.PROPOSED_TEXT, 8,
          Column.RATIONALE, 6,
          Column.ON_BEHALF_OF, 3,
          Column.CO_SPONSORS, 3,
          Column.ATTACHMENTS, 3);

  private final Template template;
  private final Layout layout;
  private final Words words;
  private final List<Head> heads;
  private final WordXml xml;
  private int controls;

  DocxTable(Template template, Layout layout, WordXml xml) {
    this.template = template;
    this.layout = layout;
    this.words = Words.in(template.language());
    this.heads = layout.heads(template);
    this.xml = xml;
  }

  void write() {
    xml.open("tbl").open("tblPr");
    if (template.language().rightToLeft()) {
      xml.empty("bidiVisual");
    }
    xml.empty("tblW", "w", Integer.toString(WIDTH), "type", "dxa");
    borders();
    xml.empty("tblLayout", "type", "fixed").close();
    xml.open("tblGrid");
    heads.forEach(head -> xml.empty("gridCol", "w", width(head)));
    xml.close();
    header();
    template.lines().forEach(this::line);
    xml.close();
  }

  private void borders() {
    xml.open("tblBorders");
    for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
      xml.empty(side, "val", "single", "sz", "4", "space", "0", "color", "808080");
    }
    xml.close();
  }

  private String width(Head head) {
    if (hidden(head)) {
      return HIDDEN_WIDTH;
    }
    int all = heads.stream().filter(h -> !hidden(h)).mapToInt(DocxTable::share).sum();
    return Integer.toString(WIDTH * share(head) / all);
  }

  private static int share(Head head) {
    return head.column().map(column -> SHARES.getOrDefault(column, 4)).orElse(3);
  }

  private static boolean hidden(Head head) {
    return head.column().filter(Column::hidden).isPresent();
  }

  private void header() {
    xml.open("tr").open("trPr").empty("cantSplit").empty("tblHeader").close();
    for (Head head : heads) {
      cell(head, false);
      paragraph(head.heading());
      run(head.heading(), head, true, false);
      xml.close().close();
    }
    xml.close();
  }

  private void line(Line line) {
    xml.open("tr");
    for (Head head : heads) {
      boolean written = head.written(line);
      String text = layout.cell(line, head);
      cell(head, written);
      paragraph(text);
      if (written) {
        control(head, text);
      } else if (!text.isEmpty()) {
        boolean words = head.column().filter(column -> column == Column.TEXT).isPresent();
        run(
            text,
            head,
            words && line.role() == Line.Role.SECTION,
            words && (line.role() == Line.Role.DISCLAIMER || line.role() == Line.Role.NOTICE));
      }
      xml.close().close();
    }
    xml.close();
  }

  private void cell(Head head, boolean written) {
    xml.open("tc").open("tcPr").empty("tcW", "w", width(head), "type", "dxa");
    if (!written) {
      xml.empty("shd", "val", "clear", "color", "auto", "fill", GREY);
    }
    xml.close();
  }

  private void paragraph(String text) {
    xml.open("p").open("pPr");
    if (rightToLeft(text)) {
      xml.empty("bidi");
    }
    xml.close();
  }

  private boolean rightToLeft(String text) {
    return text.isBlank()
        ? template.language().rightToLeft()
        : !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
  }

  private void run(String text, Head head, boolean bold, boolean italic) {
    xml.open("r").open("rPr");
    if (bold) {
      xml.empty("b").empty("bCs");
    }
    if (italic) {
      xml.empty("i").empty("iCs");
    }
    if (hidden(head)) {
      xml.empty("vanish");
    }
    if (rightToLeft(text)) {
      xml.empty("rtl");
    }
    xml.close().runText(text).close();
  }

  private void control(Head head, String text) {
    Column column = head.column().orElse(Column.COMMENT);
    String alias = head.heading();
    xml.open("sdt")
        .open("sdtPr")
        .empty("alias", "val", alias.substring(0, Math.min(LONGEST_ALIAS, alias.length())))
        .empty("tag", "val", column.name().toLowerCase(Locale.ROOT))
        .empty("id", "val", Integer.toString(++controls))
        .empty("lock", "val", "sdtLocked");
    if (text.isEmpty()) {
      xml.empty("showingPlcHdr");
    }
    switch (column) {
      case KIND ->
          choice("dropDownList", Stream.of(Kind.values()).map(k -> layout.kind(k, words)).toList());
      case POSITION ->
          choice(
              "dropDownList",
              Stream.of(Position.values())
                  .filter(position -> position != Position.NOT_STATED)
                  .map(words::position)
                  .toList());
      case LANGUAGE -> choice("comboBox", languages());
      case AMENDED_LANGUAGE -> choice("dropDownList", languages());
      default -> xml.empty("text", "multiLine", "1");
    }
    xml.close().open("sdtContent");
    run(text.isEmpty() ? PLACEHOLDER : text, head, false, false);
    xml.close().close();
  }

  private List<String> languages() {
    return Arrays.stream(UnLanguage.values()).map(words::language).toList();
  }

  private void choice(String control, List<String> offered) {
    xml.open(control);
    offered.forEach(word -> xml.empty("listItem", "displayText", word, "value", word));
    xml.close();
  }
}
