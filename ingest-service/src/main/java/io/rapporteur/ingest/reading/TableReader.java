package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.source.Line;
import io.rapporteur.ingest.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a table of recommendations by theme: each row that holds a number of the paragraph is one,
 * whatever the order of the rows; its other cells are kept by the heading of their column.
 */
final class TableReader {

  private static final Pattern NUMBER =
      Pattern.compile("^\\s*(\\p{Nd}{1,4})[.\\-–](\\p{Nd}{1,4})[.\\-–]?(?:\\s+|$)");

  private final String paragraph;
  private final TreeMap<Integer, Row> rows = new TreeMap<>();
  private final List<Question> questions = new ArrayList<>();
  private List<String> columns = List.of();
  private String theme = "";

  TableReader(Source source, String paragraph) {
    this.paragraph = paragraph;
    for (Line line : source.lines()) {
      if (line.kind() == Line.Kind.ROW) {
        row(line);
      }
    }
    askForMissing();
  }

  /**
   * A recommendation of a table.
   *
   * @param cells the others of its row, by the heading of their column
   */
  record Row(int number, int line, String text, Map<String, String> cells) {}

  /** By number. */
  List<Row> rows() {
    return List.copyOf(rows.values());
  }

  List<Question> questions() {
    return List.copyOf(questions);
  }

  private void row(Line line) {
    List<String> cells = line.cells();
    for (int i = 0; i < cells.size(); i++) {
      Matcher matcher = NUMBER.matcher(cells.get(i));
      if (matcher.lookingAt() && paragraph.equals(ascii(matcher.group(1)))) {
        String rest = cells.get(i).substring(matcher.end()).strip();
        int text = rest.isEmpty() ? longest(cells, i) : i;
        add(
            line,
            Integer.parseInt(ascii(matcher.group(2))),
            rest.isEmpty() ? cells.get(text).strip() : rest,
            i,
            text);
        return;
      }
    }
    List<String> filled = cells.stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
    if (filled.size() == 1) {
      theme = filled.getFirst();
    } else if (columns.isEmpty()) {
      columns = cells;
    }
  }

  private void add(Line line, int number, String text, int at, int textAt) {
    Map<String, String> others = new LinkedHashMap<>();
    if (!theme.isEmpty()) {
      others.put("heading", theme);
    }
    for (int i = 0; i < line.cells().size(); i++) {
      String cell = line.cells().get(i).strip();
      if (i != at && i != textAt && !cell.isEmpty()) {
        others.put(column(i), cell);
      }
    }
    Row standing = rows.get(number);
    if (standing == null) {
      rows.put(number, new Row(number, line.number(), text, others));
    } else {
      repeated(standing, line, text, others);
    }
  }

  /** A recommendation may stand under several themes; its text should be one. */
  private void repeated(Row standing, Line line, String text, Map<String, String> others) {
    Map<String, String> cells = new LinkedHashMap<>(standing.cells());
    others.forEach(
        (column, cell) ->
            cells.merge(
                column,
                cell,
                (one, other) -> one.lines().anyMatch(other::equals) ? one : one + "\n" + other));
    rows.put(
        standing.number(), new Row(standing.number(), standing.line(), standing.text(), cells));
    if (!standing.text().equals(text)) {
      String number = paragraph + "." + standing.number();
      questions.add(
          new Question(
              QuestionKind.REPEATED,
              line.number(),
              "%s stands before another text at line %d".formatted(number, standing.line()),
              List.of(String.valueOf(standing.number()))));
    }
  }

  private String column(int i) {
    String heading = i < columns.size() ? columns.get(i).strip() : "";
    return heading.isEmpty() ? "column " + (i + 1) : heading;
  }

  private static int longest(List<String> cells, int besides) {
    int longest = besides;
    for (int i = 0; i < cells.size(); i++) {
      boolean longer = longest == besides || cells.get(i).length() > cells.get(longest).length();
      longest = i != besides && longer ? i : longest;
    }
    return longest;
  }

  private void askForMissing() {
    int expected = 1;
    for (Row row : rows.values()) {
      List<String> missing = new ArrayList<>();
      for (; expected < row.number() && missing.size() < 20; expected++) {
        missing.add(String.valueOf(expected));
      }
      if (!missing.isEmpty()) {
        questions.add(
            new Question(
                QuestionKind.GAP,
                row.line(),
                "before %d the table has no row for %s"
                    .formatted(row.number(), String.join(", ", missing)),
                missing));
      }
      expected = row.number() + 1;
    }
  }

  private static String ascii(String printed) {
    var digits = new StringBuilder();
    printed.codePoints().forEach(c -> digits.append(Character.digit(c, 10)));
    return digits.toString();
  }
}
