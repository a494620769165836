package io.rapporteur.aggregation.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Content.Attachment;
import io.rapporteur.aggregation.compilation.Redaction;
import io.rapporteur.aggregation.compilation.Redaction.Field;
import io.rapporteur.aggregation.compilation.Redaction.Stretch;
import io.rapporteur.aggregation.paper.akn.AkomaNtosoPapers;
import io.rapporteur.aggregation.paper.sheet.CsvSheets;
import io.rapporteur.aggregation.paper.sheet.XlsxSheets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names of attachments, in the formats that are read on; as marks where they are redacted. */
class AttachmentsOnPapersTest {

  private static final String NAMES = "Names of attachments";

  @ParameterizedTest
  @EnumSource
  void areNamedBesideTheirIdsInEachOrderOfATable(Order order) throws IOException {
    List<List<String>> table = csv(order, commented());
    List<String> head = table.getFirst();

    assertThat(table)
        .filteredOn(row -> row.contains("see the annexes"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get(head.indexOf("Attachments"))).isEqualTo("a1; a2");
              assertThat(row.get(head.indexOf(NAMES)))
                  .isEqualTo("Letter of Jo; signed.pdf\nملحق.pdf");
            });
    assertThat(head.indexOf(NAMES)).isEqualTo(head.indexOf("Attachments") + 1);
    assertThat(cells(order, commented())).contains(NAMES, "Letter of Jo; signed.pdf\nملحق.pdf");
  }

  @ParameterizedTest
  @EnumSource
  void areMarkedWhereTheyAreRedactedInEachOrderOfATable(Order order) throws IOException {
    String marked = "Letter of [redacted]; signed.pdf\nملحق.pdf";

    assertThat(csv(order, commented().redacted()))
        .filteredOn(row -> row.contains("see the annexes"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row).contains(marked).noneMatch(cell -> cell.contains("Letter of Jo")));
    assertThat(cells(order, commented().redacted()))
        .contains(marked)
        .noneMatch(cell -> cell.contains("Letter of Jo"));
  }

  @Test
  void areNamedInTheNoteOnTheirCommentOrMarked() throws IOException {
    assertThat(akomaNtoso(commented()))
        .contains(
            "class=\"attachment\" xml:lang=\"en\">Attachment: Letter of Jo; signed.pdf</p>",
            "Attachment: ملحق.pdf");
    assertThat(akomaNtoso(commented().redacted()))
        .contains("Attachment: Letter of [redacted]; signed.pdf", "Attachment: ملحق.pdf")
        .doesNotContain("Letter of Jo");
  }

  private static Comment commented() {
    return Sample.comment(
        "with-files",
        "br",
        "member-state",
        Optional.of(Sample.ITEM_A),
        new Content(
            "substantive",
            "not-stated",
            "see the annexes",
            "en",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(
                new Attachment("a1", "Letter of Jo; signed.pdf", "application/pdf", 1, "0"),
                new Attachment("a2", "ملحق.pdf", "application/pdf", 1, "0")),
            List.of(
                new Redaction(
                    "personal-data",
                    List.of(new Stretch(Field.ATTACHMENT_NAME, Optional.of("a1"), 10, 12))))));
  }

  private static List<List<String>> csv(Order order, Comment comment) throws IOException {
    String text =
        new String(written(new CsvSheets(order), comment), StandardCharsets.UTF_8).substring(1);
    try (CSVParser rows = CSVParser.parse(text, CSVFormat.RFC4180)) {
      return rows.stream().map(row -> List.of(row.values())).toList();
    }
  }

  private static List<String> cells(Order order, Comment comment) throws IOException {
    byte[] file = written(new XlsxSheets(order), comment);
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      List<String> cells = new ArrayList<>();
      for (Row row : workbook.getSheetAt(0)) {
        for (Cell cell : row) {
          cells.add(cell.toString());
        }
      }
      return cells;
    }
  }

  private static String akomaNtoso(Comment comment) throws IOException {
    byte[] file = written(new AkomaNtosoPapers(), comment);
    return new String(file, StandardCharsets.UTF_8);
  }

  private static byte[] written(PaperWriter writer, Comment comment) throws IOException {
    var out = new ByteArrayOutputStream();
    writer.write(Sample.paper(UnLanguage.EN, List.of(comment)), PaperWriter.Progress.UNSEEN, out);
    return out.toByteArray();
  }
}
