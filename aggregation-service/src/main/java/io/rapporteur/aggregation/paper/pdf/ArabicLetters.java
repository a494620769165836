package io.rapporteur.aggregation.paper.pdf;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;

/**
 * Arabic letters in the forms that they have beside each other, as ICU gives them, but with their
 * vowel marks as marks: its forms of these stand on a stroke of their own, as if they were letters.
 * Thread-safe as far as the layout needs: for one.
 */
final class ArabicLetters implements BidiReorderer {

  private static final int FIRST = 0xFE70;
  private static final int LAST = 0xFE7F;

  /** What each presentation form from U+FE70 on is a form of; two of them are no marks. */
  private static final String MARKS =
      "\u064B\u064B\u064C\uFE73\u064D\uFE75\u064E\u064E"
          + "\u064F\u064F\u0650\u0650\u0651\u0651\u0652\u0652";

  private final ICUBidiReorderer icu = new ICUBidiReorderer();

  @Override
  public String reorderRTLTextToLTR(String text) {
    return icu.reorderRTLTextToLTR(text);
  }

  @Override
  public String shapeText(String text) {
    String shaped = icu.shapeText(text);
    if (shaped.chars().noneMatch(ArabicLetters::isMark)) {
      return shaped;
    }
    var marked = new StringBuilder(shaped);
    for (int i = 0; i < marked.length(); i++) {
      if (isMark(marked.charAt(i))) {
        marked.setCharAt(i, MARKS.charAt(marked.charAt(i) - FIRST));
      }
    }
    return marked.toString();
  }

  @Override
  public String deshapeText(String text) {
    return icu.deshapeText(text);
  }

  @Override
  public boolean isLiveImplementation() {
    return true;
  }

  private static boolean isMark(int c) {
    return c >= FIRST && c <= LAST;
  }
}
