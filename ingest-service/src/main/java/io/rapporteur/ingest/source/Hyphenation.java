package io.rapporteur.ingest.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts words together again that a line end has cut. A soft hyphen goes. A hard one goes only where
 * the document has the word elsewhere without it and never with it; else it stays, and the rest of
 * the word moves up to it, so that "non-governmental" is one word again; so before a capital. What
 * a stroke holds together is put together too. Not thread-safe.
 */
final class Hyphenation {

  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:[-\\u2010]\\p{L}+)*");
  private static final Pattern CUT = Pattern.compile("(\\p{L}+)([-\\u2010\\u00AD])$");
  private static final Pattern REST = Pattern.compile("^([\\p{Lu}\\p{Ll}]\\p{Ll}*)(\\S*)\\s*");

  /** A stroke within a word or a number, at the end of a line or at the beginning of the next. */
  private static final Pattern STROKE_AT_END = Pattern.compile("[\\p{L}\\p{Nd}]/$");

  private static final Pattern STROKE_AT_START = Pattern.compile("^/[\\p{L}\\p{Nd}]");
  private static final Pattern NUMBER_AT_END = Pattern.compile("\\p{Nd}$");
  private static final Pattern TURNED = Pattern.compile("^(\\p{Nd}+)/([)\\]]\\S*)?(?:\\s+|$)");

  /** No line begins with these, but where a layout cuts at a change of direction. */
  private static final Pattern CLOSING_AT_START = Pattern.compile("^[\"”»]?[)\\]،؛]");

  private static final String HYPHENS = "-\u2010\u00AD";
  private static final String CLOSING = "\"”»)]،؛";
  private static final Pattern FIRST_WORD = Pattern.compile("^(\\S+)\\s*");

  /** After these the hyphen is not of a word that goes on: "short- and long-term". */
  private static final Set<String> CONJUNCTIONS =
      Set.of("and", "or", "et", "ou", "y", "o", "и", "или");

  private final List<String> document;
  private @Nullable Set<String> words;

  /** Knows the words of a document. */
  Hyphenation(List<String> lines) {
    this.document = List.copyOf(lines);
  }

  /** Few documents cut a word, so that their words are learned when the first one is met. */
  private Set<String> words() {
    Set<String> known = words;
    if (known == null) {
      known = new HashSet<>();
      for (String line : document) {
        Matcher word = WORD.matcher(line);
        while (word.find()) {
          known.add(word.group().toLowerCase(Locale.ROOT));
        }
      }
      words = known;
    }
    return known;
  }

  /** Two lines after a word that was cut between them is put together in the first. */
  private record Mended(String before, String rest) {}

  /** The lines, as many as before unless a rest was all that a line held. */
  List<PrintedLine> joined(List<PrintedLine> lines) {
    List<PrintedLine> joined = new ArrayList<>();
    for (PrintedLine line : lines) {
      String text = line.text();
      if (!joined.isEmpty()) {
        PrintedLine before = joined.getLast();
        Optional<Mended> mended = mended(before.text(), text);
        if (mended.isPresent()) {
          joined.set(joined.size() - 1, before.withText(mended.get().before()));
          text = mended.get().rest();
        }
      }
      if (!text.isEmpty()) {
        joined.add(line.withText(text));
      }
    }
    return joined;
  }

  /** Mends the lines of a text in their places. */
  void mend(List<String> lines) {
    for (int i = 1; i < lines.size(); i++) {
      Optional<Mended> mended = mended(lines.get(i - 1).stripTrailing(), lines.get(i).strip());
      if (mended.isPresent()) {
        lines.set(i - 1, mended.get().before());
        lines.set(i, mended.get().rest());
      }
    }
  }

  /** The characters on both sides of a line end tell whether a closer look is worth it. */
  private Optional<Mended> mended(String before, String text) {
    if (before.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    int last = before.codePointBefore(before.length());
    boolean looks =
        HYPHENS.indexOf(last) >= 0
            || last == '/'
            || Character.isDigit(last)
            || CLOSING.indexOf(text.charAt(0)) >= 0;
    return looks
        ? hyphen(before, text).or(() -> turned(before, text)).or(() -> stroke(before, text))
        : Optional.empty();
  }

  private Optional<Mended> hyphen(String before, String text) {
    Matcher cut = CUT.matcher(before);
    Matcher rest = REST.matcher(text);
    if (!cut.find() || !rest.find() || CONJUNCTIONS.contains(rest.group(1))) {
      return Optional.empty();
    }
    String kept = keepsHyphen(cut.group(1), cut.group(2), rest.group(1)) ? cut.group(2) : "";
    return Optional.of(
        new Mended(
            before.substring(0, cut.start(2)) + kept + rest.group(1) + rest.group(2),
            text.substring(rest.end())));
  }

  /** A line end within {@code 247/74} or {@code and/or}, or before a bracket that closes. */
  private static Optional<Mended> stroke(String before, String text) {
    boolean cut =
        STROKE_AT_END.matcher(before).find()
            || (NUMBER_AT_END.matcher(before).find() && STROKE_AT_START.matcher(text).find())
            || CLOSING_AT_START.matcher(text).find();
    Matcher word = FIRST_WORD.matcher(text);
    return cut && word.find()
        ? Optional.of(new Mended(before + word.group(1), text.substring(word.end())))
        : Optional.empty();
  }

  /**
   * A line end within {@code 247/74} of a text that runs from right to left: a page shows the
   * second half as it shows a number with a stroke after it.
   */
  private static Optional<Mended> turned(String before, String text) {
    Matcher number = TURNED.matcher(text);
    boolean cut =
        NUMBER_AT_END.matcher(before).find()
            && number.find()
            && text.codePoints()
                .anyMatch(letter -> LogicalOrder.isRightToLeft(Character.toString(letter)));
    return cut
        ? Optional.of(
            new Mended(
                before + "/" + number.group(1) + Objects.requireNonNullElse(number.group(2), ""),
                text.substring(number.end())))
        : Optional.empty();
  }

  /** The lines as one paragraph. */
  String paragraph(List<String> lines) {
    List<PrintedLine> printed = lines.stream().map(text -> new PrintedLine(0, 0, 0, text)).toList();
    return String.join(" ", joined(printed).stream().map(PrintedLine::text).toList());
  }

  private boolean keepsHyphen(String start, String hyphen, String rest) {
    if (hyphen.equals("\u00AD")) {
      return false;
    }
    if (Character.isUpperCase(rest.codePointAt(0))) {
      return true;
    }
    String whole = (start + rest).toLowerCase(Locale.ROOT);
    String cut = (start + "-" + rest).toLowerCase(Locale.ROOT);
    return words().contains(cut) || !words().contains(whole);
  }
}
