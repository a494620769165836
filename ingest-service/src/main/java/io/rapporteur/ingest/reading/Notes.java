package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.source.Line;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where footnotes begin in a block: lines that begin with asterisks, or with a number in brackets
 * or in superscript whose marker stands in the text, raised or at the end of a word. Without its
 * marker a number in brackets is a label like others.
 */
final class Notes {

  static final Pattern MARKER = Pattern.compile("⁽?([⁰¹²³⁴-⁹]{1,3})⁾?");

  /** A marker that is not raised: a digit at the end of a word. */
  static final Pattern GLUED =
      Pattern.compile(
          "(?<=[\\p{Ll}\\p{Lo}&&[^\\p{IsHan}]]{3})(\\p{Nd}{1,3})(?![\\p{L}\\p{Nd}/-]|[.,]\\p{Nd})");

  private static final Pattern BRACKETED = Pattern.compile("^\\s*[(（]?(\\p{Nd}{1,3})[)）]\\s+(.+)$");
  private static final Pattern RAISED = Pattern.compile("^\\s*⁽?([⁰¹²³⁴-⁹]{1,3})⁾?\\s*(.+)$");
  private static final Pattern STARRED = Pattern.compile("^\\s*(\\*{2,4}|\\*(?=\\s*$))\\s*(.*)$");
  private static final Pattern LABELLED =
      Pattern.compile("^\\s*(?:[-•*–—·]\\s+)?[(（]?\\s*[\\p{L}\\p{Nd}\u0640]{1,5}\\s*[)）.]");
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final Map<Integer, Note> starts = new HashMap<>();
  private final Set<Integer> held = new HashSet<>();

  Notes(Block block) {
    Set<String> markers = new HashSet<>();
    Set<String> glued = new HashSet<>();
    for (int line = block.from(); line < block.to(); line++) {
      Line each = block.line(line);
      String text = block.text(line);
      if (each.kind() == Line.Kind.FOOTNOTE) {
        starts.put(line, new Note(each.label(), text.strip(), true));
        continue;
      }
      Matcher starred = STARRED.matcher(text);
      Matcher raised = RAISED.matcher(text);
      Matcher bracketed = BRACKETED.matcher(text);
      if (starred.matches()) {
        starts.put(line, new Note(starred.group(1), starred.group(2), false));
      } else if (raised.matches() && markers.contains(digits(raised.group(1)))) {
        starts.put(line, new Note(digits(raised.group(1)), raised.group(2), false));
      } else if (bracketed.matches() && markers.contains(ascii(bracketed.group(1)))) {
        starts.put(line, new Note(ascii(bracketed.group(1)), bracketed.group(2), false));
      } else if (bracketed.matches() && glued.remove(ascii(bracketed.group(1)))) {
        starts.put(line, new Note(ascii(bracketed.group(1)), bracketed.group(2), false));
      } else {
        Matcher marker = MARKER.matcher(text);
        while (marker.find()) {
          markers.add(digits(marker.group(1)));
        }
        GLUED.matcher(text).results().forEach(found -> glued.add(ascii(found.group(1))));
      }
    }
    starts.keySet().forEach(line -> hold(block, line));
  }

  /** The first paragraph of a footnote, wrapped as it may be, where an empty line ends it. */
  private void hold(Block block, int start) {
    held.add(start);
    int end = start + 1;
    while (end < block.to() && !ends(block, end)) {
      end++;
    }
    if (end < block.to() && block.text(end).isBlank()) {
      for (int line = start; line < end; line++) {
        held.add(line);
      }
    }
  }

  private boolean ends(Block block, int line) {
    boolean item =
        LABELLED.matcher(block.text(line)).find() && ItemPieces.ended(block.text(line - 1).strip());
    return item
        || block.text(line).isBlank()
        || block.line(line).kind() != Line.Kind.PRINTED
        || starts.containsKey(line);
  }

  /** Whether the paragraphs of a footnote are wrapped, with empty lines between them. */
  boolean wrapped(int start) {
    return held.contains(start + 1);
  }

  /** Whether a line is of a footnote for sure, so that no item begins in it. */
  boolean holds(int line) {
    return held.contains(line);
  }

  /**
   * A footnote.
   *
   * @param whole the line is all of this paragraph of it, and what follows is not of it
   */
  record Note(String marker, String text, boolean whole) {}

  Optional<Note> beginsAt(int line) {
    return Optional.ofNullable(starts.get(line));
  }

  static String digits(String superscripts) {
    var digits = new StringBuilder();
    superscripts.chars().forEach(c -> digits.append(SUPERSCRIPTS.indexOf(c)));
    return digits.toString();
  }

  static String ascii(String printed) {
    var digits = new StringBuilder();
    printed.codePoints().forEach(c -> digits.append(Character.digit(c, 10)));
    return digits.toString();
  }
}
