package io.rapporteur.comments.kafka;

import io.rapporteur.events.SilenceEvent;
import io.rapporteur.events.SilenceQuestionPut;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewBatch;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.revision.RevisionRule;
import io.rapporteur.states.ObjectionCard;

/** Silence procedures, as the desk's view keeps them. */
final class SilenceTables {

  /** Counted steps, by {@code question/revision}. */
  final Table<SilenceEvent> steps;

  /** Objections, counted or not, by {@code question/objection}. */
  final Table<ObjectionCard> objections;

  /** The last counted step, by question. */
  private final Table<SilenceEvent> current;

  private final FeedTables feed;

  SilenceTables(ViewStore store, FeedTables feed) {
    this.feed = feed;
    steps = store.table("silence", SilenceEvent.getClassSchema());
    current = store.table("silence-current", SilenceEvent.getClassSchema());
    objections = store.table("objection", ObjectionCard.getClassSchema());
  }

  void step(SilenceEvent event, ViewBatch view) {
    String id = event.getQuestion();
    int standing =
        view.get(current, id).map(SilenceEvent::getRevision).orElse(RevisionRule.NOTHING);
    if (!RevisionRule.counts(standing, event.getRevision())) {
      return;
    }
    view.put(current, id, event);
    view.put(steps, CountedEvents.key(id, event.getRevision()), event);
    view.get(steps, CountedEvents.key(id, 1))
        .map(SilenceEvent::getFact)
        .filter(SilenceQuestionPut.class::isInstance)
        .map(SilenceQuestionPut.class::cast)
        .ifPresent(question -> feed.silence(event, question, view));
  }

  void objection(ObjectionCard card, ViewBatch view) {
    view.put(objections, SilenceEvents.key(card), card);
  }
}
