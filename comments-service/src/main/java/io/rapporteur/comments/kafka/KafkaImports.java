package io.rapporteur.comments.kafka;

import io.rapporteur.comments.imports.ImportReport;
import io.rapporteur.comments.imports.Imports;
import io.rapporteur.comments.imports.ReportLine;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.states.DraftRecord;
import io.rapporteur.states.ImportState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reports of imports as records of {@code draft.state.v1}: their lines by the two hundred, then the
 * report itself, all in one partition. Thread-safe.
 */
final class KafkaImports implements Imports {

  private static final int LINES_OF_A_PART = 200;

  private final DeskView view;
  private final EventLog<DraftRecord> log;

  KafkaImports(DeskView view, EventLog<DraftRecord> log) {
    this.view = view;
    this.log = log;
  }

  @Override
  public Optional<ImportReport> report(String id) {
    return view.drafts.imports.reports.get(id).map(ImportRecords::report);
  }

  @Override
  public List<ReportLine> lines(String id, int from, int limit) {
    Optional<ImportState> report = view.drafts.imports.reports.get(id);
    List<ReportLine> lines = new ArrayList<>();
    int last = report.map(r -> Math.min(r.getLines(), from + limit)).orElse(0);
    int part = from / LINES_OF_A_PART;
    for (int first = part * LINES_OF_A_PART; first < last; first += LINES_OF_A_PART) {
      String key = ImportTables.key(id, report.map(ImportState::getSave).orElse(""), ++part);
      List<ReportLine> some =
          view.drafts.imports.lines.get(key).map(ImportRecords::lines).orElse(List.of());
      lines.addAll(
          some.subList(
              Math.min(some.size(), Math.max(0, from - first)),
              Math.min(some.size(), last - first)));
    }
    return lines;
  }

  @Override
  public void append(ImportReport report, List<ReportLine> lines) {
    String save = UUID.randomUUID().toString();
    Map<String, DraftRecord> records = new LinkedHashMap<>();
    int part = 0;
    for (int from = 0; from < lines.size(); from += LINES_OF_A_PART) {
      List<ReportLine> some = lines.subList(from, Math.min(lines.size(), from + LINES_OF_A_PART));
      records.put(
          ImportTables.key(report.id(), save, ++part),
          ImportRecords.record(report.id(), save, part, some));
    }
    records.put(ImportTables.key(report.id(), save, 0), ImportRecords.record(report, save));
    if (!view.reader.await(log.append(records), EventLog.PATIENCE)) {
      throw new OutcomeUnknownException(
          "view: behind the log after " + EventLog.PATIENCE.toSeconds() + " s");
    }
  }

  @Override
  public boolean catchUp() {
    return view.reader.awaitEnd(List.of(TopicCatalogue.DRAFTS), EventLog.PATIENCE);
  }
}
