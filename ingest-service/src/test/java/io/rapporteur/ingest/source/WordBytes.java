package io.rapporteur.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A DOCX made of the XML of its parts, for what Word writes and POI's own model does not. */
final class WordBytes {

  private static final String W =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private String prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  static WordBytes body(String xml) {
    return new WordBytes()
        .part("document", "<w:document %s><w:body>" + xml + "</w:body></w:document>");
  }

  WordBytes prolog(String xml) {
    prolog = xml;
    return this;
  }

  WordBytes styles(String xml) {
    return part("styles", "<w:styles %s>" + xml + "</w:styles>");
  }

  WordBytes numbering(String xml) {
    return part("numbering", "<w:numbering %s>" + xml + "</w:numbering>");
  }

  WordBytes footnotes(String xml) {
    return part("footnotes", "<w:footnotes %s>" + xml + "</w:footnotes>");
  }

  private WordBytes part(String name, String xml) {
    parts.put(name, xml.replaceFirst("%s", W));
    return this;
  }

  static String p(String text) {
    return p("", text);
  }

  static String p(String properties, String text) {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  /** A numbered paragraph. */
  static String n(int list, int level, String text) {
    return p(
        "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr>".formatted(level, list),
        text);
  }

  static String level(int level, String format, String template) {
    return level(level, format, template, "");
  }

  static String level(int level, String format, String template, String more) {
    return ("<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>%s"
            + "<w:lvlText w:val=\"%s\"/></w:lvl>")
        .formatted(level, format, more, template);
  }

  byte[] bytes() {
    var types = new StringBuilder();
    var relations = new StringBuilder();
    parts
        .keySet()
        .forEach(
            name -> {
              String main = name.equals("document") ? "document.main" : name;
              types.append(
                  "<Override PartName=\"/word/%s.xml\" ContentType=\"%s%s+xml\"/>"
                      .formatted(name, TYPE, main));
              relations.append(
                  "<Relationship Id=\"r%s\" Type=\"%s%s\" Target=\"%s.xml\"/>"
                      .formatted(name, RELATION, name, name));
            });
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      put(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Default Extension=\"rels\" ContentType="
              + "\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              + types
              + "</Types>");
      put(
          zip,
          "_rels/.rels",
          relationships(
              "<Relationship Id=\"r1\" Type=\"%sofficeDocument\" Target=\"word/document.xml\"/>"
                  .formatted(RELATION)));
      put(zip, "word/_rels/document.xml.rels", relationships(relations.toString()));
      for (var part : parts.entrySet()) {
        put(zip, "word/" + part.getKey() + ".xml", prolog + part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String relationships(String inner) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + inner
        + "</Relationships>";
  }

  private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
  }
}
