package io.rapporteur.comments.table.csv;

import io.rapporteur.comments.table.Layout;
import io.rapporteur.comments.table.Layout.Head;
import io.rapporteur.comments.table.Line;
import io.rapporteur.comments.table.Template;
import io.rapporteur.schemas.sheet.CsvText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Writes a table as comma-separated values (RFC 4180) in UTF-8. It begins with a byte order mark,
 * without which spreadsheets take it for an encoding of their country.
 */
public final class CsvWriting {

  /** Media type of what is written. */
  public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

  private CsvWriting() {}

  /** The bytes of the file. */
  public static byte[] of(Template template, Layout layout) {
    List<Head> heads = layout.heads(template);
    CSVFormat format = CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).get();
    var file = new StringBuilder("\uFEFF");
    try (var out = new CSVPrinter(file, format)) {
      out.printRecord(heads.stream().map(Head::heading).toList());
      for (Line line : template.lines()) {
        out.printRecord(
            heads.stream().map(head -> CsvText.written(layout.cell(line, head))).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }
}
