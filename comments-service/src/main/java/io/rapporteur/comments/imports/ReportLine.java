package io.rapporteur.comments.imports;

import io.rapporteur.schemas.http.Fault;
import java.util.List;
import java.util.Optional;

/**
 * One line of the report of an import.
 *
 * @param row number of the row in its file, from 1; 0 where no row is meant
 * @param on what it is on, for people
 * @param draft id of the draft, where the row has one
 * @param version the version that stands after the import
 * @param notes faults of its cells; or what its draft still lacks
 */
public record ReportLine(
    int row,
    RowState state,
    String on,
    Optional<String> draft,
    Optional<Integer> version,
    List<Fault> notes) {

  /** Copies the notes. */
  public ReportLine {
    notes = List.copyOf(notes);
  }

  static ReportLine of(int row, RowState state, List<Fault> notes) {
    return new ReportLine(row, state, "", Optional.empty(), Optional.empty(), notes);
  }
}
