package io.rapporteur.aggregation.paper;

import com.ibm.icu.util.ULocale;
import java.text.Bidi;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The official languages of the United Nations, in their order. */
public enum UnLanguage {
  AR,
  ZH,
  EN,
  FR,
  RU,
  ES;

  /** The tag, ISO 639. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The language of a tag. */
  public static Optional<UnLanguage> of(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findFirst();
  }

  /** All tags, in their order. */
  public static List<String> tags() {
    return Arrays.stream(values()).map(UnLanguage::tag).toList();
  }

  /** Whether lines run from right to left, and columns with them. */
  public boolean rightToLeft() {
    return this == AR;
  }

  /**
   * A language in whose direction a passage runs, which may be quoted from a text of another than
   * the one that is told.
   *
   * @param told language of what the passage stands in
   */
  public static String ofPassage(String passage, String told) {
    boolean toRight =
        new Bidi(
                passage,
                rightToLeft(told)
                    ? Bidi.DIRECTION_DEFAULT_RIGHT_TO_LEFT
                    : Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT)
            .baseIsLeftToRight();
    return toRight != rightToLeft(told) ? told : toRight ? EN.tag() : AR.tag();
  }

  /** Whether lines of a language, of these or another, run from right to left. */
  public static boolean rightToLeft(String tag) {
    return ULocale.forLanguageTag(tag).isRightToLeft();
  }
}
