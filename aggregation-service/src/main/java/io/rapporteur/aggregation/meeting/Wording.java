package io.rapporteur.aggregation.meeting;

import java.util.Map;

/**
 * A text in up to six languages.
 *
 * @param texts by language
 * @param language that leads; one of the texts
 */
public record Wording(Map<String, String> texts, String language) {

  /** Copies the texts. */
  public Wording {
    texts = Map.copyOf(texts);
  }
}
