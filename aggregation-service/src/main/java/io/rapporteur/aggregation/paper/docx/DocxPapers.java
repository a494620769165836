package io.rapporteur.aggregation.paper.docx;

import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperWriter;
import io.rapporteur.aggregation.paper.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Papers as documents for word processors. Each row goes into the file as it is made: POI, which
 * reads them in the tests, would keep the whole document in memory until it writes. The same paper
 * is the same bytes. Thread-safe.
 */
public final class DocxPapers implements PaperWriter {

  static final String HEADER_ID = "rId4";
  static final String FOOTER_ID = "rId5";

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final List<String> PARTS =
      List.of("styles", "settings", "footnotes", "header", "footer");

  /** The first that the format of archives knows: the same content is the same bytes. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  @Override
  public void write(Paper paper, Progress progress, OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out);
    text(zip, "[Content_Types].xml", types());
    text(
        zip,
        "_rels/.rels",
        relations(
            relation(1, OFFICE + "officeDocument", "word/document.xml"),
            relation(2, PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml")));
    text(zip, "docProps/core.xml", core(paper));
    text(zip, "word/_rels/document.xml.rels", partRelations());

    var document = begin(zip, "document", "document");
    var body = new Body(paper, document);
    body.write(progress);
    document.end();

    var footnotes = begin(zip, "footnotes", "footnotes");
    footnotes(footnotes, body.notes());
    footnotes.end();
    var styles = begin(zip, "styles", "styles");
    new Styles(styles).write();
    styles.end();
    var settings = begin(zip, "settings", "settings");
    settings.open("footnotePr");
    settings.empty("footnote", "id", "-1").empty("footnote", "id", "0").close();
    settings
        .open("compat")
        .empty(
            "compatSetting",
            "name",
            "compatibilityMode",
            "uri",
            "http://schemas.microsoft.com/office/word",
            "val",
            "15")
        .close();
    settings.end();
    var header = begin(zip, "header", "hdr");
    new Runs(header).line(Styles.HEADER, paper.language().tag(), paper.running());
    header.end();
    var footer = begin(zip, "footer", "ftr");
    footer(footer);
    footer.end();
    zip.finish();
  }

  private static WordXml begin(ZipOutputStream zip, String part, String root) throws IOException {
    entry(zip, "word/" + part + ".xml");
    return new WordXml(zip, root);
  }

  private static void text(ZipOutputStream zip, String name, String content) throws IOException {
    entry(zip, name);
    zip.write(content.getBytes(StandardCharsets.UTF_8));
  }

  private static void entry(ZipOutputStream zip, String name) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }

  private static void footnotes(WordXml xml, List<Body.Note> notes) throws IOException {
    var runs = new Runs(xml);
    xml.open("footnote", "type", "separator", "id", "-1").open("p").open("r");
    xml.empty("separator").close().close().close();
    xml.open("footnote", "type", "continuationSeparator", "id", "0").open("p").open("r");
    xml.empty("continuationSeparator").close().close().close();
    for (int i = 0; i < notes.size(); i++) {
      Body.Note note = notes.get(i);
      xml.open("footnote", "id", Integer.toString(i + 1));
      runs.begin(Styles.NOTE, note.language());
      xml.open("r").open("rPr").empty("rStyle", "val", Styles.NOTE_MARK).close();
      xml.empty("footnoteRef").close();
      xml.open("r").text(" ").close();
      var paragraphs = Span.paragraphs(note.text());
      runs.runs(note.language(), paragraphs.isEmpty() ? List.of() : paragraphs.getFirst(), 0);
      xml.close();
      runs.paragraphs(Styles.NOTE, note.language(), paragraphs.stream().skip(1).toList(), 0);
      xml.close();
    }
  }

  /** The number of the page of all, centred. */
  private static void footer(WordXml xml) throws IOException {
    xml.open("p").open("pPr").empty("pStyle", "val", Styles.FOOTER).empty("jc", "val", "center");
    xml.close().field("PAGE").open("r").text("/").close().field("NUMPAGES").close();
  }

  private static String types() {
    var types = new StringBuilder(HEAD);
    types.append("<Types xmlns=\"").append(PACKAGE).append("content-types\">");
    types.append(
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
    types.append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    types.append(type("/word/document.xml", WORD + "document.main+xml"));
    types.append(
        type("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"));
    PARTS.forEach(part -> types.append(type("/word/" + part + ".xml", WORD + part + "+xml")));
    return types.append("</Types>").toString();
  }

  private static String partRelations() {
    String[] relations = new String[PARTS.size()];
    for (int i = 0; i < relations.length; i++) {
      relations[i] = relation(i + 1, OFFICE + PARTS.get(i), PARTS.get(i) + ".xml");
    }
    return relations(relations);
  }

  private static String core(Paper paper) {
    return HEAD
        + "<cp:coreProperties xmlns:cp=\""
        + PACKAGE
        + "metadata/core-properties\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
        + "<dc:creator>Rapporteur</dc:creator><dc:language>"
        + paper.language().tag()
        + "</dc:language><dc:title>"
        + escaped(paper.running() + " – " + paper.title().text())
        + "</dc:title><dcterms:created xsi:type=\"dcterms:W3CDTF\">"
        + paper.date()
        + "T00:00:00Z</dcterms:created></cp:coreProperties>";
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, type);
  }

  private static String relations(String... relations) {
    return HEAD
        + "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\">"
        + String.join("", relations)
        + "</Relationships>";
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s\" Target=\"%s\"/>".formatted(id, type, target);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
