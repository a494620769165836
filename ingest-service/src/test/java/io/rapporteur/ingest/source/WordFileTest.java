package io.rapporteur.ingest.source;

import static io.rapporteur.ingest.source.WordBytes.level;
import static io.rapporteur.ingest.source.WordBytes.n;
import static io.rapporteur.ingest.source.WordBytes.p;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapporteur.ingest.source.Line.Kind;
import io.rapporteur.ingest.source.Refusal.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFileTest {

  private static Source read(WordBytes word) {
    return OpenedFile.source(word.bytes(), "report.docx");
  }

  private static List<String> labels(Source source) {
    return source.lines().stream().map(Line::label).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "decimal, %1., 1. 2. 3.",
    "lowerLetter, (%1), (a) (b) (c)",
    "upperLetter, %1), A) B) C)",
    "lowerRoman, (%1), (i) (ii) (iii)",
    "upperRoman, %1., I. II. III.",
    "arabicAbjad, (%1), (أ) (ب) (ج)",
    "arabicAlpha, (%1), (أ) (ب) (ت)",
    "russianLower, %1), а) б) в)",
    "chineseCounting, （%1）, （一） （二） （三）",
    "hindiNumbers, %1-, ١- ٢- ٣-",
    "bullet, \uF0B7, • • •"
  })
  void printsTheNumbersThatWordMakes(String format, String template, String expected) {
    var word =
        WordBytes.body(n(1, 0, "one") + n(1, 0, "two") + n(1, 0, "three"))
            .numbering(
                "<w:abstractNum w:abstractNumId=\"0\">"
                    + level(0, format, template)
                    + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");

    assertThat(labels(read(word))).containsExactly(expected.split(" "));
  }

  @Test
  void countsLevelsAndStartsThemOver() {
    var word =
        WordBytes.body(
                n(1, 0, "one")
                    + n(1, 1, "a")
                    + n(1, 1, "b")
                    + n(1, 2, "i")
                    + n(1, 0, "two")
                    + n(1, 1, "a again")
                    + n(2, 1, "from e")
                    + n(2, 1, "f")
                    + n(1, 0, "three"))
            .numbering(
                "<w:abstractNum w:abstractNumId=\"0\">"
                    + level(0, "decimal", "%1.")
                    + level(1, "lowerLetter", "(%2)")
                    + level(2, "lowerRoman", "%1.%2.%3")
                    + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                    + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"1\">"
                    + "<w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>");

    Source source = read(word);

    assertThat(labels(source))
        .containsExactly("1.", "(a)", "(b)", "1.b.i", "2.", "(a)", "(e)", "(f)", "3.");
    assertThat(source.lines().get(3).depth()).isEqualTo(3);
  }

  @Test
  void takesNumbersFromStylesAndHeadingsFromTheirLevels() {
    var word =
        WordBytes.body(
                p("<w:pStyle w:val=\"H\"/>", "Conclusions")
                    + p("<w:pStyle w:val=\"Derived\"/>", "first")
                    + p("<w:pStyle w:val=\"Derived\"/>", "second")
                    + p(
                        "<w:pStyle w:val=\"Derived\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>",
                        "bare"))
            .styles(
                "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/>"
                    + "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
                    + "<w:style w:type=\"paragraph\" w:styleId=\"Listed\"><w:name w:val=\"Listed\"/>"
                    + "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
                    + "<w:style w:type=\"paragraph\" w:styleId=\"Derived\"><w:name w:val=\"Derived\"/>"
                    + "<w:basedOn w:val=\"Listed\"/></w:style>")
            .numbering(
                "<w:abstractNum w:abstractNumId=\"0\">"
                    + level(0, "decimal", "%1.")
                    + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");

    Source source = read(word);

    assertThat(source.lines().getFirst().kind()).isEqualTo(Kind.HEADING);
    assertThat(labels(source)).containsExactly("", "1.", "2.", "");
  }

  @Test
  void showsTrackedChangesAsAccepted() {
    var word =
        WordBytes.body(
            "<w:p><w:r><w:t>States </w:t></w:r>"
                + "<w:del><w:r><w:delText>must</w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>should</w:t></w:r></w:ins>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
                + "<w:hyperlink><w:r><w:t xml:space=\"preserve\"> act</w:t></w:r></w:hyperlink></w:p>"
                + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p>"
                + p("two"));

    assertThat(OpenedFile.shown(read(word))).containsExactly("States should act", "one two");
  }

  @Test
  void putsAFootnoteAfterTheParagraphOfItsMarker() {
    var word =
        WordBytes.body(
                "<w:p><w:r><w:t>Cooperate</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>"
                    + "<w:r><w:t>; and so on.</w:t></w:r></w:p>"
                    + p("Next."))
            .footnotes(
                "<w:footnote w:type=\"separator\" w:id=\"-1\">"
                    + p("x")
                    + "</w:footnote>"
                    + "<w:footnote w:id=\"2\">"
                    + p("First.")
                    + p("Second.")
                    + "</w:footnote>");

    Source source = read(word);

    assertThat(source.lines())
        .extracting(Line::kind, Line::label, Line::text)
        .containsExactly(
            tuple(Kind.PARAGRAPH, "", "Cooperate¹; and so on."),
            tuple(Kind.FOOTNOTE, "1", "First."),
            tuple(Kind.FOOTNOTE, "1", "Second."),
            tuple(Kind.PARAGRAPH, "", "Next."));
  }

  @Test
  void readsTheRowsOfATable() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var document = new XWPFDocument()) {
      document.createParagraph().createRun().setText("(أ) تقرير الفريق 2020؛");
      var table = document.createTable(2, 2);
      table.getRow(0).getCell(0).setText("Recommendation");
      table.getRow(0).getCell(1).setText("Position");
      table.getRow(1).getCell(0).setText("115.1 Ratify (Benin);");
      table.getRow(1).getCell(1).setText("Supported");
      document.write(out);
    }

    Source source = OpenedFile.source(out.toByteArray(), "table.docx");

    assertThat(source.line(1)).isEqualTo("(أ) تقرير الفريق 2020؛");
    assertThat(source.lines().get(2).kind()).isEqualTo(Kind.ROW);
    assertThat(source.lines().get(2).cells()).containsExactly("115.1 Ratify (Benin);", "Supported");
  }

  @Test
  void refusesAnEntityAttack() {
    byte[] file =
        WordBytes.body(p("&lol;"))
            .prolog("<!DOCTYPE w [<!ENTITY lol SYSTEM \"file:///etc/passwd\">]>")
            .bytes();

    assertThat(OpenedFile.refusal(file, "report.docx").reason()).isEqualTo(Reason.UNSAFE);
  }

  @Test
  void refusesXmlThatIsNestedWithoutEnd() {
    byte[] file =
        WordBytes.body("<w:sdt>".repeat(1_000) + p("x") + "</w:sdt>".repeat(1_000)).bytes();

    assertThat(OpenedFile.refusal(file, "report.docx").reason()).isEqualTo(Reason.UNSAFE);
  }

  @Test
  void refusesAZipBomb() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        zip.write(zeros);
      }
    }

    assertThat(OpenedFile.refusal(out.toByteArray(), "report.docx").reason())
        .isEqualTo(Reason.UNSAFE);
  }

  @Test
  void refusesADocumentThatUnpacksToAHundredTimesItsSize() {
    byte[] file = WordBytes.body(p("x".repeat(8 << 20))).bytes();

    assertThat(OpenedFile.refusal(file, "report.docx").reason()).isEqualTo(Reason.UNSAFE);
  }

  @Test
  void refusesAnEncryptedOfficeFile() {
    byte[] file =
        ("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0"
                + "a\0g\0e\0")
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(OpenedFile.refusal(file, "report.docx").reason()).isEqualTo(Reason.ENCRYPTED);
  }
}
