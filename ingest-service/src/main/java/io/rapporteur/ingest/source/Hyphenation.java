package io.rapporteur.ingest.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts words together again that a line end has cut. A soft hyphen goes. A hard one goes only where
 * the document has the word elsewhere without it and never with it; else it stays, and the rest of
 * the word moves up to it, so that "non-governmental" is one word again; so before a capital.
 */
final class Hyphenation {

  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:[-\\u2010]\\p{L}+)*");
  private static final Pattern CUT = Pattern.compile("(\\p{L}+)([-\\u2010\\u00AD])$");
  private static final Pattern REST = Pattern.compile("^([\\p{Lu}\\p{Ll}]\\p{Ll}*)(\\S*)\\s*");

  /** After these the hyphen is not of a word that goes on: "short- and long-term". */
  private static final Set<String> CONJUNCTIONS =
      Set.of("and", "or", "et", "ou", "y", "o", "и", "или");

  private final Set<String> words = new HashSet<>();

  /** Learns the words of a document. */
  Hyphenation(List<String> lines) {
    for (String line : lines) {
      Matcher word = WORD.matcher(line);
      while (word.find()) {
        words.add(word.group().toLowerCase(Locale.ROOT));
      }
    }
  }

  /** The lines, as many as before unless a rest was all that a line held. */
  List<PrintedLine> joined(List<PrintedLine> lines) {
    List<PrintedLine> joined = new ArrayList<>();
    for (PrintedLine line : lines) {
      String text = line.text();
      if (!joined.isEmpty()) {
        Matcher cut = CUT.matcher(joined.getLast().text());
        Matcher rest = REST.matcher(text);
        if (cut.find() && rest.find() && !CONJUNCTIONS.contains(rest.group(1))) {
          PrintedLine before = joined.removeLast();
          String kept = keepsHyphen(cut.group(1), cut.group(2), rest.group(1)) ? cut.group(2) : "";
          joined.add(
              before.withText(
                  before.text().substring(0, cut.start(2)) + kept + rest.group(1) + rest.group(2)));
          text = text.substring(rest.end());
        }
      }
      if (!text.isEmpty()) {
        joined.add(line.withText(text));
      }
    }
    return joined;
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
    return words.contains(cut) || !words.contains(whole);
  }
}
