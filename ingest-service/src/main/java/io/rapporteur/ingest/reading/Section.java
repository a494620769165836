package io.rapporteur.ingest.reading;

import java.util.Map;

/**
 * A heading with the list that stands under it.
 *
 * @param id document and paragraph
 * @param headings by language; the text's own as printed
 * @param disclaimer the opening words of the list, whole
 */
public record Section(
    String id,
    String paragraph,
    Map<String, String> headings,
    String agendaItem,
    String disclaimer) {

  /** Copies the headings. */
  public Section {
    headings = Map.copyOf(headings);
  }
}
