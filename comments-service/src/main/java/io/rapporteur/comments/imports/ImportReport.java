package io.rapporteur.comments.imports;

import io.rapporteur.comments.comment.Act;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an import was, and how much came of it; its lines are kept beside it.
 *
 * @param by client id of who imported
 * @param language of texts whose rows name none
 * @param format of the file
 * @param lines how many lines the report has
 * @param counts lines by their state
 */
public record ImportReport(
    String id,
    String participant,
    String by,
    String requestId,
    String requestDigest,
    Instant receivedAt,
    String consultation,
    Optional<String> ministry,
    Optional<String> language,
    String format,
    int lines,
    Map<RowState, Integer> counts) {

  /** Copies the counts. */
  public ImportReport {
    counts = Map.copyOf(counts);
  }

  static ImportReport of(ImportOrder order, List<ReportLine> lines) {
    Map<RowState, Integer> counts = new EnumMap<>(RowState.class);
    lines.forEach(line -> counts.merge(line.state(), 1, Integer::sum));
    Act act = order.act();
    return new ImportReport(
        order.id(),
        act.participant(),
        act.client(),
        act.requestId().value(),
        act.requestDigest(),
        act.receivedAt(),
        order.consultation().id(),
        order.ministry(),
        order.language().map(l -> l.tag()),
        order.format(),
        lines.size(),
        counts);
  }

  /** Whether it was made by this very request. */
  public boolean madeBy(Act act) {
    return requestId.equals(act.requestId().value()) && requestDigest.equals(act.requestDigest());
  }
}
