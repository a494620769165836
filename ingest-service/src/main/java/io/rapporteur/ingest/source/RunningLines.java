package io.rapporteur.ingest.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    Map<String, Integer> times = new HashMap<>();
    Map<Integer, String> symbols = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.indexOf('/') > 0 && HEADER.matcher(line.strip()).matches()) {
        String symbol = BESIDE.matcher(line.strip()).replaceAll("");
        symbols.put(i, symbol);
        times.merge(symbol, 1, Integer::sum);
      }
    }
    Set<Integer> running = new HashSet<>();
    symbols.forEach(
        (place, symbol) -> {
          Set<Integer> numbers = numbersBeside(lines, place);
          boolean more = !symbol.equals(lines.get(place).strip());
          if (times.getOrDefault(symbol, 0) > 1 || more || !numbers.isEmpty()) {
            running.add(place);
            running.addAll(numbers);
          }
        });
    return running;
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
