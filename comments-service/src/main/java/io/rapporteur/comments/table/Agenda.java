package io.rapporteur.comments.table;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a consultation puts forward for comment.
 *
 * @param titles by language
 * @param items those that stand, in the order of their running numbers
 */
public record Agenda(
    String consultation, Map<String, String> titles, Instant opensAt, List<Item> items) {

  /** Copies the collections. */
  public Agenda {
    titles = Map.copyOf(titles);
    items = List.copyOf(items);
  }

  /**
   * A recommendation.
   *
   * @param number running number in the consultation
   * @param reference for people, for instance {@code 13(jj)}
   * @param leading language of the version that leads
   * @param texts by language, the leading one among them
   */
  public record Item(
      String id,
      int number,
      String document,
      String symbol,
      Section section,
      String reference,
      String leading,
      Map<String, Text> texts) {

    /** Copies the texts. */
    public Item {
      texts = Map.copyOf(texts);
    }
  }

  /**
   * What it says in one language.
   *
   * @param version of the recommendation that this words; a language may lag behind
   * @param machineRead it is not the authentic text
   */
  public record Text(String text, int version, boolean machineRead) {}

  /**
   * A heading of the report.
   *
   * @param headings by language
   * @param agendaItem of the meeting
   * @param disclaimers by language; they travel with the list
   */
  public record Section(
      String id,
      Map<String, String> headings,
      Optional<String> agendaItem,
      Map<String, String> disclaimers) {

    /** Copies the maps. */
    public Section {
      headings = Map.copyOf(headings);
      disclaimers = Map.copyOf(disclaimers);
    }
  }
}
