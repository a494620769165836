package io.rapporteur.schemas.wording;

import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The difference between two texts of one language, by words. Words are those of Unicode (UAX 29),
 * in Chinese those of a dictionary; signs and spaces stand for themselves. Nothing is normalized:
 * what is the same and what was removed are the one text, what is the same and what was added are
 * the other, to the character.
 */
public final class WordDifference {

  private WordDifference() {}

  /** What happened to a stretch of words. */
  public enum Kind {
    SAME,
    REMOVED,
    ADDED;

    /** The word in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A stretch of words, with its spaces. */
  public record Stretch(Kind kind, String text) {}

  /**
   * From one text to another, in the order of reading; of what was replaced the removed words stand
   * first. Neighbours are of different kinds.
   *
   * @param language of both, ISO 639
   */
  public static List<Stretch> between(String before, String after, String language) {
    List<String> from = words(before, language);
    List<String> to = words(after, language);
    List<Change> changes = new ArrayList<>();
    var deltas =
        new MyersDiffWithLinearSpace<String>().computeDiff(from, to, (DiffAlgorithmListener) null);
    for (var delta : deltas) {
      add(
          new Change(delta.startOriginal, delta.endOriginal, delta.startRevised, delta.endRevised),
          from,
          changes);
    }
    List<Stretch> stretches = new ArrayList<>();
    int taken = 0;
    for (Change change : changes) {
      Change slid = change.withoutWhatIsSame(from, to).afterTheSpace(from, to);
      add(Kind.SAME, from.subList(taken, slid.from), stretches);
      add(Kind.REMOVED, from.subList(slid.from, slid.fromEnd), stretches);
      add(Kind.ADDED, to.subList(slid.to, slid.toEnd), stretches);
      taken = slid.fromEnd;
    }
    add(Kind.SAME, from.subList(taken, from.size()), stretches);
    return stretches;
  }

  /** Words of the one text that are replaced by words of the other; either may be none. */
  private record Change(int from, int fromEnd, int to, int toEnd) {

    Change with(Change next) {
      return new Change(from, next.fromEnd, to, next.toEnd);
    }

    /** Changes that became one may begin or end with the same words. */
    Change withoutWhatIsSame(List<String> before, List<String> after) {
      int ahead = 0;
      int most = Math.min(fromEnd - from, toEnd - to);
      while (ahead < most && before.get(from + ahead).equals(after.get(to + ahead))) {
        ahead++;
      }
      int behind = 0;
      while (behind < most - ahead
          && before.get(fromEnd - behind - 1).equals(after.get(toEnd - behind - 1))) {
        behind++;
      }
      return new Change(from + ahead, fromEnd - behind, to + ahead, toEnd - behind);
    }

    /**
     * What only adds or only removes, and begins with a space, can as well begin after it: the
     * space that follows takes its place.
     */
    Change afterTheSpace(List<String> before, List<String> after) {
      boolean adds = from == fromEnd;
      boolean removes = to == toEnd;
      if (adds == removes || fromEnd == before.size() || toEnd == after.size()) {
        return this;
      }
      String first = adds ? after.get(to) : before.get(from);
      return first.isBlank() && first.equals(before.get(fromEnd))
          ? new Change(from + 1, fromEnd + 1, to + 1, toEnd + 1)
          : this;
    }
  }

  /** Changes that only a space parts are one. */
  private static void add(Change change, List<String> before, List<Change> changes) {
    boolean near =
        !changes.isEmpty()
            && before.subList(changes.getLast().fromEnd, change.from).stream()
                .allMatch(String::isBlank);
    if (near) {
      changes.set(changes.size() - 1, changes.getLast().with(change));
    } else {
      changes.add(change);
    }
  }

  private static void add(Kind kind, List<String> words, List<Stretch> stretches) {
    if (!words.isEmpty()) {
      stretches.add(new Stretch(kind, String.join("", words)));
    }
  }

  private static List<String> words(String text, String language) {
    BreakIterator breaks = BreakIterator.getWordInstance(ULocale.forLanguageTag(language));
    breaks.setText(text);
    List<String> words = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      words.add(text.substring(start, end));
      start = end;
    }
    return words;
  }
}
