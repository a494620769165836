package io.rapporteur.comments.table;

import java.util.Map;

/**
 * Where the columns of a file stand, to name its cells as people name them.
 *
 * @param names letters of a column, or the name of a field
 * @param lines the file is of lines and fields: {@code line 12, text}; else {@code H12}
 */
public record Places(Map<Column, String> names, boolean lines) {

  /** Copies the names. */
  public Places {
    names = Map.copyOf(names);
  }

  /** The cell of a row; the row itself if the file has no such column. */
  public String cell(Column column, int row) {
    String name = names.get(column);
    if (name == null) {
      return row(row) + ", " + column.key();
    }
    return lines ? row(row) + ", " + name : name + row;
  }

  /** A row. */
  public String row(int row) {
    return (lines ? "line " : "row ") + row;
  }
}
