package io.rapporteur.comments.kafka;

import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewBatch;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.states.ImportLines;
import io.rapporteur.states.ImportState;
import java.util.Locale;

/**
 * Reports of imports, as the desk's view keeps them. The first report of an import counts; lines
 * are kept under the report that they name, and are read if it counted.
 */
final class ImportTables {

  /** Reports, by import. */
  final Table<ImportState> reports;

  /** Their lines, by {@code import/save/part}. */
  final Table<ImportLines> lines;

  ImportTables(ViewStore store) {
    reports = store.table("import", ImportState.getClassSchema());
    lines = store.table("import-lines", ImportLines.getClassSchema());
  }

  void report(ImportState report, ViewBatch view) {
    if (view.get(reports, report.getImport$()).isEmpty()) {
      view.put(reports, report.getImport$(), report);
    }
  }

  void lines(ImportLines some, ViewBatch view) {
    view.put(lines, key(some.getImport$(), some.getSave(), some.getPart()), some);
  }

  static String key(String id, String save, int part) {
    return String.format(Locale.ROOT, "%s/%s/%06d", id, save, part);
  }
}
