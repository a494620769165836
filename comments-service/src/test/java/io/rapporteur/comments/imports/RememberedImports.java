package io.rapporteur.comments.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports of imports in memory; the first of an import wins. */
final class RememberedImports implements Imports {

  private final Map<String, ImportReport> reports = new HashMap<>();
  private final Map<String, List<ReportLine>> lines = new HashMap<>();

  @Override
  public Optional<ImportReport> report(String id) {
    return Optional.ofNullable(reports.get(id));
  }

  @Override
  public List<ReportLine> lines(String id, int from, int limit) {
    List<ReportLine> all = lines.getOrDefault(id, List.of());
    return all.subList(Math.min(from, all.size()), Math.min(all.size(), from + limit));
  }

  @Override
  public void append(ImportReport report, List<ReportLine> all) {
    if (reports.putIfAbsent(report.id(), report) == null) {
      lines.put(report.id(), List.copyOf(all));
    }
  }

  @Override
  public boolean catchUp() {
    return true;
  }

  /** Forgets the report, as if the service had died before it was written. */
  void forget(String id) {
    reports.remove(id);
    lines.remove(id);
  }
}
