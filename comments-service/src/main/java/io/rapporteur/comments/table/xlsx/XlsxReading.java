package io.rapporteur.comments.table.xlsx;

import io.rapporteur.comments.table.NoTableException;
import io.rapporteur.comments.table.Reading;
import io.rapporteur.comments.table.TableReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.SAXException;

/**
 * Reads the first sheet of a spreadsheet, as a stream: empty rows cost time and no memory. What
 * unpacks to over a hundred times its size, or to over 100 MB, is refused before it is read.
 */
public final class XlsxReading {

  private static final long MOST_UNPACKED = 100L * 1024 * 1024;
  private static final long MOST_STRINGS = 20L * 1024 * 1024;

  private XlsxReading() {}

  /**
   * Reads a file.
   *
   * @throws NoTableException if it is no spreadsheet, not ours, or not safe to unpack
   */
  public static Reading of(byte[] file) throws NoTableException {
    try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(file))) {
      checkSizes(parts);
      var reader = new XSSFReader(parts);
      var strings = new ReadOnlySharedStringsTable(parts, false);
      var styles = reader.getStylesTable();
      Merged merged;
      try (InputStream sheet = firstSheet(reader)) {
        merged = Merged.of(sheet);
      }
      var table = new TableReader();
      try (InputStream sheet = firstSheet(reader)) {
        new SheetRows(strings, styles, merged).each(sheet, table);
      }
      return table.end();
    } catch (IOException
        | OpenXML4JException
        | OpenXML4JRuntimeException
        | IllegalArgumentException
        | IllegalStateException
        | POIXMLException
        | SAXException
        | XMLStreamException e) {
      throw new NoTableException("file: unreadable (expected: a spreadsheet, XLSX)", e);
    }
  }

  private static void checkSizes(OPCPackage parts)
      throws IOException, OpenXML4JException, NoTableException {
    long unpacked = 0;
    for (PackagePart part : parts.getParts()) {
      long size = part.getSize();
      unpacked += size;
      boolean strings = part.getPartName().getName().endsWith("sharedStrings.xml");
      if (unpacked > MOST_UNPACKED || (strings && size > MOST_STRINGS)) {
        throw new NoTableException(
            "file: unpacks to too much (expected: at most %d MB, its texts at most %d MB)"
                .formatted(MOST_UNPACKED >> 20, MOST_STRINGS >> 20));
      }
    }
  }

  private static InputStream firstSheet(XSSFReader reader)
      throws IOException, OpenXML4JException, NoTableException {
    Iterator<InputStream> sheets = reader.getSheetsData();
    if (!sheets.hasNext()) {
      throw new NoTableException("file: without a sheet (expected: the sheet of the table)");
    }
    return sheets.next();
  }
}
