package io.rapporteur.comments.kafka;

import io.rapporteur.comments.feed.Feeds;
import io.rapporteur.comments.feed.Row;
import io.rapporteur.comments.feed.Strand;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.ConsultationOpened;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.util.List;
import java.util.Optional;

/** Feeds from the desk's own view. Thread-safe. */
final class KafkaFeeds implements Feeds {

  static final List<Topic> TOPICS =
      List.of(
          TopicCatalogue.COMMENT_EVENTS,
          TopicCatalogue.PARTICIPATION_EVENTS,
          TopicCatalogue.CONSULTATION_EVENTS,
          TopicCatalogue.RECOMMENDATION_EVENTS,
          TopicCatalogue.SILENCE_EVENTS,
          TopicCatalogue.DECISION_EVENTS);

  private final DeskView view;

  KafkaFeeds(DeskView view) {
    this.view = view;
  }

  @Override
  public List<Row> rows(String reader, Strand strand, long after, int limit) {
    return view.feed.rows(reader, strand, after, limit);
  }

  @Override
  public long last(String reader, Strand strand) {
    return view.feed.last(reader, strand);
  }

  @Override
  public Optional<String> consultationOn(String document) {
    return view.consultations.startingWith("").stream()
        .filter(
            event ->
                event.getFact() instanceof ConsultationOpened opened
                    && opened.getDocuments().contains(document))
        .map(ConsultationEvent::getConsultation)
        .findFirst();
  }

  @Override
  public boolean catchUp() {
    return view.reader.awaitEnd(TOPICS, EventLog.PATIENCE);
  }
}
