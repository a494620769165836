package io.rapporteur.aggregation.paper.sheet;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.ReadingOrder;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The styles of a sheet, each made once. A text runs in the direction of its first letter. */
final class CellStyles {

  private final SXSSFWorkbook workbook;
  private final CellStyle head;
  private final CellStyle text;
  private final CellStyle bold;
  private final CellStyle quoted;

  CellStyles(SXSSFWorkbook workbook) {
    this.workbook = workbook;
    // Has Arabic letters wherever it is installed.
    Font standard = workbook.getFontAt(0);
    standard.setFontName("Arial");
    standard.setFontHeightInPoints((short) 10);
    head = style(true);
    head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    text = style(false);
    bold = style(true);
    quoted = style(false);
    quoted.setQuotePrefixed(true);
    quoted.setDataFormat(workbook.createDataFormat().getFormat("@"));
  }

  CellStyle head() {
    return head;
  }

  CellStyle text(boolean heading) {
    return heading ? bold : text;
  }

  /** Of a text that could be taken for a formula. */
  CellStyle quoted() {
    return quoted;
  }

  private CellStyle style(boolean strong) {
    CellStyle style = workbook.createCellStyle();
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    if (style instanceof org.apache.poi.xssf.usermodel.XSSFCellStyle ordered) {
      ordered.setReadingOrder(ReadingOrder.CONTEXT);
    }
    if (strong) {
      Font font = workbook.createFont();
      font.setFontName("Arial");
      font.setFontHeightInPoints((short) 10);
      font.setBold(true);
      style.setFont(font);
    }
    return style;
  }
}
