package io.rapporteur.ingest.reading;

/** Where brackets open in a text: of all its characters few are worth a closer look. */
final class Brackets {

  private Brackets() {}

  /** The first place, from a given one, where a bracket opens; -1 if there is none. */
  static int next(String text, int from) {
    int at = from;
    while (at < text.length() && !opens(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? at : -1;
  }

  private static boolean opens(char c) {
    return c == '(' || c == '（';
  }
}
