package io.rapporteur.comments.table.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.table.Column;
import io.rapporteur.comments.table.Line;
import io.rapporteur.comments.table.SeedLikeAgenda;
import io.rapporteur.comments.table.Template;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.comments.table.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.ReadingOrder;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The file, opened again and looked at cell by cell. */
class XlsxTemplateTest {

  private static final int LARGEST = 1_000_000;

  @ParameterizedTest
  @EnumSource
  void holdsEachLineInEachLanguage(UnLanguage language) throws IOException {
    Template template = Template.of(SeedLikeAgenda.agenda(), language);
    var formatter = new DataFormatter();

    try (var workbook = open(template)) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      for (Column column : Column.standing()) {
        assertThat(sheet.getRow(0).getCell(column.ordinal()).getStringCellValue())
            .isEqualTo(Words.in(language).heading(column));
      }
      assertThat(sheet.getLastRowNum()).isEqualTo(template.lines().size());
      for (int n = 0; n < template.lines().size(); n++) {
        Line line = template.lines().get(n);
        for (Column column : Column.standing()) {
          Cell cell = sheet.getRow(n + 1).getCell(column.ordinal());
          assertThat(formatter.formatCellValue(cell)).isEqualTo(line.cell(column));
          assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
          assertThat(cell.getCellStyle().getLocked()).isNotEqualTo(line.written(column));
          assertThat(cell.getCellStyle().getWrapText()).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void isSmall(UnLanguage language) {
    byte[] file = XlsxTemplate.of(Template.of(SeedLikeAgenda.agenda(), language));

    assertThat(file).hasSizeLessThan(LARGEST);
  }

  @Test
  void protectsWhatMustNotBeChanged() throws IOException {
    try (var workbook = open(UnLanguage.EN)) {
      XSSFSheet sheet = workbook.getSheetAt(0);

      assertThat(sheet.getProtect()).isTrue();
      assertThat(workbook.isStructureLocked()).isTrue();
      assertThat(sheet.isColumnHidden(Column.ID.ordinal())).isTrue();
      assertThat(sheet.isColumnHidden(Column.VERSION.ordinal())).isTrue();
      assertThat(sheet.isColumnHidden(Column.NUMBER.ordinal())).isFalse();
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
    }
  }

  @Test
  void typesWhatIsWrittenAsTextSoThatAReferenceDoesNotBecomeADate() throws IOException {
    try (var workbook = open(UnLanguage.EN)) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      Cell reference = sheet.getRow(sheet.getLastRowNum()).getCell(Column.REFERENCE.ordinal());

      assertThat(reference.getCellStyle().getLocked()).isFalse();
      assertThat(reference.getCellStyle().getDataFormatString()).isEqualTo("@");
    }
  }

  @Test
  void offersTheWordsOfItsLanguageInLists() throws IOException {
    Words words = Words.in(UnLanguage.FR);
    try (var workbook = open(UnLanguage.FR)) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      DataValidation kinds = list(sheet, Column.KIND);

      assertThat(kinds.getValidationConstraint().getExplicitListValues())
          .containsExactly(Arrays.stream(Kind.values()).map(words::kind).toArray(String[]::new));
      assertThat(kinds.getRegions().getCellRangeAddresses()[0].getFirstRow()).isEqualTo(1);
      assertThat(kinds.getRegions().getCellRangeAddresses()[0].getLastRow())
          .isEqualTo(sheet.getLastRowNum());
      assertThat(list(sheet, Column.POSITION).getValidationConstraint().getExplicitListValues())
          .hasSize(5);
      for (Column column : List.of(Column.LANGUAGE, Column.AMENDED_LANGUAGE)) {
        assertThat(list(sheet, column).getValidationConstraint().getExplicitListValues())
            .hasSize(6)
            .contains("Français");
      }
      assertThat(list(sheet, Column.LANGUAGE).getErrorStyle())
          .isEqualTo(DataValidation.ErrorStyle.WARNING);
      assertThat(sheet.getCTWorksheet().getDataValidations().getDataValidationList())
          .noneMatch(validation -> validation.getShowDropDown());
    }
  }

  @Test
  void runsFromRightToLeftInArabicAlone() throws IOException {
    try (var arabic = open(UnLanguage.AR);
        var english = open(UnLanguage.EN)) {
      assertThat(arabic.getSheetAt(0).isRightToLeft()).isTrue();
      assertThat(english.getSheetAt(0).isRightToLeft()).isFalse();
      assertThat(readingOrders(arabic.getSheetAt(0), Column.TEXT))
          .containsOnly(ReadingOrder.RIGHT_TO_LEFT);
      assertThat(readingOrders(english.getSheetAt(0), Column.TEXT))
          .contains(ReadingOrder.RIGHT_TO_LEFT, ReadingOrder.LEFT_TO_RIGHT);
      assertThat(readingOrders(arabic.getSheetAt(0), Column.REFERENCE))
          .containsOnly(ReadingOrder.LEFT_TO_RIGHT);
    }
  }

  @Test
  void printsAcrossOnePageWithItsHeaderOnEach() throws IOException {
    try (var workbook = open(UnLanguage.EN)) {
      XSSFSheet sheet = workbook.getSheetAt(0);

      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getFitToPage()).isTrue();
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
      assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
      assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
    }
  }

  @Test
  void isTheSameToTheByteAndBearsNoTimeOfItsMaking() throws IOException {
    byte[] file = XlsxTemplate.of(Template.of(SeedLikeAgenda.agenda(), UnLanguage.AR));

    assertThat(XlsxTemplate.of(Template.of(SeedLikeAgenda.agenda(), UnLanguage.AR)))
        .isEqualTo(file);
    for (ZipEntry entry : entries(file)) {
      assertThat(entry.getTimeLocal().getYear()).as(entry.getName()).isEqualTo(1980);
    }
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      var properties = workbook.getProperties();
      assertThat(
              properties.getCoreProperties().getUnderlyingProperties().getModifiedPropertyString())
          .isEqualTo("2021-02-01T12:00:00Z");
      assertThat(
              properties.getCoreProperties().getUnderlyingProperties().getCreatedPropertyString())
          .isEqualTo("2021-02-01T12:00:00Z");
      assertThat(
              properties.getCustomProperties().getProperty(XlsxTemplate.CONSULTATION).getLpwstr())
          .isEqualTo(SeedLikeAgenda.CONSULTATION);
    }
  }

  @Test
  void holdsNothingActive() throws IOException {
    byte[] file = XlsxTemplate.of(Template.of(SeedLikeAgenda.agenda(), UnLanguage.EN));

    assertThat(entries(file))
        .extracting(ZipEntry::getName)
        .containsExactlyInAnyOrder(
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/app.xml",
            "docProps/core.xml",
            "docProps/custom.xml",
            "xl/_rels/workbook.xml.rels",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/worksheets/sheet1.xml");
  }

  private static List<ReadingOrder> readingOrders(XSSFSheet sheet, Column column) {
    List<ReadingOrder> orders = new ArrayList<>();
    for (int row = 1; row <= sheet.getLastRowNum(); row++) {
      orders.add(sheet.getRow(row).getCell(column.ordinal()).getCellStyle().getReadingOrder());
    }
    return orders;
  }

  private static DataValidation list(XSSFSheet sheet, Column column) {
    return sheet.getDataValidations().stream()
        .filter(
            validation ->
                validation.getRegions().getCellRangeAddresses()[0].getFirstColumn()
                    == column.ordinal())
        .findFirst()
        .orElseThrow();
  }

  private static List<ZipEntry> entries(byte[] file) throws IOException {
    List<ZipEntry> entries = new ArrayList<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private static XSSFWorkbook open(UnLanguage language) throws IOException {
    return open(Template.of(SeedLikeAgenda.agenda(), language));
  }

  private static XSSFWorkbook open(Template template) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(XlsxTemplate.of(template)));
  }
}
