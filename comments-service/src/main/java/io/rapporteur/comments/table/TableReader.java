package io.rapporteur.comments.table;

import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.schemas.http.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a filled table row by row. Columns are found by their headings in any of six languages, in
 * any order; columns that we do not know are passed over, and those that are missing are empty. A
 * row in which neither a comment, a proposed text, a rationale nor a position stands is passed
 * over; a cell with a fault costs its row, and no other. Not thread-safe; for one table.
 */
public final class TableReader {

  private static final int HEADER_WITHIN = 50;
  private static final int MOST_FAULTS = 1_000;
  private static final Set<Column> SAYS =
      Set.of(Column.COMMENT, Column.PROPOSED_TEXT, Column.RATIONALE, Column.POSITION);
  private static final Set<Column> PASSED_OVER = Set.of(Column.TEXT, Column.TEXT_LANGUAGE);

  private final Map<Column, Integer> places = new EnumMap<>(Column.class);
  private final List<FilledRow> rows = new ArrayList<>();
  private final List<CellFault> faults = new ArrayList<>();

  /**
   * Takes the next row.
   *
   * @throws NoTableException if no header was found where it should stand, or nothing but faults
   */
  public void take(RawRow row) throws NoTableException {
    if (!places.isEmpty()) {
      fill(row);
    } else if (!header(row) && row.number() > HEADER_WITHIN) {
      throw noHeader();
    }
    if (faults.size() > MOST_FAULTS) {
      throw new NoTableException(
          "faults: more than %d (expected: a table of which most rows can be read)"
              .formatted(MOST_FAULTS));
    }
  }

  /**
   * What was read.
   *
   * @throws NoTableException if there was no header
   */
  public Reading end() throws NoTableException {
    if (places.isEmpty()) {
      throw noHeader();
    }
    return new Reading(rows, faults);
  }

  private static NoTableException noHeader() {
    return new NoTableException(
        "header: missing (expected: the headings of the table, in one of six languages, within %d rows)"
            .formatted(HEADER_WITHIN));
  }

  /** A row is the header if it names where comments, proposed texts or positions stand. */
  private boolean header(RawRow row) {
    Map<Column, Integer> found = new EnumMap<>(Column.class);
    List<CellFault> twice = new ArrayList<>();
    row.cells().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              int place = entry.getKey();
              if (entry.getValue() instanceof RawCell.Text(String text)) {
                KnownWords.column(text)
                    .filter(column -> found.putIfAbsent(column, place) != null)
                    .ifPresent(
                        column ->
                            twice.add(
                                fault(row, place, text, "each heading once, the first is read")));
              }
            });
    if (found.size() < 2 || found.keySet().stream().noneMatch(SAYS::contains)) {
      return false;
    }
    places.putAll(found);
    faults.addAll(twice);
    return true;
  }

  private void fill(RawRow raw) {
    boolean says =
        places.entrySet().stream()
            .filter(place -> SAYS.contains(place.getKey()))
            .anyMatch(place -> raw.cells().containsKey(place.getValue()));
    if (!says) {
      return;
    }
    var reading = new RowReading(raw);
    FilledRow row = reading.row();
    if (reading.faults.isEmpty()) {
      rows.add(row);
    } else {
      faults.addAll(reading.faults);
    }
  }

  private final class RowReading {

    private final RawRow raw;
    private final List<CellFault> faults = new ArrayList<>();

    RowReading(RawRow raw) {
      this.raw = raw;
      if (raw.hidden()) {
        String name = "row " + raw.number();
        faults.add(
            new CellFault(raw.number(), Fault.of(name, "hidden", "a row that people can see")));
      }
    }

    FilledRow row() {
      return new FilledRow(
          raw.number(),
          text(Column.ID),
          word(Column.VERSION, TableReader::number, "the number of a version, from 1"),
          text(Column.NUMBER),
          text(Column.REFERENCE),
          word(Column.KIND, KnownWords::kind, words(Kind.values(), Kind::word)),
          word(Column.POSITION, KnownWords::position, words(Position.values(), Position::word))
              .orElse(Position.NOT_STATED),
          text(Column.COMMENT),
          word(Column.LANGUAGE, KnownWords::tag, "the name or the tag of a language such as ar"),
          text(Column.PROPOSED_TEXT),
          word(
              Column.AMENDED_LANGUAGE,
              KnownWords::language,
              words(UnLanguage.values(), UnLanguage::tag)),
          text(Column.RATIONALE));
    }

    private Optional<String> text(Column column) {
      Integer place = places.get(column);
      RawCell cell = place == null ? null : raw.cells().get(place);
      if (place == null || cell == null || PASSED_OVER.contains(column)) {
        return Optional.empty();
      }
      return switch (cell) {
        case RawCell.Text(String text) -> Optional.of(text);
        case RawCell.Unusable(String what) -> {
          faults.add(fault(raw, place, what, "a text"));
          yield Optional.empty();
        }
      };
    }

    private <T> Optional<T> word(
        Column column, Function<String, Optional<T>> meaning, String expected) {
      Optional<String> text = text(column);
      Optional<T> meant = text.flatMap(meaning);
      if (text.isPresent() && meant.isEmpty()) {
        faults.add(fault(raw, places.getOrDefault(column, 0), text.get(), expected));
      }
      return meant;
    }
  }

  private static <T> String words(T[] values, Function<T, String> word) {
    return "one of "
        + String.join(", ", Arrays.stream(values).map(word).toList())
        + ", or its word in the table's language";
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[1-9][0-9]{0,5}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private static CellFault fault(RawRow row, int place, String value, String expected) {
    return new CellFault(row.number(), Fault.of(name(place) + row.number(), value, expected));
  }

  /** A, B, ... Z, AA, as spreadsheets name columns. */
  static String name(int place) {
    return (place < 26 ? "" : name(place / 26 - 1)) + (char) ('A' + place % 26);
  }
}
