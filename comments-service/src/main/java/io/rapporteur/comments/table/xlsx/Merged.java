package io.rapporteur.comments.table.xlsx;

import io.rapporteur.comments.table.NoTableException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.XMLHelper;

/** Areas of a sheet that were merged: which row their text belongs to is not known. */
record Merged(List<CellRangeAddress> areas) {

  private static final int MOST = 1_000;

  Merged {
    areas = List.copyOf(areas);
  }

  static Merged of(InputStream sheet) throws XMLStreamException, NoTableException {
    List<CellRangeAddress> areas = new ArrayList<>();
    XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(sheet);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("mergeCell")) {
        String area = xml.getAttributeValue(null, "ref");
        try {
          areas.add(CellRangeAddress.valueOf(area == null ? "" : area));
        } catch (IllegalArgumentException e) {
          throw new NoTableException("file: a merged area without a place (expected: A1:B2)", e);
        }
        if (areas.size() > MOST) {
          throw new NoTableException(
              "file: over %d merged areas (expected: cells as in the table)".formatted(MOST));
        }
      }
    }
    return new Merged(areas);
  }

  /** The columns of a row that are merged with others; what stands in one stands in all. */
  Set<Integer> columns(int row, int most) {
    Set<Integer> columns = new HashSet<>();
    for (CellRangeAddress area : areas) {
      if (area.containsRow(row)) {
        int last = Math.min(area.getLastColumn(), most - 1);
        for (int column = area.getFirstColumn(); column <= last; column++) {
          columns.add(column);
        }
      }
    }
    return columns;
  }
}
