package io.rapporteur.comments.imports;

import java.util.List;
import java.util.Optional;

/** The imports of all delegations, as the log tells them. Implementations are thread-safe. */
public interface Imports {

  /** The report of an import; there only when all of its lines are. */
  Optional<ImportReport> report(String id);

  /**
   * Lines of a report, in the order of its rows.
   *
   * @param from place of the first, from 0
   */
  List<ReportLine> lines(String id, int from, int limit);

  /**
   * Hands a report to the log and waits until the fold holds it. The first of an import wins.
   *
   * @throws io.rapporteur.schemas.log.OutcomeUnknownException if the log does not acknowledge in
   *     time, or the fold does not get there
   */
  void append(ImportReport report, List<ReportLine> lines);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();
}
