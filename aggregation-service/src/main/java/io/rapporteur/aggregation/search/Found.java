package io.rapporteur.aggregation.search;

import java.util.List;

/**
 * What a search found.
 *
 * @param total how many of what the reader may see fit, at least
 * @param hits the best of them, best first
 */
public record Found(long total, List<Hit> hits) {

  /**
   * A text that fits.
   *
   * @param source what it is a text of
   * @param language of the text
   * @param excerpt the passage that fits best, what fits marked
   */
  public record Hit(Source source, String language, List<Stretch> excerpt) {}

  /** A stretch of an excerpt; marked if it is what was searched for. */
  public record Stretch(String text, boolean marked) {}
}
