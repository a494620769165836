package io.rapporteur.comments.table.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.table.Column;
import io.rapporteur.comments.table.FilledRow;
import io.rapporteur.comments.table.NoTableException;
import io.rapporteur.comments.table.Reading;
import io.rapporteur.comments.table.SeedLikeAgenda;
import io.rapporteur.comments.table.Template;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.comments.table.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as delegations send them back. */
class XlsxReadingTest {

  /**
   * Row of the first item, from 0: a header, three notices, a document, a heading, a disclaimer.
   */
  private static final int FIRST = 7;

  @ParameterizedTest
  @EnumSource(names = {"AR", "EN"})
  void givesTheSameRowsWhenTheyAreWrittenAndReadAgain(UnLanguage language) throws Exception {
    Words words = Words.in(language);
    Template template = Template.of(SeedLikeAgenda.agenda(), language);
    byte[] filled =
        filled(
            template,
            sheet -> {
              cell(sheet, FIRST, Column.KIND).setCellValue(words.kind(Kind.TECHNICAL));
              cell(sheet, FIRST, Column.POSITION).setCellValue(words.position(Position.OBJECT));
              cell(sheet, FIRST, Column.COMMENT).setCellValue("=نص\nله سطران _x005F_x0041_");
              cell(sheet, FIRST, Column.LANGUAGE).setCellValue(words.language(UnLanguage.AR));
              cell(sheet, FIRST + 1, Column.PROPOSED_TEXT).setCellValue(" spaces stay ");
              cell(sheet, FIRST + 1, Column.AMENDED_LANGUAGE)
                  .setCellValue(words.language(UnLanguage.ZH));
              int further = sheet.getLastRowNum();
              cell(sheet, further, Column.REFERENCE).setCellValue("13(jj)-(ll)");
              cell(sheet, further, Column.NUMBER).setCellValue("36-38");
              cell(sheet, further, Column.RATIONALE).setCellValue("a reason");
            });

    Reading first = XlsxReading.of(filled);
    byte[] written = XlsxTemplate.of(template.filledWith(first.rows()));
    Reading second = XlsxReading.of(written);

    assertThat(first.faults()).isEmpty();
    assertThat(first.rows()).hasSize(3);
    FilledRow row = first.rows().getFirst();
    assertThat(row.id()).contains(SeedLikeAgenda.DOCUMENT + ".13.1");
    assertThat(row.version()).contains(language == UnLanguage.AR ? 2 : 1);
    assertThat(row.number()).contains("1");
    assertThat(row.kind()).contains(Kind.TECHNICAL);
    assertThat(row.position()).isEqualTo(Position.OBJECT);
    assertThat(row.comment()).contains("=نص\nله سطران _x0041_");
    assertThat(row.language()).contains("ar");
    assertThat(second.faults()).isEmpty();
    assertThat(second.rows())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("row")
        .isEqualTo(first.rows());
    assertThat(XlsxTemplate.of(template.filledWith(second.rows()))).isEqualTo(written);
  }

  @ParameterizedTest
  @EnumSource
  void findsNothingInATableThatNobodyFilled(UnLanguage language) throws Exception {
    byte[] file = XlsxTemplate.of(Template.of(SeedLikeAgenda.agenda(), language));

    Reading reading = XlsxReading.of(file);

    assertThat(reading.rows()).isEmpty();
    assertThat(reading.faults()).isEmpty();
  }

  @Test
  void tellsOfEachCellThatHoldsNoText() throws Exception {
    byte[] file =
        filled(
            Template.of(SeedLikeAgenda.agenda(), UnLanguage.EN),
            sheet -> {
              Cell formula = cell(sheet, FIRST, Column.COMMENT);
              formula.setCellFormula("\"cached\"&\"value\"");
              sheet
                  .getWorkbook()
                  .getCreationHelper()
                  .createFormulaEvaluator()
                  .evaluateFormulaCell(formula);
              Cell date = cell(sheet, FIRST + 1, Column.COMMENT);
              CellStyle style = sheet.getWorkbook().createCellStyle();
              style.setDataFormat((short) 14);
              date.setCellStyle(style);
              date.setCellValue(LocalDate.of(2021, 2, 1));
              cell(sheet, FIRST + 2, Column.COMMENT).setCellValue("hidden");
              sheet.getRow(FIRST + 2).setZeroHeight(true);
              cell(sheet, FIRST + 3, Column.COMMENT).setCellValue("merged");
              int column = Column.COMMENT.ordinal();
              sheet.addMergedRegion(new CellRangeAddress(FIRST + 3, FIRST + 5, column, column));
              cell(sheet, FIRST + 6, Column.COMMENT).setCellErrorValue(FormulaError.REF.getCode());
              cell(sheet, FIRST + 7, Column.COMMENT).setCellValue("good");
            });

    Reading reading = XlsxReading.of(file);

    assertThat(reading.rows()).extracting(FilledRow::comment).containsExactly(Optional.of("good"));
    assertThat(reading.faults())
        .extracting(fault -> fault.fault().message())
        .containsExactly(
            "I8: a formula (expected: a text)",
            "I9: a date (expected: a text)",
            "row 10: hidden (expected: a row that people can see)",
            "I11: merged with other cells (expected: a text)",
            "I12: merged with other cells (expected: a text)",
            "I13: merged with other cells (expected: a text)",
            "I14: an error (expected: a text)");
  }

  @Test
  void readsPastAMillionEmptyRows() throws Exception {
    byte[] file =
        filled(
            Template.of(SeedLikeAgenda.agenda(), UnLanguage.EN),
            sheet -> cell(sheet, FIRST, Column.COMMENT).setCellValue("one"));
    var rows = new StringBuilder();
    for (int n = 1_000; n < 1_048_576; n++) {
      rows.append("<row r=\"").append(n).append("\"/>");
    }

    Reading reading =
        XlsxReading.of(sheet(file, xml -> xml.replace("</sheetData>", rows + "</sheetData>")));

    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.faults()).isEmpty();
  }

  @Test
  void refusesWhatUnpacksWithoutEnd() throws Exception {
    byte[] file = XlsxTemplate.of(Template.of(SeedLikeAgenda.agenda(), UnLanguage.EN));
    byte[] bomb =
        sheet(file, xml -> xml.replace("</sheetData>", " ".repeat(150_000_000) + "</sheetData>"));

    assertThat(bomb).hasSizeLessThan(1_000_000);
    assertThatThrownBy(() -> XlsxReading.of(bomb)).isInstanceOf(NoTableException.class);
  }

  @Test
  void refusesEntitiesOfItsOwnMaking() throws Exception {
    byte[] file = XlsxTemplate.of(Template.of(SeedLikeAgenda.agenda(), UnLanguage.EN));
    byte[] malicious =
        sheet(
            file,
            xml ->
                xml.replaceFirst(
                        "<worksheet",
                        "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet")
                    .replaceFirst("<v>", "<v>&x;"));

    assertThatThrownBy(() -> XlsxReading.of(malicious)).isInstanceOf(NoTableException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no archive", "PK\u0003\u0004"})
  void refusesWhatIsNoSpreadsheet(String file) {
    assertThatThrownBy(() -> XlsxReading.of(file.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(NoTableException.class)
        .hasMessageStartingWith("file: ");
  }

  @Test
  void readsOrRefusesWhateverBecameOfAFile() throws Exception {
    byte[] file =
        filled(
            Template.of(SeedLikeAgenda.agenda(), UnLanguage.EN),
            sheet -> cell(sheet, FIRST, Column.COMMENT).setCellValue("one"));
    var random = new Random(1);
    int refused = 0;
    for (int n = 0; n < 150; n++) {
      byte[] spoiled = n % 2 == 0 ? flipped(file, random) : sheet(file, xml -> cut(xml, random));
      try {
        XlsxReading.of(spoiled);
      } catch (NoTableException e) {
        refused++;
      }
    }

    assertThat(refused).isPositive();
  }

  private static byte[] flipped(byte[] file, Random random) {
    byte[] flipped = file.clone();
    for (int n = random.nextInt(1, 8); n > 0; n--) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  /** Takes one value of an attribute out, or puts another in its place. */
  private static String cut(String xml, Random random) {
    int start = xml.indexOf("=\"", random.nextInt(xml.length() - 2_000)) + 2;
    int end = xml.indexOf('"', start);
    String[] values = {"", "-1", "99999999999", "ZZZZZZZZ9", "x", "A0", "1.5"};
    return xml.substring(0, start) + values[random.nextInt(values.length)] + xml.substring(end);
  }

  private static Cell cell(XSSFSheet sheet, int row, Column column) {
    return sheet.getRow(row).getCell(column.ordinal());
  }

  private static byte[] filled(Template template, Consumer<XSSFSheet> filling) throws IOException {
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(XlsxTemplate.of(template)));
        var file = new ByteArrayOutputStream()) {
      filling.accept(workbook.getSheetAt(0));
      workbook.write(file);
      return file.toByteArray();
    }
  }

  private static byte[] sheet(byte[] file, UnaryOperator<String> change) throws IOException {
    var changed = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(file));
        var out = new ZipOutputStream(changed)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        byte[] bytes = in.readAllBytes();
        out.write(
            entry.getName().endsWith("sheet1.xml")
                ? change
                    .apply(new String(bytes, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)
                : bytes);
        out.closeEntry();
      }
    }
    return changed.toByteArray();
  }
}
