package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.secretariat.WorkedOn;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.ConsultationOpened;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** What the secretariat's work must know of comments, from the view. Thread-safe. */
final class KafkaWorkedOn implements WorkedOn {

  private final CompilationView view;

  KafkaWorkedOn(CompilationView view) {
    this.view = view;
  }

  @Override
  public List<Comment> revisions(String consultation, String comment) {
    return view.history(consultation, comment).stream().map(CompiledComments::comment).toList();
  }

  @Override
  public ZoneId zone(String consultation) {
    List<ConsultationEvent> events = view.consultations.startingWith(consultation + "/");
    return events.isEmpty()
        ? ZoneOffset.UTC
        : ZoneId.of(((ConsultationOpened) events.getFirst().getFact()).getZone());
  }
}
