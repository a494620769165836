package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.source.Source;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbered paragraphs of a report or of a part of it: {@code 13.}, {@code 13-} or {@code 13 -},
 * in any digits, after a bullet that a reading machine may have made of it. Numbers are taken only
 * in sequence, so that an agenda inside a paragraph, which starts again at 1, is not taken for
 * paragraphs; an excerpt may begin at any number, and up to two numbers may be lost if they are
 * printed nowhere after.
 */
final class Paragraphs {

  private static final Pattern NUMBERED =
      Pattern.compile("^\\s*(?:[-•*–]\\s+)?(\\p{Nd}{1,4})\\s?(?:[.．]|[\\-–])(?!\\p{Nd})\\s*(.*)$");
  private static final int MOST_LOST = 2;

  private final Map<Integer, Integer> starts = new LinkedHashMap<>();
  private final Map<Integer, Integer> next = new HashMap<>();
  private final Source source;
  private final int to;

  Paragraphs(Source source) {
    this(source, 1, source.size() + 1, false);
  }

  /**
   * @param to the line after the last
   * @param anyStart the first number may be any
   */
  Paragraphs(Source source, int from, int to, boolean anyStart) {
    this.source = source;
    this.to = to;
    Map<Integer, Integer> numbers = new LinkedHashMap<>();
    Map<Integer, Integer> lastLine = new HashMap<>();
    for (int line = from; line < to; line++) {
      int number = number(source.line(line));
      if (number > 0) {
        numbers.put(line, number);
        lastLine.put(number, line);
      }
    }
    boolean any = anyStart || !lastLine.containsKey(1);
    int last = 0;
    for (var each : numbers.entrySet()) {
      int number = each.getValue();
      if (number == last + 1
          || (any && last == 0)
          || follows(number, last, each.getKey(), lastLine)) {
        next.put(last, number);
        last = number;
        starts.put(last, each.getKey());
      }
    }
  }

  private static boolean follows(int number, int last, int line, Map<Integer, Integer> lastLine) {
    if (number <= last || number > last + 1 + MOST_LOST) {
      return false;
    }
    for (int lost = last + 1; lost < number; lost++) {
      if (lastLine.getOrDefault(lost, 0) > line) {
        return false;
      }
    }
    return true;
  }

  /** The number that a line begins with; 0 if it begins with none. */
  static int number(String line) {
    Matcher matcher = NUMBERED.matcher(line);
    return matcher.matches() ? Integer.parseInt(ascii(matcher.group(1))) : 0;
  }

  int count() {
    return starts.size();
  }

  /** Numbers in the order of the text. */
  Iterable<Integer> numbers() {
    return starts.keySet();
  }

  /** First line of a paragraph; 0 if there is none of this number. */
  int start(int number) {
    return starts.getOrDefault(number, 0);
  }

  /** The line where the next paragraph begins, or the end of all. */
  int following(int number) {
    Integer after = next.get(number);
    return after == null ? to : starts.getOrDefault(after, to);
  }

  /** The line after the last of a paragraph: the next paragraph or heading. */
  int end(int number) {
    int end = following(number);
    for (int line = start(number) + 1; line < end; line++) {
      if (Headings.heading(source.lines().get(line - 1))) {
        return line;
      }
    }
    return end;
  }

  /** Where the text of a paragraph begins in its first line. */
  int column(int number) {
    Matcher matcher = NUMBERED.matcher(source.line(start(number)));
    return matcher.matches() ? matcher.start(2) : 0;
  }

  private static String ascii(String digits) {
    var ascii = new StringBuilder();
    digits.codePoints().forEach(c -> ascii.append(Character.digit(c, 10)));
    return ascii.toString();
  }
}
