package io.rapporteur.comments.table.xlsx;

import io.rapporteur.comments.table.NoTableException;
import io.rapporteur.comments.table.RawCell;
import io.rapporteur.comments.table.RawRow;
import io.rapporteur.comments.table.TableReader;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet (ECMA-376 part 1, 18.3.1.73) that hold anything, one by one. */
final class SheetRows {

  private static final int MOST_COLUMNS = 200;

  /** More than a cell holds; what is longer is a fault by its length. */
  private static final int LONGEST = 100_000;

  private final SharedStrings strings;
  private final StylesTable styles;
  private final Merged merged;

  SheetRows(SharedStrings strings, StylesTable styles, Merged merged) {
    this.strings = strings;
    this.styles = styles;
    this.merged = merged;
  }

  void each(InputStream sheet, TableReader table) throws XMLStreamException, NoTableException {
    XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(sheet);
    int row = 0;
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("row")) {
        row = number(xml.getAttributeValue(null, "r")).orElse(row + 1);
        boolean hidden = isTrue(xml.getAttributeValue(null, "hidden"));
        Map<Integer, RawCell> cells = cells(xml, row);
        if (!cells.isEmpty()) {
          table.take(new RawRow(row, hidden, cells));
        }
      }
    }
  }

  private Map<Integer, RawCell> cells(XMLStreamReader xml, int row) throws XMLStreamException {
    Map<Integer, RawCell> cells = new HashMap<>();
    int next = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) {
        break;
      }
      if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
        String name = xml.getAttributeValue(null, "r");
        int column = name == null ? next : new CellReference(name).getCol();
        next = column + 1;
        Optional<RawCell> cell = cell(xml);
        if (column >= 0 && column < MOST_COLUMNS) {
          cell.ifPresent(held -> cells.put(column, held));
        }
      }
    }
    if (!cells.isEmpty()) {
      merged.columns(row - 1, MOST_COLUMNS).forEach(column -> cells.put(column, MERGED));
    }
    return cells;
  }

  private static final RawCell MERGED = new RawCell.Unusable("merged with other cells");

  private Optional<RawCell> cell(XMLStreamReader xml) throws XMLStreamException {
    String type = xml.getAttributeValue(null, "t");
    String style = xml.getAttributeValue(null, "s");
    boolean formula = false;
    var value = new StringBuilder();
    boolean reading = false;
    boolean phonetic = false;
    while (xml.hasNext()) {
      int event = xml.next();
      String name =
          event == XMLStreamReader.START_ELEMENT || event == XMLStreamReader.END_ELEMENT
              ? xml.getLocalName()
              : "";
      if (event == XMLStreamReader.END_ELEMENT && name.equals("c")) {
        break;
      }
      boolean start = event == XMLStreamReader.START_ELEMENT;
      switch (name) {
        case "f" -> formula = true;
        case "rPh" -> phonetic = start;
        case "v", "t" -> reading = start && !phonetic;
        default -> {
          if (reading && xml.isCharacters() && value.length() <= LONGEST) {
            value.append(xml.getText());
          }
        }
      }
    }
    return formula
        ? Optional.of(new RawCell.Unusable("a formula"))
        : value(type, style, value.toString());
  }

  /** What a formula was last computed to is not trusted, and not looked at. */
  private Optional<RawCell> value(@Nullable String type, @Nullable String style, String value) {
    return switch (type == null ? "n" : type) {
      case "s" -> text(number(value).map(this::shared).orElse(""));
      case "inlineStr", "str" -> text(new XSSFRichTextString(value).getString());
      case "e" -> Optional.of(new RawCell.Unusable("an error"));
      case "d" -> Optional.of(new RawCell.Unusable("a date"));
      case "b" -> text(value.equals("1") ? "TRUE" : "FALSE");
      default ->
          value.isBlank()
              ? Optional.empty()
              : Optional.of(date(style) ? new RawCell.Unusable("a date") : numeric(value));
    };
  }

  private String shared(int index) {
    return index < strings.getUniqueCount() ? strings.getItemAt(index).getString() : "";
  }

  private static Optional<RawCell> text(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(new RawCell.Text(text));
  }

  /** Spreadsheets keep 36 as 36.0 or 3.6E1. */
  private static RawCell numeric(String value) {
    try {
      BigDecimal number = new BigDecimal(value.strip());
      return Math.abs(number.scale()) > 30
          ? new RawCell.Unusable("a number")
          : new RawCell.Text(number.stripTrailingZeros().toPlainString());
    } catch (NumberFormatException e) {
      return new RawCell.Unusable("a number");
    }
  }

  private boolean date(@Nullable String style) {
    return number(style)
        .filter(index -> index < styles.getNumCellStyles())
        .map(
            index -> {
              XSSFCellStyle cell = styles.getStyleAt(index);
              return DateUtil.isADateFormat(cell.getDataFormat(), cell.getDataFormatString());
            })
        .orElse(false);
  }

  private static Optional<Integer> number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,8}")
        ? Optional.of(Integer.parseInt(text))
        : Optional.empty();
  }

  private static boolean isTrue(@Nullable String flag) {
    return "1".equals(flag) || "true".equals(flag);
  }
}
