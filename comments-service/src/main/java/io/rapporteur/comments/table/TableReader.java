package io.rapporteur.comments.table;

import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a filled table row by row. Columns are found by their headings in any of six languages, or
 * by those of the tables of others ({@link Layout}), in any order; columns that we do not know are
 * passed over, with a remark if anything stands in them, and those that are missing are empty. A
 * row in which neither a comment, a proposed text, a rationale nor a position stands is passed
 * over; a cell with a fault costs its row, and no other. Not thread-safe; for one file.
 *
 * <p>Of one file at most 10,000 rows that say something and 16 million characters are read.
 */
public final class TableReader {

  /** Most rows that say something. */
  public static final int MOST_ROWS = 10_000;

  private static final int HEADER_WITHIN = 50;
  private static final int MOST_FAULTS = 1_000;
  private static final long MOST_CHARACTERS = 16_000_000;

  private final List<FilledRow> rows = new ArrayList<>();
  private final List<CellFault> faults = new ArrayList<>();
  private final List<CellFault> remarks = new ArrayList<>();
  private final Map<Integer, Integer> unknownCells = new TreeMap<>();
  private @Nullable Header header;
  private int headerRow;
  private boolean newTable;
  private long characters;

  /**
   * Takes the next row.
   *
   * @throws NoTableException if no header was found where it should stand, there is too much, or
   *     nothing but faults
   */
  public void take(RawRow row) throws NoTableException {
    count(row);
    if (header == null || newTable) {
      head(row);
    } else {
      fill(header, row);
    }
    if (faults.size() > MOST_FAULTS) {
      throw new NoTableException(
          "faults: more than %d (expected: a table of which most rows can be read)"
              .formatted(MOST_FAULTS));
    }
  }

  /** What follows is another table of the same file; it needs headings of its own. */
  public void nextTable() {
    newTable = true;
  }

  /** Whether headings were found. */
  public boolean headed() {
    return header != null;
  }

  /** Notes what costs no row. */
  public void remark(int row, String what, String value, String expected) {
    if (remarks.size() < MOST_FAULTS) {
      remarks.add(new CellFault(row, Fault.of(what, value, expected)));
    }
  }

  /**
   * What was read.
   *
   * @throws NoTableException if there was no header
   */
  public Reading end() throws NoTableException {
    if (header == null) {
      throw noHeader();
    }
    remarkUnknown(header);
    return new Reading(rows, faults, remarks, header.names());
  }

  private static NoTableException noHeader() {
    return new NoTableException(
        "header: missing (expected: the headings of the table, in one of six languages, within %d rows)"
            .formatted(HEADER_WITHIN));
  }

  private void head(RawRow row) throws NoTableException {
    Optional<Header> found = Header.of(row);
    if (found.isPresent()) {
      if (header != null) {
        remarkUnknown(header);
      }
      header = found.get();
      headerRow = row.number();
      newTable = false;
      faults.addAll(header.twice());
    } else if (header != null) {
      faults.add(
          new CellFault(
              row.number(),
              Fault.of(
                  "row " + row.number(),
                  "in a table without headings",
                  "the headings above the rows of each table")));
    } else if (row.number() > HEADER_WITHIN) {
      throw noHeader();
    }
  }

  private void fill(Header standing, RawRow raw) throws NoTableException {
    standing.unknown().keySet().stream()
        .filter(raw.cells()::containsKey)
        .forEach(place -> unknownCells.merge(place, 1, Integer::sum));
    if (!standing.says(raw) || standing.repeatedBy(raw)) {
      return;
    }
    var reading = new RowReading(raw, standing);
    FilledRow row = reading.row();
    if (reading.faults().isEmpty()) {
      rows.add(row);
    } else {
      faults.addAll(reading.faults());
    }
    if (rows.size() > MOST_ROWS) {
      throw tooLarge("over %d rows".formatted(MOST_ROWS), "at most that; please split it");
    }
  }

  private void remarkUnknown(Header standing) {
    unknownCells.forEach(
        (place, cells) ->
            remark(
                headerRow,
                Header.name(place) + headerRow,
                standing.unknown().getOrDefault(place, ""),
                "a heading of the table; what stands under it was not taken, in %d cells"
                    .formatted(cells)));
    unknownCells.clear();
  }

  private void count(RawRow row) throws NoTableException {
    for (RawCell cell : row.cells().values()) {
      if (cell instanceof RawCell.Text(String text)) {
        characters += text.length();
      }
    }
    if (characters > MOST_CHARACTERS) {
      throw tooLarge("over %d characters".formatted(MOST_CHARACTERS), "at most that");
    }
  }

  private static NoTableException tooLarge(String what, String expected) {
    return new NoTableException(
        ProblemType.TOO_LARGE, "file: %s (expected: %s)".formatted(what, expected));
  }
}
