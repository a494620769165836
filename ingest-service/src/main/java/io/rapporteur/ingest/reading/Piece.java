package io.rapporteur.ingest.reading;

import java.lang.Character.UnicodeScript;
import java.util.List;

/** A piece of text, with the line of the source that it stands in. */
record Piece(int line, String text) {

  private static final String WITHOUT_SPACE = "，。；：、（）“”《》！？";
  private static final String MARKERS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾";

  /** Joins pieces by one space; Chinese by none. */
  static String join(List<Piece> pieces) {
    var joined = new StringBuilder();
    for (Piece piece : pieces) {
      if (!joined.isEmpty() && !piece.text().isEmpty()) {
        boolean tight = chinese(last(joined)) && chinese(piece.text().charAt(0));
        joined.append(tight ? "" : " ");
      }
      joined.append(piece.text());
    }
    return joined.toString();
  }

  /** The last character that is no marker of a footnote. */
  private static char last(StringBuilder text) {
    int last = text.length() - 1;
    while (last > 0 && MARKERS.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return text.charAt(last);
  }

  private static boolean chinese(char c) {
    return UnicodeScript.of(c) == UnicodeScript.HAN || WITHOUT_SPACE.indexOf(c) >= 0;
  }
}
