package io.rapporteur.comments.table.csv;

import io.rapporteur.comments.table.NoTableException;
import io.rapporteur.comments.table.RawCell;
import io.rapporteur.comments.table.RawRow;
import io.rapporteur.comments.table.Reading;
import io.rapporteur.comments.table.TableReader;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.sheet.CsvText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads comma-separated values (RFC 4180) in UTF-8, with or without a byte order mark; spreadsheets
 * of some countries part with semicolons, and with tabs if asked. A row is known by its place among
 * the records, which is its row in a spreadsheet.
 */
public final class CsvReading {

  private static final char[] DELIMITERS = {',', ';', '\t'};

  private CsvReading() {}

  /**
   * Reads a file.
   *
   * @throws NoTableException if it is not of UTF-8, not of records, or not ours
   */
  public static Reading of(byte[] file) throws NoTableException {
    String text = text(file);
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(false).get();
    var table = new TableReader();
    try (CSVParser records = CSVParser.parse(text, format)) {
      for (CSVRecord row : records) {
        table.take(new RawRow(Math.toIntExact(row.getRecordNumber()), false, cells(row)));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new NoTableException("file: a quote that does not end (expected: RFC 4180)", e);
    }
    return table.end();
  }

  private static Map<Integer, RawCell> cells(CSVRecord row) {
    Map<Integer, RawCell> cells = new HashMap<>();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      if (!cell.isBlank()) {
        cells.put(column, new RawCell.Text(CsvText.read(cell)));
      }
    }
    return cells;
  }

  private static String text(byte[] file) throws NoTableException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new NoTableException(
          ProblemType.FILE_ENCODING, "file: not of UTF-8 (expected: CSV in UTF-8)");
    }
  }

  /** The one that parts most of the first line, which is the header or near it. */
  private static char delimiter(String text) {
    String first = text.lines().findFirst().orElse("");
    char best = ',';
    for (char delimiter : DELIMITERS) {
      if (count(first, delimiter) > count(first, best)) {
        best = delimiter;
      }
    }
    return best;
  }

  private static long count(String text, char sought) {
    return text.chars().filter(c -> c == sought).count();
  }
}
