package io.rapporteur.comments.table.xlsx;

import io.rapporteur.comments.table.NoTableException;
import io.rapporteur.comments.table.Reading;
import io.rapporteur.comments.table.TableReader;
import io.rapporteur.comments.table.office.OfficeFile;
import io.rapporteur.schemas.http.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFReader.SheetIterator;
import org.xml.sax.SAXException;

/**
 * Reads the first sheet of a spreadsheet that has the headings of the table, as a stream: empty
 * rows cost time and no memory. Other sheets are named in a remark.
 */
public final class XlsxReading {

  private static final long MOST_STRINGS = 20L * 1024 * 1024;

  private XlsxReading() {}

  /**
   * Reads a file.
   *
   * @throws NoTableException if it is no spreadsheet, not ours, or not safe to unpack
   */
  public static Reading of(byte[] file) throws NoTableException {
    return OfficeFile.open(file, "a spreadsheet, XLSX", XlsxReading::read);
  }

  private static Reading read(OPCPackage parts)
      throws IOException, OpenXML4JException, SAXException, XMLStreamException, NoTableException {
    checkStrings(parts);
    var reader = new XSSFReader(parts);
    var strings = new ReadOnlySharedStringsTable(parts, false);
    var styles = reader.getStylesTable();
    TableReader read = null;
    NoTableException first = null;
    List<String> others = new ArrayList<>();
    for (Sheet sheet : sheets(reader)) {
      if (read != null) {
        others.add(sheet.name);
        continue;
      }
      Merged merged;
      try (InputStream xml = sheet.part.getInputStream()) {
        merged = Merged.of(xml);
      }
      var table = new TableReader();
      try (InputStream xml = sheet.part.getInputStream()) {
        new SheetRows(strings, styles, merged).each(xml, table);
        table.end();
        read = table;
      } catch (NoTableException e) {
        if (table.headed() || e.type() != ProblemType.NOT_A_TABLE) {
          throw e;
        }
        first = first == null ? e : first;
        others.add(sheet.name);
      }
    }
    if (read == null) {
      throw first == null
          ? new NoTableException("file: without a sheet (expected: the sheet of the table)")
          : first;
    }
    for (String name : others) {
      read.remark(1, "sheet", name, "one sheet, the first with the headings of the table is read");
    }
    return read.end();
  }

  private record Sheet(String name, PackagePart part) {}

  private static List<Sheet> sheets(XSSFReader reader) throws IOException, OpenXML4JException {
    List<Sheet> sheets = new ArrayList<>();
    var each = (SheetIterator) reader.getSheetsData();
    while (each.hasNext()) {
      each.next().close();
      sheets.add(new Sheet(each.getSheetName(), each.getSheetPart()));
    }
    return sheets;
  }

  private static void checkStrings(OPCPackage parts) throws OpenXML4JException, NoTableException {
    for (PackagePart part : parts.getParts()) {
      if (part.getPartName().getName().endsWith("sharedStrings.xml")
          && part.getSize() > MOST_STRINGS) {
        throw new NoTableException(
            ProblemType.TOO_LARGE,
            "file: texts of %d MB (expected: at most %d MB)"
                .formatted(part.getSize() >> 20, MOST_STRINGS >> 20));
      }
    }
  }
}
