package io.rapporteur.ingest.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes running headers, footers and page numbers off the pages: what stands outermost, at the same
 * place on several pages, and is the same but for numbers that rise with the pages. An item of a
 * list that stands where one stood on another page is no such line: its number rises otherwise.
 * Stateless.
 */
final class RunningMatter {

  private static final float SAME_PLACE = 3f;
  private static final int DEEPEST = 4;
  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");

  private RunningMatter() {}

  private record Place(String words, int height) {}

  static List<List<PrintedLine>> removedFrom(List<List<PrintedLine>> pages) {
    List<List<PrintedLine>> left = new ArrayList<>();
    pages.forEach(p -> left.add(new ArrayList<>(p)));
    for (boolean top : new boolean[] {true, false}) {
      for (int i = 0; i < DEEPEST && removeOutermost(left, top); i++) {
        // One ring of lines after the other.
      }
    }
    return left;
  }

  private static boolean removeOutermost(List<List<PrintedLine>> pages, boolean top) {
    Map<Place, List<PrintedLine>> met = new HashMap<>();
    for (List<PrintedLine> page : pages) {
      if (!page.isEmpty()) {
        PrintedLine line = top ? page.getFirst() : page.getLast();
        met.computeIfAbsent(place(line), p -> new ArrayList<>()).add(line);
      }
    }
    Set<PrintedLine> running = new HashSet<>();
    met.forEach(
        (place, lines) -> {
          if (lines.size() > 1 && countsPages(lines)) {
            running.addAll(lines);
          }
        });
    pages.forEach(page -> page.removeIf(running::contains));
    return !running.isEmpty();
  }

  private static Place place(PrintedLine line) {
    String words = DIGITS.matcher(line.text()).replaceAll("").replaceAll("\\s+", " ").strip();
    return new Place(words, Math.round(line.y() / SAME_PLACE));
  }

  /** Each number is the same on all the pages, or is as far from that of its page. */
  private static boolean countsPages(List<PrintedLine> lines) {
    List<List<Integer>> numbers = lines.stream().map(l -> numbers(l.text())).toList();
    int count = numbers.getFirst().size();
    boolean hasLetters = place(lines.getFirst()).words().codePoints().anyMatch(Character::isLetter);
    boolean rises = false;
    for (int i = 0; i < count; i++) {
      Set<Integer> values = new HashSet<>();
      Set<Integer> offsets = new HashSet<>();
      for (int line = 0; line < lines.size(); line++) {
        if (numbers.get(line).size() != count) {
          return false;
        }
        values.add(numbers.get(line).get(i));
        offsets.add(numbers.get(line).get(i) - lines.get(line).page());
      }
      if (values.size() > 1 && offsets.size() > 1) {
        return false;
      }
      rises |= offsets.size() == 1;
    }
    return hasLetters || rises;
  }

  private static List<Integer> numbers(String text) {
    return DIGITS
        .matcher(text)
        .results()
        .map(r -> Superscript.plain(r.group()))
        .map(n -> Integer.valueOf(n.substring(Math.max(0, n.length() - 9))))
        .toList();
  }
}
