package io.rapporteur.ingest.kafka;

import io.rapporteur.events.DocumentEvent;
import io.rapporteur.events.DocumentRead;
import io.rapporteur.ingest.documents.ReadingTimes;
import java.util.Optional;

/** The times that are stamped in the events of documents. Thread-safe. */
public final class KafkaReadingTimes implements ReadingTimes {

  private final IngestView view;

  /** Reads from the view. */
  public KafkaReadingTimes(IngestView view) {
    this.view = view;
  }

  @Override
  public Optional<Times> of(String document, int revision) {
    Optional<Times> times = Optional.empty();
    for (DocumentEvent event : view.documents.startingWith(document + "/")) {
      if (event.getRevision() > revision) {
        break;
      }
      times =
          event.getFact() instanceof DocumentRead
              ? Optional.of(new Times(event.getOccurredAt(), event.getOccurredAt()))
              : times.map(standing -> new Times(standing.read(), event.getOccurredAt()));
    }
    return times;
  }
}
