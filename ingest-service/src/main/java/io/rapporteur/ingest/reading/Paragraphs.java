package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.source.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbered paragraphs of a report: {@code 13.}, {@code 13-} or {@code 13 -}, in any digits,
 * after a bullet that a reading machine may have made of it. Numbers are taken only in sequence, so
 * that an agenda inside a paragraph, which starts again at 1, is not taken for paragraphs.
 */
final class Paragraphs {

  private static final Pattern NUMBERED =
      Pattern.compile("^\\s*(?:[-•*–]\\s+)?(\\p{Nd}{1,4})\\s?(?:[.\\-–]|\\.\\s)\\s*(.*)$");
  private static final Pattern HEADING =
      Pattern.compile(
          "^(?:[IVX]{1,5}|[A-ZА-Я]|(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا)[\u064B-\u0652ً]*"
              + "|ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء)\\s*[.\\-–]\\s+\\S.*$");

  private final Map<Integer, Integer> starts = new LinkedHashMap<>();
  private final Source source;

  Paragraphs(Source source) {
    this.source = source;
    int last = 0;
    for (int line = 1; line <= source.size(); line++) {
      Matcher matcher = NUMBERED.matcher(source.line(line));
      if (matcher.matches() && Integer.parseInt(ascii(matcher.group(1))) == last + 1) {
        last++;
        starts.put(last, line);
      }
    }
  }

  int count() {
    return starts.size();
  }

  /** First line of a paragraph; 0 if there is none of this number. */
  int start(int number) {
    return starts.getOrDefault(number, 0);
  }

  /** The line after the last of a paragraph: the next paragraph or heading. */
  int end(int number) {
    int end = starts.getOrDefault(number + 1, source.size() + 1);
    for (int line = start(number) + 1; line < end; line++) {
      if (heading(source.line(line))) {
        return line;
      }
    }
    return end;
  }

  /** The text of a paragraph's first line, without its number. */
  String opening(int number) {
    Matcher matcher = NUMBERED.matcher(source.line(start(number)));
    return matcher.matches() ? matcher.group(2) : source.line(start(number));
  }

  /** The nearest heading above a paragraph; empty if there is none. */
  String headingOf(int number) {
    for (int line = start(number) - 1; line > 0; line--) {
      if (heading(source.line(line))) {
        return source.line(line).strip();
      }
    }
    return "";
  }

  private static boolean heading(String line) {
    return line.length() < 200 && HEADING.matcher(line.strip()).matches();
  }

  private static String ascii(String digits) {
    var ascii = new StringBuilder();
    digits.codePoints().forEach(c -> ascii.append(Character.digit(c, 10)));
    return ascii.toString();
  }
}
