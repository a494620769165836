package io.rapporteur.aggregation.paper.sheet;

import io.rapporteur.aggregation.paper.Order;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperWriter;
import io.rapporteur.schemas.sheet.CsvText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Papers as comma-separated values (RFC 4180) in UTF-8. A file begins with a byte order mark,
 * without which spreadsheets take it for an encoding of their country. Thread-safe.
 */
public final class CsvSheets implements PaperWriter {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).get();

  private final Order order;

  /** Writes columns in an order. */
  public CsvSheets(Order order) {
    this.order = order;
  }

  @Override
  public void write(Paper paper, Progress progress, OutputStream out) throws IOException {
    var layout = new Layout(order, paper);
    List<Layout.Head> heads = layout.heads();
    var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    text.write('\uFEFF');
    var table = new CSVPrinter(text, FORMAT);
    table.printRecord(heads.stream().map(Layout.Head::heading).toList());
    new Rows(paper, layout)
        .each(
            progress,
            (row, heading) ->
                table.printRecord(
                    heads.stream()
                        .map(
                            head ->
                                head.column()
                                    .map(column -> row.getOrDefault(column, ""))
                                    .orElse(""))
                        .map(CsvText::written)
                        .toList()));
    table.flush();
    text.flush();
  }
}
