package io.rapporteur.comments.table.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that mean harm, or were made by people in a hurry, read by a process with half of the
 * memory that the service has: each ends with a problem type of its own, or is read.
 */
class BadTablesUnderLimitsTest {

  private static final String HEAP = "-Xmx128m";
  private static final int SECONDS = 300;
  private static final String SHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
  private static final String DOCUMENT =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  private static final String HEADER =
      "<row r=\"1\">" + cell("Reference") + cell("Comment") + "</row>";
  private static final String WORD_ROW =
      "<w:tr><w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc></w:tr>";
  private static final String EMPTY_WORD_ROW =
      "<w:tr><w:tc><w:p></w:p></w:tc><w:tc><w:p></w:p></w:tc></w:tr>";

  @TempDir Path folder;
  private final Map<String, String> expected = new LinkedHashMap<>();

  @Test
  void endWithAProblemOfTheirOwnOrAreRead() throws IOException, InterruptedException {
    spreadsheets();
    bombs();
    documents();
    texts();

    Map<String, String> results = open();

    assertThat(results.keySet()).containsExactlyElementsOf(expected.keySet());
    expected.forEach((name, result) -> assertThat(results.get(name)).as(name).matches(result));
  }

  private void spreadsheets() throws IOException {
    var rows = new StringBuilder(HEADER);
    for (int row = 2; row < 1_048_576; row++) {
      rows.append("<row r=\"").append(row).append("\"/>");
    }
    rows.append("<row r=\"1048576\">").append(cell("13(a)")).append(cell("last")).append("</row>");
    put("million-empty-rows.xlsx", sheet(rows.toString(), ""), "READ 1 rows, 0 faults");
    put(
        "formula.xlsx",
        sheet(HEADER + "<row r=\"2\">" + cell("13(a)") + "<c><f>1+1</f><v>2</v></c></row>", ""),
        "READ 0 rows, 1 faults");
    put(
        "merged-everywhere.xlsx",
        sheet(
            HEADER, "<mergeCells>" + "<mergeCell ref=\"A1:B2\"/>".repeat(5_000) + "</mergeCells>"),
        "NOT_A_TABLE .*merged areas.*");
    put(
        "macros.xlsm",
        workbook("application/vnd.ms-excel.sheet.macroEnabled.main+xml", HEADER, "", Map.of()),
        "FILE_UNSAFE .*macros.*");
    put(
        "macros-inside.xlsx",
        workbook(SHEET, HEADER, "", Map.of("xl/vbaProject.bin", "x")),
        "FILE_UNSAFE .*macros.*");
    var many = new StringBuilder(HEADER);
    for (int row = 2; row <= 10_002; row++) {
      many.append("<row>").append(cell("13(a)")).append(cell("text")).append("</row>");
    }
    put("too-many-rows.xlsx", sheet(many.toString(), ""), "TOO_LARGE .*10000 rows.*");
  }

  private void bombs() throws IOException {
    put("bomb-spaces.xlsx", bomb(SHEET, "xl/worksheets/sheet1.xml", " ", 1_000), "FILE_UNSAFE .*");
    put(
        "bomb-rows.xlsx",
        bomb(SHEET, "xl/worksheets/sheet1.xml", "<row r=\"1\"><c><v>1</v></c></row>", 1_000),
        "FILE_UNSAFE .*");
    put(
        "bomb-strings.xlsx",
        bomb(SHEET, "xl/sharedStrings.xml", "<si><t>a</t></si>", 400),
        "(TOO_LARGE|FILE_UNSAFE) .*");
    put("bomb-types.xlsx", bomb(SHEET, "[Content_Types].xml", " ", 1_000), "FILE_UNSAFE .*");
    put("bomb.docx", bomb(DOCUMENT, "word/document.xml", "<w:tr></w:tr>", 1_000), "FILE_UNSAFE .*");
    put("bomb-attribute.docx", bomb(DOCUMENT, "word/document.xml", "a", 1_000), "FILE_UNSAFE .*");
    Map<String, String> entries = new LinkedHashMap<>();
    for (int entry = 0; entry < 6_000; entry++) {
      entries.put("word/" + entry + ".xml", "");
    }
    put("many-entries.docx", workbook(SHEET, HEADER, "", entries), "NOT_A_TABLE .*");
  }

  private void documents() throws IOException {
    String head = WORD_ROW.formatted("Reference", "Comment");
    put(
        "many-empty-rows.docx",
        document(head + EMPTY_WORD_ROW.repeat(500_000) + WORD_ROW.formatted("13(a)", "last")),
        "READ 1 rows, 0 faults");
    put(
        "deep.docx",
        document(
            head
                + "<w:tr><w:tc></w:tc><w:tc>"
                + "<w:tbl><w:tr><w:tc>".repeat(20_000)
                + "</w:tc></w:tr></w:tbl>".repeat(20_000)
                + "</w:tc></w:tr>"),
        "(READ 0 rows, 1 faults|NOT_A_TABLE .*|FILE_UNSAFE .*)");
    put(
        "macros.docm",
        zip(
            "application/vnd.ms-word.document.macroEnabled.main+xml",
            Map.of("word/document.xml", "<w:document/>")),
        "FILE_UNSAFE .*macros.*");
    put(
        "large.docx",
        document(head + WORD_ROW.formatted("13(a)", "text").repeat(9_000)),
        "READ 9000 .*");
  }

  private void texts() throws IOException {
    String table = "Reference,Comment\n13(a),été\n";
    put("utf16.csv", table.getBytes(UTF_16), "FILE_ENCODING .*");
    put("latin1.csv", table.getBytes(ISO_8859_1), "FILE_ENCODING .*");
    put("utf8.csv", table.getBytes(UTF_8), "READ 1 rows, 0 faults");
    put(
        "dates.csv",
        "Reference,Comment\n13(a),01/02/2021\n".getBytes(UTF_8),
        "READ 1 rows, 0 faults");
    put(
        "long-cell.csv",
        ("Reference,Comment\n13(a)," + "a".repeat(17_000_000)).getBytes(UTF_8),
        "TOO_LARGE .*");
    put("too-large.csv", new byte[FilledFile.LARGEST + 1], "TOO_LARGE .*20 MB.*");
    put(
        "deep.ndjson",
        ("{\"text\":" + "[".repeat(1_000_000)).getBytes(UTF_8),
        "READ 0 rows, 1 faults");
    put("zeros.bin", new byte[1_000], "FILE_ENCODING .*");
    put("nothing.csv", new byte[0], "NOT_A_TABLE .*");
    var ole = new ByteArrayOutputStream();
    ole.write(
        new byte[] {
          (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
        });
    put("old.xls", ole.toByteArray(), "NOT_A_TABLE .*1997.*");
    ole.write("EncryptedPackage".getBytes(UTF_16LE));
    put("encrypted.xlsx", ole.toByteArray(), "FILE_ENCRYPTED .*");
  }

  private Map<String, String> open() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of(HEAP, "-cp", System.getProperty("java.class.path"), OpeningTables.class.getName()));
    expected.keySet().forEach(name -> command.add(folder.resolve(name).toString()));
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    Map<String, String> results = new LinkedHashMap<>();
    for (String line : Files.readAllLines(output)) {
      int space = line.indexOf(' ');
      results.put(line.substring(0, space), line.substring(space + 1));
    }
    return results;
  }

  private void put(String name, byte[] file, String result) throws IOException {
    Files.write(folder.resolve(name), file);
    expected.put(name, result);
  }

  private static String cell(String text) {
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private static byte[] sheet(String rows, String after) throws IOException {
    return workbook(SHEET, rows, after, Map.of());
  }

  private static byte[] workbook(String type, String rows, String after, Map<String, String> others)
      throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    parts.put("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml"));
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + rows
            + "</sheetData>"
            + after
            + "</worksheet>");
    parts.putAll(others);
    return zip(type, parts);
  }

  private static byte[] document(String rows) throws IOException {
    return zip(
        DOCUMENT,
        Map.of(
            "word/document.xml",
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl>"
                + rows
                + "</w:tbl></w:body></w:document>"));
  }

  private static String types(String type) {
    String main = type.contains("word") ? "/word/document.xml" : "/xl/workbook.xml";
    return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\""
        + main
        + "\" ContentType=\""
        + type
        + "\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>"
        + "</Types>";
  }

  private static String relations(String type, String target) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        + type
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
  }

  private static byte[] zip(String type, Map<String, String> parts) throws IOException {
    var file = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(file)) {
      entry(zip, "[Content_Types].xml", types(type));
      String main = type.contains("word") ? "word/document.xml" : "xl/workbook.xml";
      entry(zip, "_rels/.rels", relations("officeDocument", main));
      for (Map.Entry<String, String> part : parts.entrySet()) {
        entry(zip, part.getKey(), part.getValue());
      }
    }
    return file.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(UTF_8));
    zip.closeEntry();
  }

  /** A part that holds one thing over and over, in megabytes. */
  private static byte[] bomb(String type, String bombed, String unit, int megabytes)
      throws IOException {
    byte[] megabyte = unit.repeat((1 << 20) / unit.length()).getBytes(UTF_8);
    var file = new ByteArrayOutputStream();
    byte[] whole = type.contains("word") ? document("") : sheet(HEADER, "");
    try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(whole));
        var zip = new ZipOutputStream(file)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.getName().equals(bombed)) {
          zip.putNextEntry(new ZipEntry(entry.getName()));
          in.transferTo(zip);
          zip.closeEntry();
        }
      }
      zip.putNextEntry(new ZipEntry(bombed));
      zip.write(start(bombed, unit).getBytes(UTF_8));
      for (int n = 0; n < megabytes; n++) {
        zip.write(megabyte);
      }
      zip.closeEntry();
    }
    return file.toByteArray();
  }

  private static String start(String bombed, String unit) {
    return switch (bombed) {
      case "word/document.xml" ->
          "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
              + (unit.equals("a") ? " a=\"" : "><w:body><w:tbl>");
      case "xl/sharedStrings.xml" ->
          "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
      case "xl/worksheets/sheet1.xml" ->
          "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
      default -> "";
    };
  }
}
