package io.rapporteur.ingest.reading;

import java.util.List;
import java.util.Map;

/**
 * What the secretariat says of a document beside its text.
 *
 * @param document document id, for instance {@code unodc-ccpcj-eg.4-2020-2}
 * @param symbol symbol of the document
 * @param titles by language
 * @param language of the text
 * @param machineRead the text was read by machine and is not the authentic one
 * @param lists paragraphs that hold recommendations, in the order of the text
 */
public record Manifest(
    String document,
    String symbol,
    Map<String, String> titles,
    String language,
    boolean machineRead,
    List<ListOfRecommendations> lists) {

  /** Copies the collections. */
  public Manifest {
    titles = Map.copyOf(titles);
    lists = List.copyOf(lists);
  }

  /**
   * A paragraph that holds recommendations.
   *
   * @param paragraph its number
   * @param agendaItem agenda item of the meeting; empty if none
   * @param headings of its section in other languages than the text's
   */
  public record ListOfRecommendations(
      String paragraph, String agendaItem, Map<String, String> headings) {

    /** Copies the headings. */
    public ListOfRecommendations {
      headings = Map.copyOf(headings);
    }
  }
}
