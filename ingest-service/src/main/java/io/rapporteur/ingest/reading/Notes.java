package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.source.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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

  /** A marker that is not raised: a digit at the end of a word. */
  private static final Pattern GLUED =
      Pattern.compile(
          "(?<=[\\p{Ll}\\p{Lo}&&[^\\p{IsHan}]]{3})(\\p{Nd}{1,3})(?![\\p{L}\\p{Nd}/-]|[.,]\\p{Nd})");

  private static final Pattern BRACKETED = Pattern.compile("^\\s*[(（]?(\\p{Nd}{1,3})[)）]\\s+(.+)$");
  private static final Pattern RAISED = Pattern.compile("^\\s*⁽?([⁰¹²³⁴-⁹]{1,3})⁾?\\s*(.+)$");
  private static final Pattern STARRED = Pattern.compile("^\\s*(\\*{2,4}|\\*(?=\\s*$))\\s*(.*)$");
  private static final Pattern LABELLED =
      Pattern.compile("^\\s*(?:[-•*–—·]\\s+)?[(（]?\\s*[\\p{L}\\p{Nd}\u0640]{1,5}\\s*[)）.]");
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final int MOST_DIGITS = 3;

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
        markers(text).forEach(marker -> markers.add(marker.number()));
        glued(text).forEach(marker -> glued.add(marker.number()));
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

  /**
   * The place of a marker in a text: raised digits, with raised brackets around them or not.
   *
   * @param number in ASCII digits
   * @param end after its last character
   */
  record Marker(String number, int start, int end) {}

  /** All markers of a text, in their order. Every word of a report passes here, so it is a scan. */
  static List<Marker> markers(String text) {
    int at = nextRaised(text, 0);
    if (at == text.length()) {
      return List.of();
    }
    List<Marker> markers = new ArrayList<>();
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && end - at < MOST_DIGITS && raised(text.charAt(end))) {
        end++;
      }
      boolean opened = at > 0 && text.charAt(at - 1) == '⁽';
      boolean closed = end < text.length() && text.charAt(end) == '⁾';
      String number = digits(text.substring(at, end));
      end += closed ? 1 : 0;
      markers.add(new Marker(number, opened ? at - 1 : at, end));
      at = nextRaised(text, end);
    }
    return markers;
  }

  private static int nextRaised(String text, int from) {
    int at = from;
    while (at < text.length() && !raised(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Places where a marker may stand that is not raised, in their order. */
  static List<Marker> glued(String text) {
    return digitBehindALetter(text)
        ? GLUED
            .matcher(text)
            .results()
            .map(found -> new Marker(ascii(found.group(1)), found.start(), found.end()))
            .toList()
        : List.of();
  }

  private static boolean digitBehindALetter(String text) {
    for (int at = 1; at < text.length(); at++) {
      if (digit(text.charAt(at)) && Character.isLetter(text.charAt(at - 1))) {
        return true;
      }
    }
    return false;
  }

  /** Below the first digits of Arabic there are those of ASCII alone. */
  private static boolean digit(char c) {
    return c < '\u0660' ? c >= '0' && c <= '9' : Character.isDigit(c);
  }

  private static boolean raised(char c) {
    return (c >= '⁴' && c <= '⁹') || c == '⁰' || c == '¹' || c == '²' || c == '³';
  }

  private static String digits(String superscripts) {
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
