package io.rapporteur.aggregation.paper.sheet;

import io.rapporteur.aggregation.paper.Order;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperWriter;
import io.rapporteur.schemas.sheet.CellText;
import io.rapporteur.schemas.sheet.CsvText;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Papers as spreadsheets of one sheet, without formulas and without anything active: each cell is a
 * text, and one that begins as a formula does stays a text when someone edits it. Rows go to a
 * temporary file as they are made. Thread-safe.
 */
public final class XlsxSheets implements PaperWriter {

  private static final int CHARACTER = 256;
  private static final Map<Column, Integer> CHARACTERS_WIDE =
      new EnumMap<>(
          Map.of(
              Column.ID, 30,
              Column.NUMBER, 7,
              Column.REFERENCE, 13,
              Column.TEXT, 60,
              Column.PARTICIPANT, 24,
              Column.COMMENT, 50,
              Column.PROPOSED_TEXT, 50,
              Column.RATIONALE, 40));

  private final Order order;

  /** Writes columns in an order. */
  public XlsxSheets(Order order) {
    this.order = order;
  }

  /**
   * A column of the sheet.
   *
   * @param part which part of a text that is too long for one cell; the first is 0
   */
  private record Place(String heading, Optional<Column> column, int part) {}

  @Override
  public void write(Paper paper, Progress progress, OutputStream out) throws IOException {
    var layout = new Layout(order, paper);
    var rows = new Rows(paper, layout);
    List<Place> places = places(rows, layout);
    try (var workbook = new TimelessWorkbook()) {
      var styles = new CellStyles(workbook);
      SXSSFSheet sheet = workbook.createSheet(paper.words().word("sheet"));
      layOut(paper, places, sheet);
      Row head = sheet.createRow(0);
      for (int at = 0; at < places.size(); at++) {
        Cell cell = head.createCell(at);
        cell.setCellValue(places.get(at).heading);
        cell.setCellStyle(styles.head());
      }
      rows.each(
          progress,
          (row, heading) -> {
            Row line = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int at = 0; at < places.size(); at++) {
              cell(line, at, places.get(at), row, heading, styles);
            }
          });
      properties(paper, workbook);
      workbook.write(out);
    }
  }

  /** Read once before it is written: how many columns the longest texts need. */
  private static List<Place> places(Rows rows, Layout layout) throws IOException {
    Map<Column, Integer> parts = new EnumMap<>(Column.class);
    rows.each(
        Progress.UNSEEN,
        (row, heading) ->
            row.forEach(
                (column, text) -> parts.merge(column, CellText.parts(text).size(), Math::max)));
    List<Place> places = new ArrayList<>();
    for (Layout.Head head : layout.heads()) {
      int needed = head.column().map(column -> parts.getOrDefault(column, 1)).orElse(1);
      for (int part = 0; part < needed; part++) {
        places.add(
            new Place(
                part == 0 ? head.heading() : "%s (%d)".formatted(head.heading(), part + 1),
                head.column(),
                part));
      }
    }
    return places;
  }

  private static void cell(
      Row line, int at, Place place, Map<Column, String> row, boolean heading, CellStyles styles) {
    String whole = place.column.map(column -> row.getOrDefault(column, "")).orElse("");
    List<String> parts = CellText.parts(whole);
    String text = place.part < parts.size() ? parts.get(place.part) : "";
    if (text.isEmpty()) {
      return;
    }
    Cell cell = line.createCell(at);
    if (place.column.filter(Column::numeric).isPresent()) {
      cell.setCellValue(Integer.parseInt(text));
      cell.setCellStyle(styles.text(false));
    } else {
      cell.setCellValue(text);
      cell.setCellStyle(CsvText.looksLikeFormula(text) ? styles.quoted() : styles.text(heading));
    }
  }

  private static void layOut(Paper paper, List<Place> places, SXSSFSheet sheet) {
    for (int at = 0; at < places.size(); at++) {
      Optional<Column> column = places.get(at).column;
      int wide = column.map(c -> CHARACTERS_WIDE.getOrDefault(c, 15)).orElse(15);
      sheet.setColumnWidth(at, wide * CHARACTER);
      sheet.setColumnHidden(at, column.filter(Column::hidden).isPresent());
    }
    sheet.createFreezePane(0, 1);
    sheet.setRightToLeft(paper.language().rightToLeft());
    sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    sheet.setFitToPage(true);
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
    sheet.getFooter().setCenter("&P / &N");
  }

  private static void properties(Paper paper, SXSSFWorkbook workbook) {
    var core = workbook.getXSSFWorkbook().getProperties().getCoreProperties();
    core.setCreator("Rapporteur");
    core.setTitle(paper.running() + " – " + paper.title().text());
    Date made = Date.from(paper.date().atStartOfDay(ZoneOffset.UTC).toInstant());
    core.setCreated(Optional.of(made));
  }
}
