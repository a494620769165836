package io.rapporteur.comments.table;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row as its file holds it.
 *
 * @param number from 1, as people see it
 * @param hidden people do not see it
 * @param cells by column from 0; a text of nothing but spaces is none
 */
public record RawRow(int number, boolean hidden, Map<Integer, RawCell> cells) {

  /** Leaves out the empty cells. */
  public RawRow {
    cells =
        cells.entrySet().stream()
            .filter(cell -> !blank(cell.getValue()))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Spaces that do not break are spaces too. */
  private static boolean blank(RawCell cell) {
    return cell instanceof RawCell.Text(String text)
        && text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
