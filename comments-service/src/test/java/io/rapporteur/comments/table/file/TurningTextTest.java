package io.rapporteur.comments.table.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.table.FilledRow;
import io.rapporteur.comments.table.Layout;
import io.rapporteur.comments.table.SeedLikeAgenda;
import io.rapporteur.comments.table.Template;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.comments.table.Words;
import io.rapporteur.schemas.text.DirectionMarks;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts that turn the direction of what follows, or look like markup, in the tables we write. */
class TurningTextTest {

  private static final String TURNING = "approve \u202Ereject\u202C\u2066";
  private static final String SCRIPT = "<script>alert(1)</script><b>&amp;</b>";
  private static final Template TEMPLATE = Template.of(SeedLikeAgenda.agenda(), UnLanguage.EN);

  @ParameterizedTest
  @EnumSource
  void comeBackAsTheyWere(TableFormat format) throws Exception {
    byte[] file = format.write(TEMPLATE, List.of(row(TURNING, SCRIPT)), Layout.OURS);

    FilledRow back = FilledFile.read(file).reading().rows().getFirst();

    assertThat(back.comment()).contains(TURNING);
    assertThat(back.rationale()).contains(SCRIPT);
  }

  @Test
  void areNamedBesideInASpreadsheetAndStayWithinTheirCell() throws Exception {
    byte[] file = TableFormat.XLSX.write(TEMPLATE, List.of(row(TURNING, SCRIPT)), Layout.OURS);
    List<String> turning = new ArrayList<>();
    List<String> naming = new ArrayList<>();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      workbook
          .getSheetAt(0)
          .forEach(
              row ->
                  row.forEach(
                      cell -> {
                        String text = text(cell);
                        if (!DirectionMarks.of(text).isEmpty()) {
                          turning.add(text);
                        }
                        if (text.contains("U+202E")) {
                          naming.add(text);
                        }
                        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                      }));
    }

    assertThat(turning).containsExactly(TURNING);
    assertThat(naming).containsExactly("Comment: [U+202E] [U+202C] [U+2066]");
  }

  @Test
  void areNamedBesideInADocumentAndStayWithinTheirCell() throws Exception {
    byte[] file = TableFormat.DOCX.write(TEMPLATE, List.of(row(TURNING, SCRIPT)), Layout.OURS);
    List<String> cells = new ArrayList<>();
    try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
      for (XWPFTable table : document.getTables()) {
        for (XWPFTableRow row : table.getRows()) {
          row.getTableICells().forEach(cell -> cells.add(textOf(cell)));
        }
      }
    }

    assertThat(cells).filteredOn(text -> !DirectionMarks.of(text).isEmpty()).hasSize(1);
    assertThat(cells).filteredOn(text -> text.contains("U+202E")).hasSize(1);
    assertThat(cells).filteredOn(text -> text.contains("<script>alert(1)</script>")).hasSize(1);
  }

  @Test
  void getNoColumnWhereThereAreNone() {
    String file =
        new String(
            TableFormat.CSV.write(TEMPLATE, List.of(row("plain", SCRIPT)), Layout.OURS),
            StandardCharsets.UTF_8);

    assertThat(file)
        .doesNotContain(Words.in(UnLanguage.EN).heading(io.rapporteur.comments.table.Column.MARKS));
  }

  private static String text(Cell cell) {
    return cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
  }

  private static String textOf(org.apache.poi.xwpf.usermodel.ICell cell) {
    return cell instanceof org.apache.poi.xwpf.usermodel.XWPFTableCell plain
        ? plain.getTextRecursively()
        : "";
  }

  private static FilledRow row(String comment, String rationale) {
    return new FilledRow(
        0,
        Optional.of(SeedLikeAgenda.DOCUMENT + ".13.1"),
        Optional.empty(),
        Optional.of("1"),
        Optional.empty(),
        Optional.of(Kind.TECHNICAL),
        Position.OBJECT,
        Optional.of(comment),
        Optional.of("en"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(rationale),
        Map.of(),
        Set.of());
  }
}
