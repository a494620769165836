package io.rapporteur.ingest.source;

/**
 * A line as a page of a PDF prints it, in logical order.
 *
 * @param y of its base line, in points from the top of the page
 * @param size of most of its letters, in points
 */
record PrintedLine(int page, float y, float size, String text) {

  PrintedLine withText(String other) {
    return new PrintedLine(page, y, size, other);
  }

  boolean startsRaised() {
    return !text.isEmpty() && "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(text.charAt(0)) >= 0;
  }
}
