package io.rapporteur.comments.table;

import java.util.Map;

/**
 * A line of the table below its header.
 *
 * @param cells what stands in it; a column that is not named is empty
 * @param textLanguage tag of the language of its text
 */
public record Line(Role role, Map<Column, String> cells, String textLanguage) {

  /** Copies the cells. */
  public Line {
    cells = Map.copyOf(cells);
  }

  /** What a line is for. */
  public enum Role {
    /** A sentence that travels with the table. */
    NOTICE,
    /** General comments on a document. */
    DOCUMENT,
    /** A heading of the report; it can be commented on. */
    SECTION,
    /** The opening words of a list, its disclaimer among them. */
    DISCLAIMER,
    /** A recommendation. */
    ITEM,
    /** One more comment, on what its number or reference says. */
    FURTHER
  }

  /** The text of a cell. */
  public String cell(Column column) {
    return cells.getOrDefault(column, "");
  }

  /** Whether the delegation writes in the cell; every other is protected. */
  public boolean written(Column column) {
    return switch (role) {
      case NOTICE, DISCLAIMER -> false;
      case DOCUMENT, SECTION, ITEM -> column.answers();
      case FURTHER -> column.answers() || column == Column.NUMBER || column == Column.REFERENCE;
    };
  }
}
