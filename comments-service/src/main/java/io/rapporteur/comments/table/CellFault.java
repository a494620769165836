package io.rapporteur.comments.table;

import io.rapporteur.schemas.http.Fault;

/**
 * A fault of a cell; its row is not taken.
 *
 * @param row number of the row, from 1
 * @param fault its field is the cell as people name it, for instance {@code H12}, or {@code row 12}
 */
public record CellFault(int row, Fault fault) {}
