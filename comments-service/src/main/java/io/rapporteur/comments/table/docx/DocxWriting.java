package io.rapporteur.comments.table.docx;

import io.rapporteur.comments.table.Layout;
import io.rapporteur.comments.table.Template;
import io.rapporteur.comments.table.office.TimelessZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the table as a document of one table across the page. The document is protected without a
 * password, so that it is filled in its content controls and nowhere else; POI writes no content
 * controls. The same table gives the same bytes.
 */
public final class DocxWriting {

  /** Media type of what is written. */
  public static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  private static final String TYPES =
      HEAD
          + "<Types xmlns=\""
          + PACKAGE
          + "content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + type("/word/document.xml", WORD + "document.main+xml")
          + type("/word/settings.xml", WORD + "settings+xml")
          + type("/word/styles.xml", WORD + "styles+xml")
          + type("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
          + type(
              "/docProps/custom.xml",
              "application/vnd.openxmlformats-officedocument.custom-properties+xml")
          + "</Types>";

  private static final String PACKAGE_RELATIONS =
      HEAD
          + "<Relationships xmlns=\""
          + PACKAGE
          + "relationships\">"
          + relation(1, OFFICE + "relationships/officeDocument", "word/document.xml")
          + relation(2, PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml")
          + relation(3, OFFICE + "relationships/custom-properties", "docProps/custom.xml")
          + "</Relationships>";

  private static final String DOCUMENT_RELATIONS =
      HEAD
          + "<Relationships xmlns=\""
          + PACKAGE
          + "relationships\">"
          + relation(1, OFFICE + "relationships/settings", "settings.xml")
          + relation(2, OFFICE + "relationships/styles", "styles.xml")
          + "</Relationships>";

  private DocxWriting() {}

  /** The bytes of the file. */
  public static byte[] of(Template template, Layout layout) {
    var file = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(file)) {
      put(zip, "[Content_Types].xml", TYPES);
      put(zip, "_rels/.rels", PACKAGE_RELATIONS);
      put(zip, "word/document.xml", document(template, layout));
      put(zip, "word/_rels/document.xml.rels", DOCUMENT_RELATIONS);
      put(zip, "word/settings.xml", settings());
      put(zip, "word/styles.xml", styles());
      put(zip, "docProps/core.xml", core(template));
      put(zip, "docProps/custom.xml", custom(template));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return TimelessZip.of(file.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String document(Template template, Layout layout) {
    var xml = new WordXml("document");
    xml.open("body");
    new DocxTable(template, layout, xml).write();
    xml.empty("p")
        .open("sectPr")
        .empty("pgSz", "w", "16838", "h", "11906", "orient", "landscape")
        .empty(
            "pgMar", "top", "720", "right", "720", "bottom", "720", "left", "720", "header", "360",
            "footer", "360", "gutter", "0")
        .close()
        .close();
    return xml.end();
  }

  private static String settings() {
    return new WordXml("settings")
        .empty("documentProtection", "edit", "forms", "enforcement", "1")
        .end();
  }

  /** Arial has Arabic letters wherever it is installed. */
  private static String styles() {
    return new WordXml("styles")
        .open("docDefaults")
        .open("rPrDefault")
        .open("rPr")
        .empty("rFonts", "ascii", "Arial", "hAnsi", "Arial", "cs", "Arial")
        .empty("sz", "val", "16")
        .empty("szCs", "val", "16")
        .close()
        .close()
        .close()
        .end();
  }

  private static String core(Template template) {
    String opened = template.opensAt().truncatedTo(ChronoUnit.SECONDS).toString();
    return HEAD
        + "<cp:coreProperties xmlns:cp=\""
        + PACKAGE
        + "metadata/core-properties\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
        + "<dc:creator>Rapporteur</dc:creator><dc:title>"
        + escaped(template.title())
        + "</dc:title>"
        + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">"
        + opened
        + "</dcterms:created>"
        + "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">"
        + opened
        + "</dcterms:modified>"
        + "</cp:coreProperties>";
  }

  private static String custom(Template template) {
    return HEAD
        + "<Properties xmlns=\""
        + OFFICE
        + "custom-properties\" xmlns:vt=\""
        + OFFICE
        + "docPropsVTypes\">"
        + property(2, "rapporteur.consultation", template.consultation())
        + property(3, "rapporteur.language", template.language().tag())
        + "</Properties>";
  }

  private static String property(int id, String name, String value) {
    return "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"%d\" name=\"%s\"><vt:lpwstr>%s</vt:lpwstr></property>"
        .formatted(id, name, escaped(value));
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, type);
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s\" Target=\"%s\"/>".formatted(id, type, target);
  }

  private static String escaped(String text) {
    return WordXml.valid(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
