package io.rapporteur.comments.table;

import java.util.List;

/**
 * What was read of a filled table.
 *
 * @param rows those without a fault, in their order
 * @param faults of cells; a row that has one is not among the rows
 */
public record Reading(List<FilledRow> rows, List<CellFault> faults) {

  /** Copies the lists. */
  public Reading {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
  }
}
