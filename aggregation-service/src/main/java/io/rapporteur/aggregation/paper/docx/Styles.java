package io.rapporteur.aggregation.paper.docx;

import java.io.IOException;

/** The styles of the document, in the manner of a conference room paper. */
final class Styles {

  static final String TEXT = "Normal";
  static final String SYMBOL = "Symbol";
  static final String MASTHEAD = "Masthead";
  static final String TITLE = "Title";
  static final String SUBTITLE = "Subtitle";
  static final String NOTICE = "Notice";
  static final String SECTION = "Heading1";
  static final String ITEM = "Heading2";
  static final String ITEM_TEXT = "ItemText";
  static final String HEAD = "TableHead";
  static final String NAME = "ParticipantName";
  static final String FACT = "Fact";
  static final String LABEL = "Label";
  static final String COMMENT = "CommentText";
  static final String QUOTED = "Quoted";
  static final String NOTE = "FootnoteText";
  static final String NOTE_MARK = "FootnoteReference";
  static final String HEADER = "Header";
  static final String FOOTER = "Footer";

  private final WordXml xml;

  Styles(WordXml xml) {
    this.xml = xml;
  }

  void write() throws IOException {
    xml.open("docDefaults").open("rPrDefault").open("rPr");
    xml.empty(
        "rFonts",
        "ascii",
        "Times New Roman",
        "hAnsi",
        "Times New Roman",
        "eastAsia",
        "SimSun",
        "cs",
        "Times New Roman");
    size(20, 24);
    xml.empty("lang", "val", "en-GB", "eastAsia", "zh-CN", "bidi", "ar-SA");
    xml.close().close().open("pPrDefault").close().close();
    style(TEXT, "Normal", "", 0, 0, 20, false, false, -1);
    style(SYMBOL, "Symbol", TEXT, 0, 40, 24, true, false, -1);
    style(MASTHEAD, "Masthead", TEXT, 0, 0, 18, false, false, -1);
    style(TITLE, "Title", TEXT, 240, 80, 32, true, false, -1);
    style(SUBTITLE, "Subtitle", TEXT, 0, 200, 24, true, false, -1);
    style(NOTICE, "Notice", TEXT, 0, 80, 18, false, true, -1);
    style(SECTION, "heading 1", TEXT, 360, 120, 26, true, false, 0);
    style(ITEM, "heading 2", TEXT, 280, 60, 22, true, false, 1);
    style(ITEM_TEXT, "Item text", TEXT, 0, 100, 20, false, false, -1);
    style(HEAD, "Table head", TEXT, 20, 20, 18, true, false, -1);
    style(NAME, "Participant", TEXT, 20, 20, 20, true, false, -1);
    style(FACT, "Fact", TEXT, 0, 20, 18, false, false, -1);
    style(LABEL, "Label", TEXT, 60, 20, 16, false, true, -1);
    style(COMMENT, "Comment text", TEXT, 0, 60, 20, false, false, -1);
    style(QUOTED, "Quoted", COMMENT, 0, 60, 20, false, false, -1);
    style(NOTE, "footnote text", TEXT, 0, 20, 18, false, false, -1);
    style(HEADER, "header", TEXT, 0, 120, 18, true, false, -1);
    style(FOOTER, "footer", TEXT, 0, 0, 18, false, false, -1);
    xml.open("style", "type", "character", "styleId", NOTE_MARK)
        .empty("name", "val", "footnote reference")
        .open("rPr")
        .empty("vertAlign", "val", "superscript")
        .close()
        .close();
  }

  /** Sizes in half points; spaces in twentieths of a point; Arabic is set a sixth larger. */
  private void style(
      String id,
      String name,
      String basedOn,
      int before,
      int after,
      int size,
      boolean bold,
      boolean italic,
      int outline)
      throws IOException {
    if (basedOn.isEmpty()) {
      xml.open("style", "type", "paragraph", "default", "1", "styleId", id);
    } else {
      xml.open("style", "type", "paragraph", "styleId", id);
    }
    xml.empty("name", "val", name);
    if (!basedOn.isEmpty()) {
      xml.empty("basedOn", "val", basedOn);
    }
    if (outline >= 0) {
      xml.empty("next", "val", ITEM_TEXT);
    }
    xml.empty("qFormat").open("pPr");
    // Not within a table: LibreOffice loses rows and lines there that are kept with the next.
    if (outline >= 0) {
      xml.empty("keepNext");
    }
    xml.empty("spacing", "before", Integer.toString(before), "after", Integer.toString(after));
    if (id.equals(QUOTED)) {
      xml.empty("ind", "start", "284");
    }
    if (outline >= 0) {
      xml.empty("outlineLvl", "val", Integer.toString(outline));
    }
    xml.close().open("rPr");
    if (bold) {
      xml.empty("b").empty("bCs");
    }
    if (italic) {
      xml.empty("i").empty("iCs");
    }
    size(size, size + size / 6);
    xml.close().close();
  }

  private void size(int latin, int arabic) throws IOException {
    xml.empty("sz", "val", Integer.toString(latin));
    xml.empty("szCs", "val", Integer.toString(arabic));
  }
}
