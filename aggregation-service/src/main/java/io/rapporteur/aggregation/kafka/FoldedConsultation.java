package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Consultation.Edition;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.ConsultationOpened;
import io.rapporteur.events.EditionPublished;
import io.rapporteur.events.SightEnded;
import io.rapporteur.events.SightGranted;
import io.rapporteur.events.VisibilityPolicy;
import io.rapporteur.schemas.topics.OpenEditions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A consultation as its events tell. */
final class FoldedConsultation {

  private FoldedConsultation() {}

  /** What these events of one consultation tell, in their order. */
  static Consultation of(List<ConsultationEvent> events) {
    var opened = (ConsultationOpened) events.getFirst().getFact();
    List<Edition> editions = new ArrayList<>();
    Set<String> open = OpenEditions.of(events);
    Map<String, Instant> sight = new HashMap<>();
    for (ConsultationEvent event : events) {
      switch (event.getFact()) {
        case EditionPublished published ->
            editions.add(
                new Edition(
                    published.getEdition(),
                    published.getCutAt(),
                    Optional.ofNullable(published.getCorrects()),
                    Audience.valueOf(published.getAudience().name()),
                    open.contains(published.getEdition())));
        case SightGranted granted ->
            sight.put(
                granted.getRole(), Objects.requireNonNullElse(granted.getUntil(), Instant.MAX));
        case SightEnded ended -> sight.remove(ended.getRole());
        default -> {
          // The opening, and which editions are open, read above; deadlines are the desk's.
        }
      }
    }
    return new Consultation(
        events.getFirst().getConsultation(),
        opened.getTitles(),
        opened.getDocuments(),
        editions,
        sight,
        opened.getVisibility() == VisibilityPolicy.AS_RECEIVED);
  }
}
