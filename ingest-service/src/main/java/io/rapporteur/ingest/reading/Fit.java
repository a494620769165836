package io.rapporteur.ingest.reading;

import io.rapporteur.schemas.reference.LabelSeries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a printed label fits a place of a series.
 *
 * @param cost 0 if it is the label
 * @param damage that explains the departure; null if there is none
 */
record Fit(double cost, @Nullable RepairKind damage, double confidence) {

  private static final Fit EXACT = new Fit(0, null, 1);
  private static final Fit SPACED = new Fit(0, RepairKind.SPACES_IN_LABEL, 0.99);
  private static final Fit LOST_DOUBLING = new Fit(1, RepairKind.LOST_DOUBLING, 0.95);
  private static final Fit CONFUSED_LETTER = new Fit(2.5, RepairKind.WRONG_LETTER, 0.85);
  private static final Fit OTHER_LETTER = new Fit(5, RepairKind.WRONG_LETTER, 0.5);

  /** Letters that reading machines take for one another. */
  private static final List<String> CONFUSED =
      List.of("dy", "cxh", "bvw", "gk", "tu", "qs", "il", "lj", "nu", "ce", "oq", "mn", "fs", "pr");

  /** The fit of a mark at a place; null if nothing explains the departure. */
  static @Nullable Fit of(Mark mark, Series series, int ordinal) {
    if (ordinal < 1 || ordinal > series.last()) {
      return null;
    }
    int read = mark.place(series);
    if (read == ordinal) {
      return mark.spaced() ? SPACED : EXACT;
    }
    if (read > 0 && lostDoubling(series, read, ordinal)) {
      return LOST_DOUBLING;
    }
    return switch (series) {
      case LETTERS ->
          letters(LabelSeries.canonical(mark.plain()).orElse(""), LabelSeries.at(ordinal));
      case ROMAN -> mark.quoted() ? null : roman(mark.latin(), series.label(ordinal));
      case NUMBERS -> mark.quoted() ? null : number(mark.plain(), series.label(ordinal));
      default -> null;
    };
  }

  private static boolean lostDoubling(Series series, int read, int ordinal) {
    int doubling = series.doubling();
    return doubling > 0 && read < ordinal && (ordinal - read) % doubling == 0;
  }

  private static @Nullable Fit letters(String read, String expected) {
    if (read.length() != expected.length()) {
      return null;
    }
    int wrong = 0;
    for (int i = 0; i < read.length(); i++) {
      if (read.charAt(i) != expected.charAt(i)) {
        wrong++;
      }
    }
    boolean confused = true;
    for (int i = 0; i < read.length(); i++) {
      confused &=
          read.charAt(i) == expected.charAt(i) || confused(read.charAt(i), expected.charAt(i));
    }
    boolean uniform = read.chars().distinct().count() == 1;
    if (!uniform && wrong > 1) {
      return null;
    }
    return confused ? CONFUSED_LETTER : OTHER_LETTER;
  }

  private static boolean confused(char read, char expected) {
    return CONFUSED.stream()
        .anyMatch(group -> group.indexOf(read) >= 0 && group.indexOf(expected) >= 0);
  }

  private static @Nullable Fit roman(String read, String expected) {
    if (read.isEmpty()) {
      return null;
    }
    if (read.length() < expected.length()
        && read.replace("i", "").equals(expected.replace("i", ""))) {
      return LOST_DOUBLING;
    }
    boolean look = read.length() == expected.length() && straight(read).equals(straight(expected));
    return look ? CONFUSED_LETTER : null;
  }

  private static String straight(String numeral) {
    return numeral.replace('l', 'i').replace('j', 'i').replace('y', 'v').replace('u', 'v');
  }

  private static @Nullable Fit number(String read, String expected) {
    if (read.length() != expected.length()) {
      return null;
    }
    int wrong = 0;
    for (int i = 0; i < read.length(); i++) {
      wrong += read.charAt(i) == expected.charAt(i) ? 0 : 1;
    }
    return wrong == 1 ? CONFUSED_LETTER : null;
  }
}
