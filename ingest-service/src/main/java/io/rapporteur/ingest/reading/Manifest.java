package io.rapporteur.ingest.reading;

import java.util.List;
import java.util.Map;

/**
 * What the secretariat says of a document beside its text.
 *
 * @param document document id, for instance {@code unodc-ccpcj-eg.4-2020-2}
 * @param symbol symbol of the document
 * @param shortName for references where a consultation has several documents, for instance {@code
 *     2020}; empty if none
 * @param titles by language
 * @param language of the text
 * @param machineRead the text was read by machine and is not the authentic one
 * @param lists paragraphs that hold recommendations, in the order of the text; none to have them
 *     proposed
 */
public record Manifest(
    String document,
    String symbol,
    String shortName,
    Map<String, String> titles,
    String language,
    boolean machineRead,
    List<ListOfRecommendations> lists) {

  /** What is said of a document without a short name. */
  public Manifest(
      String document,
      String symbol,
      Map<String, String> titles,
      String language,
      boolean machineRead,
      List<ListOfRecommendations> lists) {
    this(document, symbol, "", titles, language, machineRead, lists);
  }

  /** The same, with lists. */
  Manifest naming(List<ListOfRecommendations> others) {
    return new Manifest(document, symbol, shortName, titles, language, machineRead, others);
  }

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
