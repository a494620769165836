package io.rapporteur.aggregation.paper.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.paper.Order;
import io.rapporteur.aggregation.paper.OtherSoftware;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperWriter;
import io.rapporteur.aggregation.paper.PaperWriter.Progress;
import io.rapporteur.aggregation.paper.Sample;
import io.rapporteur.aggregation.paper.UnLanguage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheetsTest {

  @ParameterizedTest
  @EnumSource
  void holdEachCommentInARowBesideWhoSaysIt(Order order) throws IOException {
    List<List<String>> csv = csv(order, paper());
    List<String> head = csv.getFirst();

    assertThat(csv)
        .filteredOn(row -> row.contains(Sample.ENGLISH))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).contains("Brazil", "13(a)", "1");
              assertThat(row.get(head.indexOf("Identifier"))).isEqualTo("doc.13.a");
              assertThat(row.get(head.indexOf("Position"))).isEqualTo("Support");
            });
    assertThat(csv).allSatisfy(row -> assertThat(row).hasSameSizeAs(head));
    assertThat(xlsx(order, paper()).getFirst()).isEqualTo(head);
  }

  @Test
  void beginInTheOrderOfTheTablesOfOthers() throws IOException {
    assertThat(csv(Order.ISO, paper()).getFirst())
        .startsWith(
            "MB/NC",
            "Line number",
            "Clause/Subclause",
            "Paragraph/Figure/Table",
            "Type of comment",
            "Comments",
            "Proposed change",
            "Observations of the secretariat");
    assertThat(csv(Order.IPPC, paper()).getFirst())
        .startsWith(
            "Comment number",
            "1. Section",
            "2. Para nber",
            "3. Sentence/row/indent, etc.",
            "4. Type of comment (Substantive, Editorial, Translation)",
            "5. Proposed rewording",
            "6. Explanation",
            "7. Country");
    assertThat(csv(Order.ISO, paper()))
        .filteredOn(row -> row.contains(Sample.ENGLISH))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.subList(0, 6))
                    .containsExactly("Brazil", "", "13(a)", "", "ed", Sample.ENGLISH));
  }

  @Test
  void writeAnApostropheBeforeWhatLooksLikeAFormulaInAFileOfFields() throws IOException {
    String csv = new String(bytes(new CsvSheets(Order.OURS), paper()), StandardCharsets.UTF_8);

    String formula = Sample.FORMULA.replace("\"", "\"\"");
    assertThat(csv).contains("\"'" + formula).doesNotContain("\"" + formula);
  }

  @Test
  void keepWhatLooksLikeAFormulaAsText() throws IOException {
    byte[] file = bytes(new XlsxSheets(Order.OURS), paper());

    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      List<Cell> found = new ArrayList<>();
      for (Row row : workbook.getSheetAt(0)) {
        for (Cell cell : row) {
          assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.NUMERIC);
          if (cell.getCellType() == CellType.STRING
              && cell.getStringCellValue().equals(Sample.FORMULA)) {
            found.add(cell);
          }
        }
      }
      assertThat(found).hasSize(1);
      assertThat(found.getFirst().getCellStyle().getQuotePrefixed()).isTrue();
    }
  }

  @Test
  void areReadByLibreOfficeAsTexts() throws IOException {
    Path file =
        OtherSoftware.file(
            "formula.xlsx", out -> new XlsxSheets(Order.OURS).write(paper(), Progress.UNSEEN, out));

    String csv =
        Files.readString(
            OtherSoftware.libreOffice(file, "csv:Text - txt - csv (StarCalc):44,34,76"));

    assertThat(csv)
        .contains(Sample.FORMULA.replace("\"", "\"\""))
        .containsSubsequence(Sample.ENGLISH, Sample.CHINESE, Sample.ARABIC);
  }

  /** Not every program reads what is written as for files of 4 GB. */
  @Test
  void areArchivesThatAnyProgramReads() throws IOException {
    byte[] file = bytes(new XlsxSheets(Order.OURS), paper());

    int entries = 0;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      while (zip.getNextEntry() != null) {
        assertThat(zip.readAllBytes()).isNotEmpty();
        entries++;
      }
    }
    assertThat(entries).isGreaterThan(5);
  }

  @Test
  void runFromRightToLeftInArabic() throws IOException {
    byte[] file = bytes(new XlsxSheets(Order.OURS), Sample.paper(UnLanguage.AR, Sample.comments()));

    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      assertThat(workbook.getSheetAt(0).isRightToLeft()).isTrue();
      assertThat(workbook.getSheetAt(0).getRow(0).getCell(7).getStringCellValue())
          .isEqualTo("نوع التعليق");
    }
  }

  @Test
  void holdAProposedTextOf20000CharactersInOneCellAsLibreOfficeReadsIt() throws IOException {
    String proposed = Sample.arabic(20_000);
    Paper paper =
        Sample.paper(
            UnLanguage.AR,
            List.of(
                Sample.comment(
                    "1",
                    "eg",
                    "member-state",
                    Optional.of(Sample.ITEM_A),
                    Sample.proposal("نص", proposed))));
    Path file =
        OtherSoftware.file(
            "long.xlsx", out -> new XlsxSheets(Order.OURS).write(paper, Progress.UNSEEN, out));

    String csv =
        Files.readString(
            OtherSoftware.libreOffice(file, "csv:Text - txt - csv (StarCalc):44,34,76"));

    try (CSVParser parser = CSVParser.parse(csv, CSVFormat.RFC4180)) {
      assertThat(parser.getRecords())
          .anySatisfy(row -> assertThat(row.toList()).contains(proposed));
    }
  }

  @Test
  void goOnInAnotherColumnWhereATextIsTooLongForACell() throws IOException {
    String longest = "\uD83D\uDE00".repeat(20_000);
    Paper paper =
        Sample.paper(
            UnLanguage.EN,
            List.of(
                Sample.comment(
                    "1",
                    "eg",
                    "member-state",
                    Optional.of(Sample.ITEM_A),
                    Sample.content("en", longest))));

    List<List<String>> rows = xlsx(Order.OURS, paper);

    int place = rows.getFirst().indexOf("Comment");
    assertThat(rows.getFirst().get(place + 1)).isEqualTo("Comment (2)");
    assertThat(rows)
        .anySatisfy(row -> assertThat(row.get(place) + row.get(place + 1)).isEqualTo(longest));
  }

  @Test
  void ofValuesBeginWithAByteOrderMark() throws IOException {
    assertThat(bytes(new CsvSheets(Order.OURS), paper())).startsWith(0xEF, 0xBB, 0xBF);
  }

  private static Paper paper() {
    return Sample.paper(UnLanguage.EN, Sample.comments());
  }

  private static List<List<String>> csv(Order order, Paper paper) throws IOException {
    String text = new String(bytes(new CsvSheets(order), paper), StandardCharsets.UTF_8);
    try (CSVParser parser = CSVParser.parse(text.substring(1), CSVFormat.RFC4180)) {
      return parser.getRecords().stream().map(row -> row.toList()).toList();
    }
  }

  private static List<List<String>> xlsx(Order order, Paper paper) throws IOException {
    byte[] file = bytes(new XlsxSheets(order), paper);
    List<List<String>> rows = new ArrayList<>();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      int columns = sheet.getRow(0).getLastCellNum();
      for (Row row : sheet) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
          Cell cell = row.getCell(column);
          cells.add(cell == null ? "" : cell.toString());
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  private static byte[] bytes(PaperWriter writer, Paper paper) throws IOException {
    var out = new ByteArrayOutputStream();
    writer.write(paper, Progress.UNSEEN, out);
    return out.toByteArray();
  }
}
