package io.rapporteur.comments.table;

import java.util.List;

/**
 * What was read of a filled table.
 *
 * @param rows those without a fault, in their order
 * @param faults of cells; a row that has one is not among the rows
 * @param remarks what was passed over or read with a condition; they cost no row
 * @param places where the columns stand
 */
public record Reading(
    List<FilledRow> rows, List<CellFault> faults, List<CellFault> remarks, Places places) {

  /** Copies the lists. */
  public Reading {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
    remarks = List.copyOf(remarks);
  }
}
