package io.rapporteur.comments.table;

import java.util.Map;

/**
 * A row as its file holds it.
 *
 * @param number from 1, as people see it
 * @param hidden people do not see it
 * @param cells by column from 0; none is empty
 */
public record RawRow(int number, boolean hidden, Map<Integer, RawCell> cells) {

  /** Copies the cells. */
  public RawRow {
    cells = Map.copyOf(cells);
  }
}
