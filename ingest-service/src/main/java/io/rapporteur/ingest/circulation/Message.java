package io.rapporteur.ingest.circulation;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What a courier carries.
 *
 * @param id of the message, the same at every try
 * @param titles of the consultation, by language
 * @param zone of the deadline, for print
 * @param link where the consultation is read
 */
public record Message(
    String id,
    String consultation,
    Occasion occasion,
    Map<String, String> titles,
    String zone,
    URI link) {

  /** The message of a delivery. */
  static Message of(Delivery delivery, Round round, String link) {
    return new Message(
        delivery.id(),
        delivery.consultation(),
        delivery.occasion(),
        round.titles(),
        round.zone(),
        URI.create(link.replace("{consultation}", delivery.consultation())));
  }

  /**
   * The title in a language, else in English, else in the first language of the six that has one.
   */
  public Title title(String language) {
    if (titles.containsKey(language)) {
      return new Title(language, titles.getOrDefault(language, ""));
    }
    if (titles.containsKey("en")) {
      return new Title("en", titles.getOrDefault("en", ""));
    }
    Optional<String> first = Contact.LANGUAGES.stream().filter(titles::containsKey).findFirst();
    return first
        .map(l -> new Title(l, titles.getOrDefault(l, "")))
        .orElseGet(() -> new Title("en", consultation));
  }

  /** A title and the language that it is in. */
  public record Title(String language, String text) {}
}
