package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.source.Line;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headings of sections ({@code A.}, {@code II.}, {@code ألف -}, {@code 三、}) and of articles, with
 * the key by which a manifest names them: {@code a}, {@code ii}, {@code art5}.
 */
final class Headings {

  private static final List<String> ARABIC_NUMBERS =
      List.of(
          "أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا");
  private static final List<String> ARABIC_LETTERS =
      List.of("ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء");
  private static final Pattern SECTION =
      Pattern.compile(
          "^(?:([IVX]{1,5}|[A-ZА-Я])(?:\\s*[.\\-–]\\s+\\S.*)?"
              + "|(?:("
              + String.join("|", ARABIC_NUMBERS)
              + ")[\u064B-\u0652]*|("
              + String.join("|", ARABIC_LETTERS)
              + "))\\s*[.\\-–]\\s+\\S.*"
              + "|([一二三四五六七八九十]{1,3})[、.]\\s*\\S.*)$");

  /** A reference that a line happens to begin with goes on in small letters: it is none. */
  private static final Pattern ARTICLE =
      Pattern.compile(
          "^(?iu:Article|Artículo|Articulo|Статья|المادة)\\s+(\\p{Nd}{1,3}(?!\\p{Nd})|[一二三四五六七八九十]{1,4})"
              + "(?:\\s*[.:\\-–—].{0,120}|\\s+\\p{Lu}.{0,120}|\\s*)$");

  private static final Pattern HAN_ARTICLE =
      Pattern.compile("^第\\s*([一二三四五六七八九十]{1,4}|\\p{Nd}{1,3})\\s*[條条].{0,60}$");
  private static final int LONG = 200;
  private static final int LONGEST = 400;

  private Headings() {}

  /** Whether a line is one. */
  static boolean heading(Line line) {
    return line.kind() == Line.Kind.HEADING || !key(line.shown()).isEmpty();
  }

  /** The key of a heading; empty if the line is none. */
  static String key(String line) {
    String text = plain(line);
    boolean sentence = text.length() >= LONG && goesOn(text);
    if (text.isEmpty() || text.length() >= LONGEST || sentence) {
      return "";
    }
    Matcher article = ARTICLE.matcher(text);
    if (article.matches() && !goesOn(text)) {
      return "art" + number(article.group(1));
    }
    Matcher han = HAN_ARTICLE.matcher(text);
    if (han.matches() && !goesOn(text)) {
      return "art" + number(han.group(1));
    }
    Matcher section = SECTION.matcher(text);
    return section.matches() ? sectionKey(section) : "";
  }

  /** A line of running text may begin with the word: it ends as a sentence does. */
  private static boolean goesOn(String text) {
    return ";,.；，。:：".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private static String plain(String line) {
    int start = 0;
    while (start < line.length() && (line.charAt(start) == '#' || line.charAt(start) <= ' ')) {
      start++;
    }
    return line.substring(start).strip();
  }

  private static String sectionKey(Matcher section) {
    if (section.group(1) != null) {
      return section.group(1).toLowerCase(Locale.ROOT);
    }
    if (section.group(2) != null) {
      return Series.ROMAN.label(ARABIC_NUMBERS.indexOf(section.group(2)) + 1);
    }
    if (section.group(3) != null) {
      return Series.LETTERS.label(ARABIC_LETTERS.indexOf(section.group(3)) + 1);
    }
    int number = number(section.group(4));
    return number == 0 ? "" : Series.ROMAN.label(number);
  }

  private static int number(String printed) {
    Mark mark = Mark.of(0, 0, 0, printed, "", Mark.Form.BRACKET, Mark.Setting.LINE, "", 0);
    return Math.max(mark.place(Series.HAN), mark.place(Series.NUMBERS));
  }

  /** Whether a heading of the second key ends the section of the first. */
  static boolean ends(String open, String next) {
    if (open.startsWith("art")) {
      return next.startsWith("art");
    }
    boolean romanOpen = roman(open);
    return !next.startsWith("art") && (!romanOpen || roman(next));
  }

  private static boolean roman(String key) {
    return key.chars().allMatch(c -> "ivx".indexOf(c) >= 0);
  }
}
