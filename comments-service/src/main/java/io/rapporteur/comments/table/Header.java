package io.rapporteur.comments.table;

import io.rapporteur.schemas.http.Fault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the columns of a table stand, by its headings. A text that is too long for a cell goes on
 * in a column of the same heading with a number: {@code Comment (2)}.
 *
 * @param places by column; more than one where texts go on
 * @param headings as they stand, by place
 * @param unknown headings that are not known, by place
 * @param twice headings that stand twice; the first is read
 */
record Header(
    Map<Column, List<Integer>> places,
    Map<Integer, String> headings,
    Map<Integer, String> unknown,
    List<CellFault> twice) {

  /** A row that says something says it in one of these. */
  static final Set<Column> SAYS =
      Set.of(Column.COMMENT, Column.PROPOSED_TEXT, Column.RATIONALE, Column.POSITION);

  private static final Pattern GOES_ON = Pattern.compile("(.*\\S)\\s*\\(([2-9]|[1-9][0-9])\\)\\s*");
  private static final String EXPLANATION = "explanation";

  /** A text that is longer is no heading. */
  private static final int LONGEST = 300;

  /** A row is the header if it names where comments, proposed texts or positions stand. */
  static Optional<Header> of(RawRow row) {
    Map<Integer, String> headings = new TreeMap<>();
    row.cells().forEach((place, cell) -> text(cell).ifPresent(t -> headings.put(place, t)));
    var header =
        new Header(new EnumMap<>(Column.class), headings, new TreeMap<>(), new ArrayList<>());
    boolean comments =
        headings.values().stream()
            .anyMatch(
                h -> !explains(h) && KnownWords.column(h).equals(Optional.of(Column.COMMENT)));
    headings.forEach((place, heading) -> header.take(row.number(), place, heading, comments));
    boolean says = header.places.keySet().stream().anyMatch(SAYS::contains);
    return header.places.size() < 2 || !says ? Optional.empty() : Optional.of(header);
  }

  private static Optional<String> text(RawCell cell) {
    return switch (cell) {
      case RawCell.Text(String text) -> Optional.of(text).filter(t -> t.length() <= LONGEST);
      case RawCell.Hidden(String text) -> Optional.of(text).filter(t -> t.length() <= LONGEST);
      case RawCell.Unusable unusable -> Optional.empty();
    };
  }

  private static boolean explains(String heading) {
    return KnownWords.withoutTrimmings(heading).equals(EXPLANATION);
  }

  /** An explanation is the reason where a comment stands beside it. */
  private static Optional<Column> meaning(String heading, boolean comments) {
    return comments && explains(heading)
        ? Optional.of(Column.RATIONALE)
        : KnownWords.column(heading);
  }

  private void take(int row, int place, String heading, boolean comments) {
    Matcher goesOn = GOES_ON.matcher(heading);
    if (goesOn.matches()) {
      List<Integer> parts = meaning(goesOn.group(1), comments).map(places::get).orElse(List.of());
      if (parts.size() == Integer.parseInt(goesOn.group(2)) - 1) {
        parts.add(place);
        return;
      }
    }
    Optional<Column> column = meaning(heading, comments);
    if (column.isEmpty()) {
      unknown.put(place, heading);
    } else if (places.containsKey(column.get())) {
      twice.add(fault(row, place, heading, "each heading once, the first is read"));
    } else {
      places.put(column.get(), new ArrayList<>(List.of(place)));
    }
  }

  /** Whether a row says the same again, as tables do at the top of a page. */
  boolean repeatedBy(RawRow row) {
    return row.cells().size() >= places.size()
        && row.cells().entrySet().stream()
            .allMatch(
                cell ->
                    text(cell.getValue()).equals(Optional.ofNullable(headings.get(cell.getKey()))));
  }

  /** Whether a row says anything. */
  boolean says(RawRow row) {
    return places.entrySet().stream()
        .filter(entry -> SAYS.contains(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .anyMatch(row.cells()::containsKey);
  }

  /** To name cells. */
  Places names() {
    Map<Column, String> names = new EnumMap<>(Column.class);
    places.forEach((column, parts) -> names.put(column, name(parts.getFirst())));
    return new Places(names, false);
  }

  static CellFault fault(int row, int place, String value, String expected) {
    return new CellFault(row, Fault.of(name(place) + row, value, expected));
  }

  /** A, B, ... Z, AA, as spreadsheets name columns. */
  static String name(int place) {
    return (place < 26 ? "" : name(place / 26 - 1)) + (char) ('A' + place % 26);
  }
}
