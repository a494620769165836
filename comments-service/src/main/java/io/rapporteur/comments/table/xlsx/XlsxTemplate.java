package io.rapporteur.comments.table.xlsx;

import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.table.Column;
import io.rapporteur.comments.table.Line;
import io.rapporteur.comments.table.Template;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.comments.table.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation.ErrorStyle;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes the table as a spreadsheet of one sheet, without formulas and without anything active. The
 * protection has no password: it is against slips. The same table gives the same bytes.
 */
public final class XlsxTemplate {

  /** Media type of what is written. */
  public static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Custom properties of the file, by which it is known when it comes back. */
  static final String CONSULTATION = "rapporteur.consultation";

  static final String LANGUAGE = "rapporteur.language";

  private static final Map<Column, Integer> CHARACTERS_WIDE =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Column.ID, 30),
              Map.entry(Column.VERSION, 8),
              Map.entry(Column.NUMBER, 7),
              Map.entry(Column.REFERENCE, 13),
              Map.entry(Column.TEXT, 60),
              Map.entry(Column.TEXT_LANGUAGE, 14),
              Map.entry(Column.KIND, 15),
              Map.entry(Column.POSITION, 18),
              Map.entry(Column.COMMENT, 50),
              Map.entry(Column.LANGUAGE, 14),
              Map.entry(Column.PROPOSED_TEXT, 50),
              Map.entry(Column.AMENDED_LANGUAGE, 16),
              Map.entry(Column.RATIONALE, 40)));

  private XlsxTemplate() {}

  /** The bytes of the file. */
  public static byte[] of(Template template) {
    try (var workbook = new XSSFWorkbook()) {
      Words words = Words.in(template.language());
      XSSFSheet sheet = workbook.createSheet(words.sheet());
      write(template, words, sheet, new CellStyles(workbook));
      choices(words, sheet, template.lines().size());
      layOut(template, sheet);
      protect(workbook, sheet);
      properties(template, workbook.getProperties());
      var file = new ByteArrayOutputStream();
      workbook.write(file);
      return TimelessZip.of(file.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Template template, Words words, XSSFSheet sheet, CellStyles styles) {
    Row header = sheet.createRow(0);
    for (Column column : Column.values()) {
      Cell cell = header.createCell(column.ordinal());
      cell.setCellValue(words.heading(column));
      cell.setCellStyle(styles.header());
    }
    for (Line line : template.lines()) {
      Row row = sheet.createRow(sheet.getLastRowNum() + 1);
      for (Column column : Column.values()) {
        Cell cell = row.createCell(column.ordinal());
        cell.setCellStyle(styles.of(line, column));
        String text = line.cell(column);
        if (text.isEmpty()) {
          continue;
        }
        if (isNumber(column, text)) {
          cell.setCellValue(Integer.parseInt(text));
        } else {
          cell.setCellValue(CellText.of(text));
        }
      }
    }
  }

  /** A delegation may write more than one number. */
  private static boolean isNumber(Column column, String text) {
    return (column == Column.NUMBER || column == Column.VERSION) && text.matches("[1-9][0-9]{0,5}");
  }

  /** A comment may be in any language: there the list only helps. */
  private static void choices(Words words, XSSFSheet sheet, int lines) {
    String[] languages =
        Arrays.stream(UnLanguage.values()).map(words::language).toArray(String[]::new);
    choice(sheet, Column.KIND, lines, ErrorStyle.STOP, Stream.of(Kind.values()).map(words::kind));
    choice(
        sheet,
        Column.POSITION,
        lines,
        ErrorStyle.STOP,
        Stream.of(Position.values())
            .filter(position -> position != Position.NOT_STATED)
            .map(words::position));
    choice(sheet, Column.LANGUAGE, lines, ErrorStyle.WARNING, Stream.of(languages));
    choice(sheet, Column.AMENDED_LANGUAGE, lines, ErrorStyle.STOP, Stream.of(languages));
  }

  private static void choice(
      XSSFSheet sheet, Column column, int lines, int otherwise, Stream<String> words) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    var validation =
        helper.createValidation(
            helper.createExplicitListConstraint(words.toArray(String[]::new)),
            new CellRangeAddressList(1, lines, column.ordinal(), column.ordinal()));
    validation.setErrorStyle(otherwise);
    validation.setShowErrorBox(true);
    validation.setEmptyCellAllowed(true);
    sheet.addValidationData(validation);
  }

  private static void layOut(Template template, XSSFSheet sheet) {
    for (Column column : Column.values()) {
      sheet.setColumnWidth(column.ordinal(), CHARACTERS_WIDE.getOrDefault(column, 10) * 256);
      sheet.setColumnHidden(column.ordinal(), column.hidden());
    }
    sheet.setRightToLeft(template.language().rightToLeft());
    sheet.createFreezePane(Column.TEXT.ordinal(), 1);
    sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    sheet.setFitToPage(true);
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
    sheet.getFooter().setCenter("&P / &N");
  }

  /** Rows and columns may be made higher and wider: long texts do not fit every screen. */
  private static void protect(XSSFWorkbook workbook, XSSFSheet sheet) {
    sheet.enableLocking();
    sheet.lockFormatRows(false);
    sheet.lockFormatColumns(false);
    workbook.lockStructure();
  }

  private static void properties(Template template, POIXMLProperties properties) {
    var core = properties.getCoreProperties();
    core.setCreator("Rapporteur");
    core.setTitle(template.title());
    String opened = template.opensAt().truncatedTo(ChronoUnit.SECONDS).toString();
    try {
      core.setCreated(opened);
      core.setModified(opened);
    } catch (InvalidFormatException e) {
      throw new IllegalStateException("an instant is not a time of the format", e);
    }
    var custom = properties.getCustomProperties();
    custom.addProperty(CONSULTATION, template.consultation());
    custom.addProperty(LANGUAGE, template.language().tag());
  }
}
