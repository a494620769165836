package io.rapporteur.comments.table.xlsx;

import io.rapporteur.comments.table.Column;
import io.rapporteur.comments.table.Layout.Head;
import io.rapporteur.comments.table.Line;
import io.rapporteur.comments.table.UnLanguage;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.ReadingOrder;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The styles of a sheet, each made once. Where the delegation writes, a cell is white and of text:
 * a spreadsheet makes no date and no formula of what is typed. Every other is grey and locked.
 */
final class CellStyles {

  private final XSSFWorkbook workbook;
  private final Map<Style, XSSFCellStyle> made = new HashMap<>();

  CellStyles(XSSFWorkbook workbook) {
    this.workbook = workbook;
    // Has Arabic letters wherever it is installed.
    workbook.getFontAt(0).setFontName("Arial");
    workbook.getFontAt(0).setFontHeightInPoints((short) 10);
  }

  private record Style(boolean written, boolean bold, boolean italic, ReadingOrder order) {}

  CellStyle header() {
    return of(new Style(false, true, false, ReadingOrder.CONTEXT));
  }

  CellStyle of(Line line, Head head) {
    Column column = head.column().orElse(Column.COMMENT);
    boolean text = column == Column.TEXT;
    return of(
        new Style(
            head.written(line),
            text && line.role() == Line.Role.SECTION,
            text && (line.role() == Line.Role.DISCLAIMER || line.role() == Line.Role.NOTICE),
            order(line, column)));
  }

  /** References are of Latin letters, in every language. */
  private static ReadingOrder order(Line line, Column column) {
    return switch (column) {
      case TEXT ->
          UnLanguage.of(line.textLanguage()).filter(UnLanguage::rightToLeft).isPresent()
              ? ReadingOrder.RIGHT_TO_LEFT
              : ReadingOrder.LEFT_TO_RIGHT;
      case REFERENCE -> ReadingOrder.LEFT_TO_RIGHT;
      default -> ReadingOrder.CONTEXT;
    };
  }

  private CellStyle of(Style wanted) {
    return made.computeIfAbsent(wanted, this::make);
  }

  private XSSFCellStyle make(Style wanted) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setLocked(!wanted.written);
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setReadingOrder(wanted.order);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    if (wanted.written) {
      style.setDataFormat(workbook.createDataFormat().getFormat("@"));
    } else {
      style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    if (wanted.bold || wanted.italic) {
      XSSFFont font = workbook.createFont();
      font.setFontName("Arial");
      font.setFontHeightInPoints((short) 10);
      font.setBold(wanted.bold);
      font.setItalic(wanted.italic);
      style.setFont(font);
    }
    return style;
  }
}
