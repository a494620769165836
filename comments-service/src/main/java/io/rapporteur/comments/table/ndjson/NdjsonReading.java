package io.rapporteur.comments.table.ndjson;

import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.table.CellFault;
import io.rapporteur.comments.table.Column;
import io.rapporteur.comments.table.FilledRow;
import io.rapporteur.comments.table.NameList;
import io.rapporteur.comments.table.NoTableException;
import io.rapporteur.comments.table.Places;
import io.rapporteur.comments.table.Reading;
import io.rapporteur.comments.table.TableReader;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an object a line, with the fields of a comment as it is handed in alone, and {@code number}
 * and {@code reference} as in the table. A line that cannot be read costs that line; a field that
 * is not known is passed over, with a remark.
 */
public final class NdjsonReading {

  private static final int MOST_FAULTS = 1_000;

  /** How many may be named is said by those who take them. */
  private static final int MOST_NAMED = 10_000;

  private static final Map<Column, String> FIELDS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Column.ID, "recommendation"),
              Map.entry(Column.VERSION, "recommendationVersion"),
              Map.entry(Column.NUMBER, "number"),
              Map.entry(Column.REFERENCE, "reference"),
              Map.entry(Column.KIND, "kind"),
              Map.entry(Column.POSITION, "position"),
              Map.entry(Column.COMMENT, "text"),
              Map.entry(Column.LANGUAGE, "language"),
              Map.entry(Column.PROPOSED_TEXT, "proposedText"),
              Map.entry(Column.AMENDED_LANGUAGE, "proposedTextLanguage"),
              Map.entry(Column.RATIONALE, "rationale"),
              Map.entry(Column.ON_BEHALF_OF, "onBehalfOf"),
              Map.entry(Column.CO_SPONSORS, "coSponsors"),
              Map.entry(Column.ATTACHMENTS, "attachments"),
              Map.entry(Column.QUOTATION, "quotation"),
              Map.entry(Column.PLACE, "place"),
              Map.entry(Column.LINE_NUMBER, "lineNumber"),
              Map.entry(Column.SECTION, "heading"),
              Map.entry(Column.TRANSLATIONS, "translations"),
              Map.entry(Column.DRAFT, "draft")));

  /** Any length: how long a text may be is said by those who take it. */
  private static final TextLimit ANY = TextLimit.characters(Integer.MAX_VALUE);

  private static final Map<String, Kind> KINDS = words(Kind.values(), Kind::word);
  private static final Map<String, Position> POSITIONS = words(Position.values(), Position::word);
  private static final Map<String, UnLanguage> LANGUAGES =
      words(UnLanguage.values(), UnLanguage::tag);

  private final List<FilledRow> rows = new ArrayList<>();
  private final List<CellFault> faults = new ArrayList<>();
  private final Map<String, Integer> unknown = new LinkedHashMap<>();

  private NdjsonReading() {}

  /** Name of the field in which a column stands; none for the text itself. */
  static Optional<String> field(Column column) {
    return Optional.ofNullable(FIELDS.get(column));
  }

  /**
   * Reads a file in UTF-8.
   *
   * @throws NoTableException if there is too much, or nothing but faults
   */
  public static Reading of(String file) throws NoTableException {
    var reading = new NdjsonReading();
    int number = 0;
    for (String line : (Iterable<String>) file.lines()::iterator) {
      number++;
      if (!line.isBlank()) {
        reading.line(number, line);
      }
    }
    List<CellFault> remarks =
        reading.unknown.entrySet().stream()
            .map(
                field ->
                    new CellFault(
                        1,
                        Fault.of(
                            field.getKey(),
                            "in %d lines".formatted(field.getValue()),
                            "one of " + String.join(", ", FIELDS.values()) + "; it was not taken")))
            .toList();
    return new Reading(reading.rows, reading.faults, remarks, new Places(FIELDS, true));
  }

  private void line(int number, String line) throws NoTableException {
    try {
      row(number, RequestBody.object(line.getBytes(StandardCharsets.UTF_8)));
    } catch (RefusedException e) {
      faults.add(
          new CellFault(
              number, Fault.of("line " + number, "not JSON", "one JSON object, no key twice")));
    }
    if (rows.size() > TableReader.MOST_ROWS) {
      throw new NoTableException(
          ProblemType.TOO_LARGE,
          "file: over %d rows (expected: at most that; please split it)"
              .formatted(TableReader.MOST_ROWS));
    }
    if (faults.size() > MOST_FAULTS) {
      throw new NoTableException(
          "faults: more than %d (expected: a file of which most lines can be read)"
              .formatted(MOST_FAULTS));
    }
  }

  private void row(int number, ObjectNode object) {
    var fields = new Fields(object);
    Optional<String> document = fields.optionalText("document", ANY);
    Optional<String> section = fields.optionalText("section", ANY);
    Optional<String> recommendation = fields.optionalText("recommendation", ANY);
    if (recommendation.isPresent() && section.isPresent()) {
      fields.fault("section", section.get(), "absent where a recommendation is named");
    }
    Optional<String> id =
        recommendation
            .map(
                named ->
                    document.filter(d -> !named.startsWith(d)).map(d -> d + " ").orElse("") + named)
            .or(() -> section)
            .or(() -> document);
    var row =
        new FilledRow(
            number,
            id,
            fields.optionalNumber("recommendationVersion"),
            fields.optionalText("number", ANY),
            fields.optionalText("reference", ANY),
            fields.optionalWord("kind", KINDS),
            fields.optionalWord("position", POSITIONS).orElse(Position.NOT_STATED),
            fields.optionalText("text", ANY).map(NdjsonReading::lines),
            fields.optionalText("language", ANY),
            fields.optionalText("proposedText", ANY).map(NdjsonReading::lines),
            fields.optionalWord("proposedTextLanguage", LANGUAGES),
            fields.optionalText("rationale", ANY).map(NdjsonReading::lines),
            further(fields, object),
            unsaid(object));
    count(object);
    if (fields.faults().isEmpty()) {
      rows.add(row);
    }
    for (Fault fault : fields.faults()) {
      String line = "line " + number + ", ";
      faults.add(
          new CellFault(
              number,
              new Fault(
                  line + fault.field(), line + fault.message(), fault.type(), fault.candidates())));
    }
  }

  private static Map<Column, String> further(Fields fields, ObjectNode object) {
    Map<Column, String> further = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      String name = FIELDS.get(column);
      if (column.further() && name != null) {
        switch (column) {
          case TRANSLATIONS -> {
            // As JSON, below.
          }
          case CO_SPONSORS, ATTACHMENTS -> {
            List<String> named = fields.texts(name, MOST_NAMED, ANY);
            if (!named.isEmpty()) {
              further.put(column, NameList.written(named));
            }
          }
          default ->
              fields.optionalText(name, ANY).ifPresent(text -> further.put(column, lines(text)));
        }
      }
    }
    if (object.hasNonNull("translations")) {
      further.put(Column.TRANSLATIONS, object.get("translations").toString());
    }
    return further;
  }

  /** What a line does not name it says nothing of. */
  private static Set<Column> unsaid(ObjectNode object) {
    return Arrays.stream(Column.values())
        .filter(Column::further)
        .filter(column -> field(column).filter(object::has).isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private void count(ObjectNode object) {
    Set<String> known = Set.of("document", "section");
    object.propertyNames().stream()
        .filter(name -> !known.contains(name) && !FIELDS.containsValue(name))
        .forEach(name -> unknown.merge(name, 1, Integer::sum));
  }

  /** A line ends in one way, however its file ends it. */
  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values)
        .collect(
            Collectors.toMap(word, Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }
}
