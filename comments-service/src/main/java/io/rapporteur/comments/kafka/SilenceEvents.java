package io.rapporteur.comments.kafka;

import io.rapporteur.comments.silence.Objection;
import io.rapporteur.comments.silence.Question;
import io.rapporteur.comments.silence.Question.KnownTo;
import io.rapporteur.comments.silence.Step;
import io.rapporteur.events.ObjectorsKnownTo;
import io.rapporteur.events.SilenceBroken;
import io.rapporteur.events.SilenceDelivered;
import io.rapporteur.events.SilenceEvent;
import io.rapporteur.events.SilenceExtended;
import io.rapporteur.events.SilenceKept;
import io.rapporteur.events.SilenceQuestionPut;
import io.rapporteur.events.SilenceWithdrawn;
import io.rapporteur.states.ObjectionCard;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** From steps of a silence procedure to events and back. */
final class SilenceEvents {

  private SilenceEvents() {}

  static SilenceEvent event(Step step) {
    return SilenceEvent.newBuilder()
        .setQuestion(step.question())
        .setRevision(step.number())
        .setRequestId(step.requestId())
        .setRequestDigest(step.requestDigest())
        .setReceivedAt(step.at())
        .setBy(step.by())
        .setFact(fact(step.fact()))
        .build();
  }

  private static Object fact(Step.Fact fact) {
    return switch (fact) {
      case Step.Put(Question question) ->
          SilenceQuestionPut.newBuilder()
              .setBody(question.body())
              .setTexts(question.texts())
              .setReference(question.reference().orElse(null))
              .setMembers(question.members())
              .setClosesAt(question.closesAt())
              .setZone(question.zone().getId())
              .setShortest(question.shortest().toMillis())
              .setObjectorsKnownTo(ObjectorsKnownTo.valueOf(question.knownTo().name()))
              .build();
      case Step.Delivered delivered ->
          new SilenceDelivered(
              delivered.member(),
              delivered.deliveredAt(),
              Registrations.record(delivered.registration()));
      case Step.Extended extended -> new SilenceExtended(extended.closesAt(), extended.reason());
      case Step.Objected objected -> new SilenceBroken(objected.objection(), objected.late());
      case Step.Withdrawn withdrawn -> new SilenceWithdrawn(withdrawn.reason());
      case Step.Kept kept -> new SilenceKept(kept.ranOutAt());
    };
  }

  static Step step(SilenceEvent event) {
    return new Step(
        event.getQuestion(),
        event.getRevision(),
        event.getRequestId(),
        event.getRequestDigest(),
        event.getReceivedAt(),
        event.getBy(),
        fact(event));
  }

  private static Step.Fact fact(SilenceEvent event) {
    return switch (event.getFact()) {
      case SilenceQuestionPut put ->
          new Step.Put(
              new Question(
                  put.getBody(),
                  put.getTexts(),
                  Optional.ofNullable(put.getReference()),
                  put.getMembers(),
                  put.getClosesAt(),
                  ZoneId.of(put.getZone()),
                  Duration.ofMillis(put.getShortest()),
                  KnownTo.valueOf(put.getObjectorsKnownTo().name())));
      case SilenceDelivered delivered ->
          new Step.Delivered(
              delivered.getMember(),
              delivered.getDeliveredAt(),
              Registrations.of(delivered.getRegistration()));
      case SilenceExtended extended ->
          new Step.Extended(extended.getClosesAt(), extended.getReason());
      case SilenceBroken broken -> new Step.Objected(broken.getObjection(), broken.getLate());
      case SilenceWithdrawn withdrawn -> new Step.Withdrawn(withdrawn.getReason());
      case SilenceKept kept -> new Step.Kept(kept.getRanOutAt());
      default -> throw new IllegalStateException("not a step of a silence procedure");
    };
  }

  static String key(ObjectionCard card) {
    return card.getQuestion() + "/" + card.getObjection();
  }

  static ObjectionCard card(Objection objection) {
    return ObjectionCard.newBuilder()
        .setQuestion(objection.question())
        .setObjection(objection.id())
        .setParticipant(objection.participant())
        .setRequestDigest(objection.requestDigest())
        .setReceivedAt(objection.at())
        .setBy(objection.by())
        .setReason(objection.reason().orElse(null))
        .setLanguage(objection.language().orElse(null))
        .setRegistration(Registrations.record(objection.registration()))
        .build();
  }

  static Objection objection(ObjectionCard card) {
    return new Objection(
        card.getQuestion(),
        card.getObjection(),
        card.getParticipant(),
        card.getRequestDigest(),
        card.getReceivedAt(),
        card.getBy(),
        Optional.ofNullable(card.getReason()),
        Optional.ofNullable(card.getLanguage()),
        Registrations.of(card.getRegistration()));
  }
}
