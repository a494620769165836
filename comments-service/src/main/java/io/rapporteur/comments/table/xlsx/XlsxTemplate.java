package io.rapporteur.comments.table.xlsx;

import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.table.Column;
import io.rapporteur.comments.table.Layout;
import io.rapporteur.comments.table.Layout.Head;
import io.rapporteur.comments.table.Line;
import io.rapporteur.comments.table.Template;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.comments.table.Words;
import io.rapporteur.comments.table.office.TimelessZip;
import io.rapporteur.schemas.sheet.CellText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
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

  /** The table in our own layout. */
  public static byte[] of(Template template) {
    return of(template, Layout.OURS);
  }

  /** The bytes of the file. */
  public static byte[] of(Template template, Layout layout) {
    try (var workbook = new XSSFWorkbook()) {
      Words words = Words.in(template.language());
      XSSFSheet sheet = workbook.createSheet(words.sheet());
      List<Place> places = places(template, layout);
      write(template, layout, places, sheet, new CellStyles(workbook));
      choices(layout, words, places, sheet, template.lines().size());
      layOut(template, places, sheet);
      protect(workbook, sheet);
      properties(template, workbook.getProperties());
      var file = new ByteArrayOutputStream();
      workbook.write(file);
      return TimelessZip.of(file.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A column of the sheet.
   *
   * @param part which part of a text that is too long for one cell; the first is 0
   */
  private record Place(Head head, int part) {

    String heading() {
      return part == 0 ? head.heading() : "%s (%d)".formatted(head.heading(), part + 1);
    }

    boolean is(Column column) {
      return head.column().filter(c -> c == column).isPresent();
    }
  }

  private static List<Place> places(Template template, Layout layout) {
    List<Place> places = new ArrayList<>();
    for (Head head : layout.heads(template)) {
      int parts =
          template.lines().stream()
              .mapToInt(line -> CellText.parts(layout.cell(line, head)).size())
              .max()
              .orElse(1);
      for (int part = 0; part < parts; part++) {
        places.add(new Place(head, part));
      }
    }
    return places;
  }

  private static void write(
      Template template, Layout layout, List<Place> places, XSSFSheet sheet, CellStyles styles) {
    Row header = sheet.createRow(0);
    for (Place place : places) {
      Cell cell = header.createCell(places.indexOf(place));
      cell.setCellValue(place.heading());
      cell.setCellStyle(styles.header());
    }
    for (Line line : template.lines()) {
      Row row = sheet.createRow(sheet.getLastRowNum() + 1);
      for (int column = 0; column < places.size(); column++) {
        Place place = places.get(column);
        Cell cell = row.createCell(column);
        cell.setCellStyle(styles.of(line, place.head));
        List<String> parts = CellText.parts(layout.cell(line, place.head));
        String text = place.part < parts.size() ? parts.get(place.part) : "";
        if (isNumber(place, text)) {
          cell.setCellValue(Integer.parseInt(text));
        } else if (!text.isEmpty()) {
          cell.setCellValue(text);
        }
      }
    }
  }

  /** A delegation may write more than one number. */
  private static boolean isNumber(Place place, String text) {
    return (place.is(Column.NUMBER) || place.is(Column.VERSION)) && text.matches("[1-9][0-9]{0,5}");
  }

  /** A comment may be in any language: there the list only helps. */
  private static void choices(
      Layout layout, Words words, List<Place> places, XSSFSheet sheet, int lines) {
    List<String> languages = Arrays.stream(UnLanguage.values()).map(words::language).toList();
    for (Place place : places) {
      int at = places.indexOf(place);
      if (place.is(Column.KIND)) {
        List<String> kinds =
            Stream.of(Kind.values()).map(kind -> layout.kind(kind, words)).toList();
        choice(sheet, at, lines, ErrorStyle.STOP, kinds);
      } else if (place.is(Column.POSITION)) {
        List<String> positions =
            Stream.of(Position.values())
                .filter(position -> position != Position.NOT_STATED)
                .map(words::position)
                .toList();
        choice(sheet, at, lines, ErrorStyle.STOP, positions);
      } else if (place.is(Column.LANGUAGE)) {
        choice(sheet, at, lines, ErrorStyle.WARNING, languages);
      } else if (place.is(Column.AMENDED_LANGUAGE)) {
        choice(sheet, at, lines, ErrorStyle.STOP, languages);
      }
    }
  }

  private static void choice(
      XSSFSheet sheet, int column, int lines, int otherwise, List<String> words) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    var validation =
        helper.createValidation(
            helper.createExplicitListConstraint(words.toArray(String[]::new)),
            new CellRangeAddressList(1, lines, column, column));
    validation.setErrorStyle(otherwise);
    validation.setShowErrorBox(true);
    validation.setEmptyCellAllowed(true);
    sheet.addValidationData(validation);
  }

  private static void layOut(Template template, List<Place> places, XSSFSheet sheet) {
    for (int at = 0; at < places.size(); at++) {
      Column column = places.get(at).head.column().orElse(Column.KIND);
      sheet.setColumnWidth(at, CHARACTERS_WIDE.getOrDefault(column, 15) * 256);
      sheet.setColumnHidden(at, column.hidden());
      if (column == Column.TEXT) {
        sheet.createFreezePane(at < Column.values().length / 3 ? at : 0, 1);
      }
    }
    sheet.setRightToLeft(template.language().rightToLeft());
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
