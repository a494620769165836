package io.rapporteur.ingest.reading;

/** Where brackets stand in a text: of all its characters few are worth a closer look. */
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

  /** The first place, from a given one, where a bracket closes; -1 if there is none. */
  static int closing(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != ')' && text.charAt(at) != '）') {
      at++;
    }
    return at < text.length() ? at : -1;
  }

  /** The first place, from a given one, that is no space. */
  static int afterSpaces(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean opens(char c) {
    return c == '(' || c == '（';
  }
}
