package io.rapporteur.comments.table.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.table.Column;
import io.rapporteur.comments.table.FilledRow;
import io.rapporteur.comments.table.NoTableException;
import io.rapporteur.comments.table.Reading;
import io.rapporteur.schemas.http.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

/** Documents as delegations send them, and as Word changes them on the way. */
class DocxReadingTest {

  private static final String W =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

  @Test
  void readsTheTableOfIsoAndIecAsPeopleFillIt() throws Exception {
    Reading reading =
        DocxReading.of(
            byPoi(
                List.of("Date:", "Document:", "Project:"),
                List.of(
                    "MB/NC1",
                    "Line number (e.g. 17)",
                    "Clause/ Subclause (e.g. 3.1)",
                    "Paragraph/ Figure/ Table/ (e.g. Table 1)",
                    "Type of comment²",
                    "Comments",
                    "Proposed change",
                    "Observations of the secretariat"),
                List.of("EG-001", "12", "13(a)", "", "te", "A comment", "A change", "Accepted"),
                List.of("EG-002", "", "13", "(jj)", "ge", "Another", "", "")));

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows()).hasSize(2);
    FilledRow row = reading.rows().getFirst();
    assertThat(row.reference()).contains("13(a)");
    assertThat(row.kind()).contains(Kind.TECHNICAL);
    assertThat(row.comment()).contains("A comment");
    assertThat(row.proposedText()).contains("A change");
    assertThat(row.further(Column.LINE_NUMBER)).contains("12");
    assertThat(row.position()).isEqualTo(Position.NOT_STATED);
    assertThat(reading.rows().get(1).kind()).contains(Kind.SUBSTANTIVE);
    assertThat(reading.rows().get(1).further(Column.PLACE)).contains("(jj)");
    assertThat(reading.remarks())
        .extracting(remark -> remark.fault().message())
        .anyMatch(message -> message.startsWith("A2: MB/NC1") && message.contains("in 2 cells"))
        .anyMatch(message -> message.startsWith("H2: Observations"));
  }

  @Test
  void readsTheTableOfTheIppcAsItWasCompiled() throws Exception {
    Reading reading =
        DocxReading.of(
            byPoi(
                List.of(
                    "Comment Number",
                    "1. Section",
                    "2. para nber",
                    "3. sentence/row/indent, etc.",
                    "4. Type of comment (Substantive,Editorial,Translation)",
                    "5. Proposed rewording",
                    "6. Explanation",
                    "7. Country(ies)"),
                List.of("1.", "Scope", "13(a)", "first", "Translation", "New words", "Why", "EG"),
                List.of("2.", "General comments", "", "", "Substantive", "", "It is long", "")));

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows())
        .extracting(FilledRow::kind)
        .containsExactly(Optional.of(Kind.TRANSLATION), Optional.of(Kind.SUBSTANTIVE));
    assertThat(reading.rows().getFirst().comment()).contains("Why");
    assertThat(reading.rows().getFirst().proposedText()).contains("New words");
    assertThat(reading.rows().get(1).further(Column.SECTION)).contains("General comments");
  }

  @Test
  void takesAnExplanationForTheReasonWhereACommentStandsBesideIt() throws Exception {
    Reading reading =
        DocxReading.of(
            byPoi(
                List.of("Para. no.", "Comment type", "Explanation", "Comment"),
                List.of("13(a)", "TECHNICAL", "because", "No")));

    assertThat(reading.rows().getFirst().comment()).contains("No");
    assertThat(reading.rows().getFirst().rationale()).contains("because");
  }

  @Test
  void readsTrackedChangesAsIfTheyWereAcceptedAndSaysSo() throws Exception {
    Reading reading =
        DocxReading.of(
            document(
                row("Reference", "Comment")
                    + tr(
                        tc(p(r("13(a)"))),
                        tc(
                            "<w:p><w:r><w:t>we </w:t></w:r><w:del><w:r><w:delText>object</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>moved away</w:t></w:r></w:moveFrom>"
                                + "<w:ins><w:r><w:t>agree</w:t></w:r></w:ins></w:p>"))
                    + "<w:tr><w:trPr><w:del/></w:trPr>"
                    + tc(p(r("13(b)")))
                    + tc(p(r("gone")))
                    + "</w:tr>"));

    assertThat(reading.rows())
        .extracting(FilledRow::comment)
        .containsExactly(Optional.of("we agree"));
    assertThat(reading.remarks())
        .singleElement()
        .satisfies(remark -> assertThat(remark.fault().field()).isEqualTo("tracked changes"));
  }

  @Test
  void tellsOfMergedCellsNestedTablesAndHiddenText() throws Exception {
    Reading reading =
        DocxReading.of(
            document(
                row("No.", "Reference", "Comment")
                    + tr(
                        tc("<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + p(r("1"))),
                        tc(p("")),
                        tc(p(r("one"))))
                    + tr(tc("<w:tcPr><w:vMerge/></w:tcPr>" + p("")), tc(p("")), tc(p(r("two"))))
                    + tr(
                        tc(p(r("3"))),
                        tc("<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + p(r("across"))))
                    + tr(
                        tc(p(r("4"))),
                        tc(p("")),
                        tc("<w:tbl>" + row("a", "b") + "</w:tbl>" + p("")))
                    + tr(
                        tc(p(r("5"))),
                        tc(p("")),
                        tc(p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>")))
                    + tr(tc("<w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr>" + p(r("A heading"))))
                    + "<w:tr><w:trPr><w:hidden/></w:trPr>"
                    + tc(p(r("7")))
                    + tc(p(""))
                    + tc(p(r("x")))
                    + "</w:tr>"
                    + row("8", "", "good")));

    assertThat(reading.rows()).extracting(FilledRow::comment).containsExactly(Optional.of("good"));
    assertThat(reading.faults())
        .extracting(fault -> fault.fault().message())
        .containsExactly(
            "A2: merged with other cells (expected: a text)",
            "A3: merged with other cells (expected: a text)",
            "B4: merged with other cells (expected: a text)",
            "C4: merged with other cells (expected: a text)",
            "C5: a table within (expected: a text)",
            "C6: hidden text (expected: a text that people can see)",
            "row 8: hidden (expected: a row that people can see)");
    assertThat(reading.remarks())
        .extracting(remark -> remark.fault().field())
        .containsExactly("row 7");
  }

  @Test
  void readsLinesTabsAndLinksAndSaysWhatItLeftOut() throws Exception {
    Reading reading =
        DocxReading.of(
            document(
                row("Reference", "Comment")
                    + tr(
                        tc(p(r("13(a)"))),
                        tc(
                            p(r("one") + "<w:r><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>")
                                + p(
                                    "<w:hyperlink><w:r><w:t>four</w:t></w:r></w:hyperlink>"
                                        + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>"
                                        + "<w:r><w:drawing><w:t>no</w:t></w:drawing></w:r>")
                                + p("")))));

    assertThat(reading.rows().getFirst().comment()).contains("one\ntwo\tthree\nfour");
    assertThat(reading.remarks())
        .extracting(remark -> remark.fault().message())
        .anyMatch(message -> message.contains("a note"))
        .anyMatch(message -> message.contains("a picture"));
  }

  @Test
  void takesNoRowOfATableWithoutHeadingsBehindOneThatHasThem() throws Exception {
    Reading reading =
        DocxReading.of(
            document(
                row("Reference", "Comment")
                    + row("13(a)", "one")
                    + "</w:tbl><w:p><w:r><w:t>Some text</w:t></w:r></w:p><w:tbl>"
                    + row("13(b)", "two")
                    + "</w:tbl><w:tbl>"
                    + row("Comment", "Reference")
                    + row("three", "13(c)")
                    + row("Comment", "Reference")));

    assertThat(reading.rows())
        .extracting(FilledRow::comment)
        .containsExactly(Optional.of("one"), Optional.of("three"));
    assertThat(reading.faults())
        .extracting(fault -> fault.fault().message())
        .containsExactly(
            "row 3: in a table without headings (expected: the headings above the rows of each table)");
    assertThat(reading.remarks())
        .extracting(remark -> remark.fault().field())
        .containsExactly("text outside of tables");
  }

  @Test
  void refusesADocumentWithoutATableOfComments() {
    assertThatThrownBy(() -> DocxReading.of(document(row("some", "words"))))
        .isInstanceOf(NoTableException.class)
        .hasMessageStartingWith("header: missing");
  }

  @Test
  void refusesEntities() throws Exception {
    byte[] file =
        zip(
            "<!DOCTYPE w [<!ENTITY x \"y\">]><w:document "
                + W
                + "><w:body><w:tbl>"
                + row("Reference", "&x;")
                + "</w:tbl></w:body></w:document>");

    assertThatThrownBy(() -> DocxReading.of(file))
        .isInstanceOfSatisfying(
            NoTableException.class,
            e -> assertThat(e.type()).isIn(ProblemType.FILE_UNSAFE, ProblemType.NOT_A_TABLE));
  }

  @SafeVarargs
  private static byte[] byPoi(List<String>... rows) throws IOException {
    try (var document = new XWPFDocument();
        var file = new ByteArrayOutputStream()) {
      int columns = Arrays.stream(rows).mapToInt(List::size).max().orElse(1);
      XWPFTable table = document.createTable(rows.length, columns);
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < rows[row].size(); column++) {
          table.getRow(row).getCell(column).setText(rows[row].get(column));
        }
      }
      document.write(file);
      return file.toByteArray();
    }
  }

  private static String row(String... cells) {
    return tr(Arrays.stream(cells).map(cell -> tc(p(r(cell)))).toArray(String[]::new));
  }

  private static String tr(String... cells) {
    return Arrays.stream(cells).collect(Collectors.joining("", "<w:tr>", "</w:tr>"));
  }

  private static String tc(String content) {
    return "<w:tc>" + content + "</w:tc>";
  }

  private static String p(String runs) {
    return "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>" + runs + "</w:p>";
  }

  private static String r(String text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  }

  private static byte[] document(String rows) throws IOException {
    return zip("<w:document " + W + "><w:body><w:tbl>" + rows + "</w:tbl></w:body></w:document>");
  }

  private static byte[] zip(String document) throws IOException {
    var file = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(file)) {
      put(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              + "<Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
      put(
          zip,
          "_rels/.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
      put(zip, "word/document.xml", document);
    }
    return file.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
