package io.rapporteur.aggregation.rolling;

import com.ibm.icu.lang.UCharacter;
import io.rapporteur.schemas.revision.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * When two proposed texts are one: if they are the same after composition (Unicode NFC, UAX 15) and
 * after each run of white space (Unicode White_Space) has become one space, with none at the ends.
 * Case, punctuation and everything else is kept apart: it may be what is proposed.
 */
final class Normalized {

  private static final int ID_LENGTH = 16;

  private Normalized() {}

  static String of(String text) {
    var normalized = new StringBuilder();
    boolean space = false;
    for (int c : Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray()) {
      if (UCharacter.isUWhiteSpace(c)) {
        space = true;
      } else {
        if (space && !normalized.isEmpty()) {
          normalized.append(' ');
        }
        space = false;
        normalized.appendCodePoint(c);
      }
    }
    return normalized.toString();
  }

  /** What a text is called: the same on every replica. */
  static String id(String text) {
    return CanonicalJson.sha256(of(text).getBytes(StandardCharsets.UTF_8)).substring(0, ID_LENGTH);
  }
}
