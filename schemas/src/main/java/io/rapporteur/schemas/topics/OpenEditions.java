package io.rapporteur.schemas.topics;

import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.EditionAudience;
import io.rapporteur.events.EditionOpened;
import io.rapporteur.events.EditionPublished;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which editions everyone reads: those that were published for everyone or opened, and with each of
 * them those before it. Editions are made public in their order, for each names the root of the one
 * before. Pure.
 */
public final class OpenEditions {

  private OpenEditions() {}

  /**
   * Their names.
   *
   * @param events counted, of one consultation, in their order
   */
  public static Set<String> of(List<ConsultationEvent> events) {
    List<String> published = new ArrayList<>();
    int open = 0;
    for (ConsultationEvent event : events) {
      switch (event.getFact()) {
        case EditionPublished edition -> {
          published.add(edition.getEdition());
          if (edition.getAudience() == EditionAudience.EVERYONE) {
            open = published.size();
          }
        }
        case EditionOpened opened ->
            open = Math.max(open, published.indexOf(opened.getEdition()) + 1);
        default -> {
          // Nothing of editions.
        }
      }
    }
    return Set.copyOf(published.subList(0, open));
  }
}
