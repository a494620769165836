package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.reading.Mark.Form;
import io.rapporteur.ingest.reading.Mark.Setting;
import io.rapporteur.ingest.source.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the places of a block that look like the label of an item. */
final class Marks {

  private static final String BULLET = "(?:([-•*–—·])\\s+)?";
  private static final String LETTERS = "[\\p{L}\u0640](?:[\\p{L}\u0640\\s]{0,8}?[\\p{L}\u0640])?";
  private static final String ADDITION =
      "(?:[\\s-]*(bis|ter|quater|quinquies|бис|тер|مكررا?ً?|之[二三四五]))?";
  private static final Pattern BRACKET =
      Pattern.compile(
          "^\\s*"
              + BULLET
              + "[(（]?\\s*("
              + LETTERS
              + "?|\\p{Nd}{1,3})"
              + ADDITION
              + "\\s*[)）](?:\\s*(bis|ter|quater)(?=\\s))?\\s*");
  private static final Pattern STOP =
      Pattern.compile(
          "^\\s*"
              + BULLET
              + "([a-z]{1,5}|\\p{Nd}{1,3})(?:[.．]|\\s?[-–](?=\\s))(?=\\s|\\p{IsHan})\\s*");
  private static final Pattern QUOTED =
      Pattern.compile("^\\s*" + BULLET + "[\"'‘’“”«]\\s*(\\p{Nd}{1,2})\\s*[\"'‘’“”»]\\s+");
  private static final Pattern DOTTED =
      Pattern.compile(
          "^\\s*"
              + BULLET
              + "(\\p{Nd}{1,4})(?:\\s?[.,]\\s?|[-–])(\\p{Nd}{1,6})[.\\-–]?(?=[\\s\\p{L}])\\s*");
  private static final Pattern INLINE =
      Pattern.compile(
          "(?:[(（]\\s*|(?<=\\s))([\\p{L}\u0640](?:[\\p{L}\u0640]{0,4}?|(?:\\s[\\p{L}\u0640]){1,3})|\\p{Nd}{1,2})"
              + ADDITION
              + "\\s*[)）]\\s*");
  private static final Pattern INLINE_DOTTED =
      Pattern.compile("(?<!\\p{Nd})(\\p{Nd}{1,4})[.](\\p{Nd}{1,6})(?:[.])?(?=\\s)\\s*");
  private static final Pattern CONJUNCTION =
      Pattern.compile("(?:(?<![\\p{L}])(?:and|or|et|ou|y|o|e|и|или|و|أو)|[和及或並并且與与]|以及)\\s*$");
  private static final Map<String, String> ADDITIONS =
      Map.of(
          "бис",
          "bis",
          "тер",
          "ter",
          "之二",
          "bis",
          "之三",
          "ter",
          "之四",
          "quater",
          "之五",
          "quinquies",
          "مكرر",
          "bis",
          "مكررا",
          "bis",
          "مكرراً",
          "bis");
  private static final String STOPS = ";:؛；：。";
  private static final String COMMAS = ",،，、.";
  private static final String ENDS = STOPS + ",.،，!?؟";
  private static final int LONGEST_CONJUNCTION = 8;
  private static final int LONGEST = 5;

  /** A label with its addition and the spaces in it, up to the bracket that closes. */
  private static final int LONGEST_INLINE = 32;

  private final Block block;
  private final List<Mark> marks = new ArrayList<>();

  private Marks(Block block) {
    this.block = block;
  }

  /** All, in the order of the text; none in footnotes, headings and rows of tables. */
  static List<Mark> in(Block block, Notes notes) {
    var found = new Marks(block);
    String before = "";
    for (int line = block.from(); line < block.to(); line++) {
      Line.Kind kind = block.line(line).kind();
      boolean text = kind == Line.Kind.PRINTED || kind == Line.Kind.PARAGRAPH;
      if (text && !notes.holds(line)) {
        found.line(line, kind, before);
      }
      before = kind == Line.Kind.RUNNING ? before : block.text(line).strip();
    }
    return found.marks;
  }

  /** Whether a line begins with a number of a list of this paragraph: {@code 115.1}. */
  static boolean dotted(String line, String paragraph) {
    Matcher matcher = DOTTED.matcher(line);
    return matcher.lookingAt() && digits(matcher.group(2)).equals(paragraph);
  }

  private void line(int line, Line.Kind kind, String before) {
    String text = block.text(line);
    int shift = block.source().line(line).length() - text.length();
    boolean goesOn =
        kind == Line.Kind.PRINTED && line > block.from() && !before.isEmpty() && !ended(before);
    Mark first =
        atStart(
            line, text, shift, goesOn ? Setting.RUNNING : Setting.LINE, block.line(line).depth());
    int from = 0;
    if (first != null) {
      marks.add(first);
      from = first.end() - shift;
    }
    inline(line, text, shift, from);
  }

  private static boolean ended(String text) {
    char last = text.charAt(text.length() - 1);
    return ENDS.indexOf(last) >= 0 || conjunctionEnds(text);
  }

  private static boolean conjunctionEnds(String text) {
    Matcher matcher = CONJUNCTION.matcher(text).useTransparentBounds(true);
    return matcher.region(Math.max(0, text.length() - LONGEST_CONJUNCTION), text.length()).find();
  }

  private @Nullable Mark atStart(int line, String text, int shift, Setting setting, int depth) {
    Matcher dotted = DOTTED.matcher(text);
    if (dotted.lookingAt() && digits(dotted.group(2)).equals(block.number())) {
      return mark(line, shift, dotted, 3, "", Form.DOTTED, setting, depth);
    }
    Matcher bracket = BRACKET.matcher(text);
    if (bracket.lookingAt()) {
      String addition = bracket.group(3) != null ? bracket.group(3) : bracket.group(4);
      return mark(line, shift, bracket, 2, addition, Form.BRACKET, setting, depth);
    }
    Matcher quoted = QUOTED.matcher(text);
    if (quoted.lookingAt()) {
      return mark(line, shift, quoted, 2, "", Form.QUOTED, setting, depth);
    }
    Matcher stop = STOP.matcher(text);
    return stop.lookingAt() ? mark(line, shift, stop, 2, "", Form.STOP, setting, depth) : null;
  }

  private static @Nullable Mark mark(
      int line,
      int shift,
      Matcher matcher,
      int group,
      @Nullable String addition,
      Form form,
      Setting setting,
      int depth) {
    String bullet = matcher.group(1) == null ? "" : matcher.group(1);
    Mark mark =
        Mark.of(
            line,
            shift == 0 ? 0 : shift,
            shift + matcher.end(),
            matcher.group(group).strip(),
            addition(addition),
            form,
            setting,
            bullet,
            depth);
    return label(mark) ? mark : null;
  }

  private static String addition(@Nullable String printed) {
    return printed == null ? "" : ADDITIONS.getOrDefault(printed, printed);
  }

  /** Words in brackets are no labels; letters that no series has are shown and not taken. */
  private static boolean label(Mark mark) {
    String printed = mark.printed();
    boolean word =
        printed.length() > 1
            && printed.equals(printed.toUpperCase(java.util.Locale.ROOT))
            && !printed.equals(printed.toLowerCase(java.util.Locale.ROOT));
    if (word || mark.plain().length() > LONGEST) {
      return false;
    }
    boolean letters = mark.latin().length() <= 4 && !mark.latin().isEmpty();
    return !mark.places().isEmpty()
        || letters
        || (mark.plain().length() <= 2 && mark.form() == Form.BRACKET);
  }

  private void inline(int line, String text, int shift, int from) {
    Matcher matcher = INLINE.matcher(text).useTransparentBounds(true);
    int end = 0;
    for (int close = Brackets.closing(text, 0);
        close >= 0;
        close = Brackets.closing(text, close + 1)) {
      matcher.region(Math.max(end, close - LONGEST_INLINE), Brackets.afterSpaces(text, close + 1));
      if (matcher.find()) {
        end = matcher.end();
        if (matcher.start() >= from && matcher.start() > 0) {
          inline(line, text, shift, matcher, 1, addition(matcher.group(2)), Form.BRACKET);
        }
      }
    }
    if (!block.number().isEmpty()) {
      inlineDotted(line, text, shift, Math.max(from, 1));
    }
  }

  private void inlineDotted(int line, String text, int shift, int from) {
    String number = block.number() + ".";
    Matcher matcher = INLINE_DOTTED.matcher(text).useTransparentBounds(true);
    for (int at = text.indexOf(number, from); at >= 0; at = text.indexOf(number, at + 1)) {
      if (matcher.region(at, text.length()).lookingAt()) {
        inline(line, text, shift, matcher, 2, "", Form.DOTTED);
      }
    }
  }

  private void inline(
      int line, String text, int shift, Matcher matcher, int group, String addition, Form form) {
    Setting setting = setting(text.substring(Math.max(0, matcher.start() - 20), matcher.start()));
    if (setting == null) {
      return;
    }
    Mark mark =
        Mark.of(
            line,
            shift + matcher.start(),
            shift + matcher.end(),
            matcher.group(group).strip(),
            addition,
            form,
            setting,
            "",
            0);
    if (label(mark)) {
      marks.add(mark);
    }
  }

  private static @Nullable Setting setting(String before) {
    String text = CONJUNCTION.matcher(before.stripTrailing()).replaceFirst("").stripTrailing();
    if (text.isEmpty()) {
      return before.isBlank() ? Setting.LINE : null;
    }
    char last = text.charAt(text.length() - 1);
    if (STOPS.indexOf(last) >= 0) {
      return Setting.AFTER_STOP;
    }
    return COMMAS.indexOf(last) >= 0 ? Setting.RUNNING : null;
  }

  private static String digits(String printed) {
    var digits = new StringBuilder();
    printed.codePoints().forEach(c -> digits.append(Character.digit(c, 10)));
    return digits.toString();
  }
}
