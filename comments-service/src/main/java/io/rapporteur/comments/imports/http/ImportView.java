package io.rapporteur.comments.imports.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.comments.imports.ImportReport;
import io.rapporteur.comments.imports.ReportLine;
import io.rapporteur.comments.imports.RowState;
import io.rapporteur.schemas.http.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is answered.
 *
 * @param counts lines of the report by their state
 * @param stages its drafts by the stage at which they stand now
 * @param lines one page of the report
 * @param next cursor of the next page; left out on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
    String id,
    String state,
    String consultation,
    @Nullable String ministry,
    @Nullable String language,
    String format,
    Instant receivedAt,
    Map<String, Integer> counts,
    Map<String, Integer> stages,
    List<LineView> lines,
    @Nullable String next) {

  /** Lines of the first answer. */
  static final int FIRST_PAGE = 100;

  /** A line of the report. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LineView(
      int row,
      String state,
      @Nullable String on,
      @Nullable String draft,
      @Nullable Integer version,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> notes) {

    static LineView of(ReportLine line) {
      return new LineView(
          line.row(),
          line.state().word(),
          line.on().isEmpty() ? null : line.on(),
          line.draft().orElse(null),
          line.version().orElse(null),
          line.notes());
    }
  }

  static ImportView of(
      ImportReport report,
      Map<String, Integer> stages,
      List<ReportLine> lines,
      Optional<String> next) {
    Map<String, Integer> counts = new TreeMap<>();
    for (RowState state : RowState.values()) {
      counts.put(state.word(), report.counts().getOrDefault(state, 0));
    }
    return new ImportView(
        report.id(),
        "done",
        report.consultation(),
        report.ministry().orElse(null),
        report.language().orElse(null),
        report.format(),
        report.receivedAt(),
        counts,
        stages,
        lines.stream().map(LineView::of).toList(),
        next.orElse(null));
  }
}
