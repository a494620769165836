package io.rapporteur.comments.imports.http;

import io.rapporteur.comments.imports.ImportReport;
import io.rapporteur.comments.imports.Imports;
import io.rapporteur.comments.imports.ReportLine;
import io.rapporteur.comments.imports.RowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One page of the lines of a report; the cursor is the place of the next line. */
record ReportPage(List<ReportLine> lines, Optional<String> next) {

  private static final int READ_AT_ONCE = 1_000;

  /**
   * Reads a page.
   *
   * @param wanted lines of this state alone
   */
  static ReportPage of(
      Imports imports, ImportReport report, int from, int limit, Optional<RowState> wanted) {
    List<ReportLine> page = new ArrayList<>();
    int place = from;
    while (place < report.lines()) {
      List<ReportLine> some = imports.lines(report.id(), place, READ_AT_ONCE);
      if (some.isEmpty()) {
        break;
      }
      for (ReportLine line : some) {
        if (wanted.isEmpty() || wanted.get() == line.state()) {
          if (page.size() == limit) {
            return new ReportPage(page, Optional.of(Integer.toString(place)));
          }
          page.add(line);
        }
        place++;
      }
    }
    return new ReportPage(page, Optional.empty());
  }

  ImportView view(ImportReport report, Map<String, Integer> stages) {
    return ImportView.of(report, stages, lines, next);
  }
}
