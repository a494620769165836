package io.rapporteur.ingest.reading;

import java.lang.Character.UnicodeScript;
import java.util.List;

/** A piece of text, with the line of the source that it stands in. */
record Piece(int line, String text) {

  private static final String WITHOUT_SPACE = "，。；：、（）“”《》！？";

  /** Joins pieces by one space; Chinese by none. */
  static String join(List<Piece> pieces) {
    var joined = new StringBuilder();
    for (Piece piece : pieces) {
      if (!joined.isEmpty() && !piece.text().isEmpty()) {
        boolean tight =
            chinese(joined.charAt(joined.length() - 1)) && chinese(piece.text().charAt(0));
        joined.append(tight ? "" : " ");
      }
      joined.append(piece.text());
    }
    return joined.toString();
  }

  private static boolean chinese(char c) {
    return UnicodeScript.of(c) == UnicodeScript.HAN || WITHOUT_SPACE.indexOf(c) >= 0;
  }
}
