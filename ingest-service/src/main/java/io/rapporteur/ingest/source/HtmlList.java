package io.rapporteur.ingest.source;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** A list of HTML that counts its items as a browser does. Not thread-safe. */
final class HtmlList {

  private static final Pattern STYLE = Pattern.compile("list-style(?:-type)?\\s*:\\s*([\\w -]+)");
  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("lower-alpha", "lowerLetter"),
          Map.entry("lower-latin", "lowerLetter"),
          Map.entry("upper-alpha", "upperLetter"),
          Map.entry("upper-latin", "upperLetter"),
          Map.entry("lower-roman", "lowerRoman"),
          Map.entry("upper-roman", "upperRoman"),
          Map.entry("lower-greek", "lowerGreek"),
          Map.entry("decimal-leading-zero", "decimalZero"),
          Map.entry("arabic-indic", "hindiNumbers"),
          Map.entry("persian", "persian"),
          Map.entry("cjk-decimal", "ideographDigital"),
          Map.entry("simp-chinese-informal", "chineseCounting"),
          Map.entry("trad-chinese-informal", "chineseCounting"),
          Map.entry("none", "none"));

  private final String format;
  private final int step;
  private final int depth;
  private int next;

  HtmlList(Element list, int depth) {
    this.depth = depth;
    boolean ordered = list.normalName().equals("ol");
    boolean reversed = ordered && list.hasAttr("reversed");
    this.format = format(list).orElse(ordered ? "decimal" : "bullet");
    this.step = reversed ? -1 : 1;
    int items = (int) list.children().stream().filter(c -> c.normalName().equals("li")).count();
    this.next = XmlElement.parsed(list.attr("start").strip()).orElse(reversed ? items : 1);
  }

  int depth() {
    return depth;
  }

  /** The label of the next item. */
  String label(Element item) {
    int number = XmlElement.parsed(item.attr("value").strip()).orElse(next);
    next = number + step;
    String own = format(item).orElse(format);
    String printed = own.endsWith("Letter") ? letters(number, own) : Numerals.of(number, own);
    return own.equals("bullet") || own.equals("none") ? printed : printed + ".";
  }

  /** A browser goes on from z with aa, ab, ..., where Word goes on with aa, bb. */
  private static String letters(int number, String format) {
    if (number < 1) {
      return Integer.toString(number);
    }
    var letters = new StringBuilder();
    for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('a' + (rest - 1) % 26));
    }
    return format.startsWith("upper")
        ? letters.toString().toUpperCase(Locale.ROOT)
        : letters.toString();
  }

  private static Optional<String> format(Element element) {
    Matcher style = STYLE.matcher(element.attr("style").toLowerCase(Locale.ROOT));
    if (style.find()) {
      for (String word : style.group(1).strip().split(" +")) {
        if (word.equals("decimal")) {
          return Optional.of("decimal");
        }
        if (FORMATS.containsKey(word)) {
          return Optional.of(FORMATS.get(word));
        }
      }
    }
    return switch (element.attr("type").strip()) {
      case "a" -> Optional.of("lowerLetter");
      case "A" -> Optional.of("upperLetter");
      case "i" -> Optional.of("lowerRoman");
      case "I" -> Optional.of("upperRoman");
      case "1" -> Optional.of("decimal");
      default -> Optional.empty();
    };
  }
}
