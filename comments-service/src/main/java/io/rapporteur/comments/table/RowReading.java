package io.rapporteur.comments.table;

import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.schemas.http.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** From a row as its file holds it to what it says, with the faults of its cells. */
final class RowReading {

  private static final Set<Column> PASSED_OVER =
      Set.of(Column.TEXT, Column.TEXT_LANGUAGE, Column.MARKS);

  private final RawRow raw;
  private final Header header;
  private final List<CellFault> faults = new ArrayList<>();

  RowReading(RawRow raw, Header header) {
    this.raw = raw;
    this.header = header;
    if (raw.hidden()) {
      faults.add(
          new CellFault(
              raw.number(),
              Fault.of("row " + raw.number(), "hidden", "a row that people can see")));
    }
  }

  List<CellFault> faults() {
    return faults;
  }

  FilledRow row() {
    return new FilledRow(
        raw.number(),
        text(Column.ID),
        word(Column.VERSION, RowReading::number, "the number of a version, from 1"),
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
        text(Column.RATIONALE),
        further(),
        unsaid());
  }

  private Set<Column> unsaid() {
    Set<Column> unsaid = EnumSet.noneOf(Column.class);
    for (Column column : Column.values()) {
      if (column.further() && !header.places().containsKey(column)) {
        unsaid.add(column);
      }
    }
    return unsaid;
  }

  private Map<Column, String> further() {
    Map<Column, String> further = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      if (column.further()) {
        text(column).ifPresent(text -> further.put(column, text));
      }
    }
    return further;
  }

  private Optional<String> text(Column column) {
    if (PASSED_OVER.contains(column)) {
      return Optional.empty();
    }
    var text = new StringBuilder();
    for (int place : header.places().getOrDefault(column, List.of())) {
      RawCell cell = raw.cells().get(place);
      if (cell != null) {
        text.append(part(column, place, cell));
      }
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
  }

  /** A line ends in one way, however its file ends it. */
  private String part(Column column, int place, RawCell cell) {
    return switch (cell) {
      case RawCell.Text(String text) -> text.replace("\r\n", "\n").replace('\r', '\n');
      case RawCell.Hidden(String text) when column.hidden() -> text.strip();
      case RawCell.Hidden hidden -> unusable(place, "hidden text", "a text that people can see");
      case RawCell.Unusable(String what) -> unusable(place, what, "a text");
    };
  }

  private String unusable(int place, String what, String expected) {
    faults.add(Header.fault(raw.number(), place, what, expected));
    return "";
  }

  private <T> Optional<T> word(
      Column column, Function<String, Optional<T>> meaning, String expected) {
    Optional<String> text = text(column);
    Optional<T> meant = text.flatMap(meaning);
    if (text.isPresent() && meant.isEmpty()) {
      int place = header.places().getOrDefault(column, List.of(0)).getFirst();
      faults.add(Header.fault(raw.number(), place, text.get(), expected));
    }
    return meant;
  }

  static <T> String words(T[] values, Function<T, String> word) {
    return "one of "
        + String.join(", ", Arrays.stream(values).map(word).toList())
        + ", or its word in the table's language";
  }

  static Optional<Integer> number(String text) {
    return text.matches("[1-9][0-9]{0,5}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }
}
