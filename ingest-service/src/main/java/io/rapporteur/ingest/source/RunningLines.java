package io.rapporteur.ingest.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lines of a text that came along from its pages: the symbol of the document alone on a line, more
 * than once or beside a page number, with the page number or without; and page numbers beside it. A
 * number alone on a line elsewhere is left where it is; the reader asks about it. Stateless.
 */
final class RunningLines {

  private static final String SYMBOL = "[A-Z][A-Z0-9]*(?:/[A-Z0-9][A-Za-z0-9.()*]*)+";
  private static final Pattern HEADER =
      Pattern.compile("^(?:\\p{Nd}{1,4}\\s+)?" + SYMBOL + "(?:\\s+\\p{Nd}{1,4})?$");
  private static final Pattern NUMBER = Pattern.compile("^[-–]?\\s?\\p{Nd}{1,4}\\s?[-–]?$");
  private static final Pattern BESIDE =
      Pattern.compile("^\\p{Nd}{1,4}\\s+(?=\\p{L})|\\s+\\p{Nd}{1,4}$");

  private RunningLines() {}

  /** Their places, from 0. */
  static Set<Integer> in(List<String> lines) {
    Map<String, Integer> headers = new HashMap<>();
    for (String line : lines) {
      if (HEADER.matcher(line.strip()).matches()) {
        headers.merge(symbol(line), 1, Integer::sum);
      }
    }
    Set<Integer> running = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      Set<Integer> numbers = numbersBeside(lines, i);
      String line = lines.get(i).strip();
      boolean header =
          headers.getOrDefault(symbol(line), 0) > 1
              || !numbers.isEmpty()
              || !symbol(line).equals(line);
      if (HEADER.matcher(line).matches() && header) {
        running.add(i);
        running.addAll(numbers);
      }
    }
    return running;
  }

  private static String symbol(String line) {
    return BESIDE.matcher(line.strip()).replaceAll("");
  }

  /** Page numbers next to a line, or with empty lines between. */
  private static Set<Integer> numbersBeside(List<String> lines, int place) {
    Set<Integer> numbers = new HashSet<>();
    for (int step : new int[] {-1, 1}) {
      int beside = place + step;
      while (beside >= 0 && beside < lines.size() && lines.get(beside).isBlank()) {
        beside += step;
      }
      if (beside >= 0
          && beside < lines.size()
          && NUMBER.matcher(lines.get(beside).strip()).matches()) {
        numbers.add(beside);
      }
    }
    return numbers;
  }
}
