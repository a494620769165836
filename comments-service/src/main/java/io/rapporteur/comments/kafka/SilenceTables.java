package io.rapporteur.comments.kafka;

import io.rapporteur.events.SilenceEvent;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.Fold;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.states.ObjectionCard;

/** Silence procedures, as the desk's view keeps them. */
final class SilenceTables {

  /** Counted steps, by {@code question/revision}. */
  final Table<SilenceEvent> steps;

  /** Objections, counted or not, by {@code question/objection}. */
  final Table<ObjectionCard> objections;

  SilenceTables(ViewStore store) {
    steps = store.table("silence", SilenceEvent.getClassSchema());
    objections = store.table("objection", ObjectionCard.getClassSchema());
  }

  Fold<SilenceEvent> foldSteps() {
    return CountedEvents.each(steps, SilenceEvent::getQuestion, SilenceEvent::getRevision);
  }

  Fold<ObjectionCard> foldObjections() {
    return (card, view) -> view.put(objections, SilenceEvents.key(card), card);
  }
}
