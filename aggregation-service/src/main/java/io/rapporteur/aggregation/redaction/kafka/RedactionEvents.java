package io.rapporteur.aggregation.redaction.kafka;

import io.rapporteur.aggregation.compilation.Redaction.Field;
import io.rapporteur.aggregation.compilation.Redaction.Stretch;
import io.rapporteur.aggregation.redaction.RedactionStep;
import io.rapporteur.aggregation.redaction.RedactionStep.Lifted;
import io.rapporteur.aggregation.redaction.RedactionStep.Redacted;
import io.rapporteur.events.CommentRedacted;
import io.rapporteur.events.RedactedField;
import io.rapporteur.events.RedactedStretch;
import io.rapporteur.events.RedactionLifted;
import io.rapporteur.events.RedactionReason;
import io.rapporteur.events.SecretariatEvent;
import java.util.Locale;
import java.util.Optional;

/** From steps to events and back. */
final class RedactionEvents {

  /** Before the comment id in what such an event is about. */
  private static final String REDACTION = "redaction/";

  private RedactionEvents() {}

  /** What the redactions of a comment are filed under in the work of the secretariat. */
  static String subject(String comment) {
    return REDACTION + comment;
  }

  /** Whether this is an event of redactions. */
  static boolean isOne(SecretariatEvent event) {
    return event.getSubject().startsWith(REDACTION);
  }

  /** The comment that such an event is about. */
  static String comment(SecretariatEvent event) {
    return event.getSubject().substring(REDACTION.length());
  }

  static SecretariatEvent event(RedactionStep step) {
    return SecretariatEvent.newBuilder()
        .setSubject(subject(step.comment()))
        .setConsultation(step.consultation())
        .setRevision(step.revision())
        .setRequestId(step.requestId())
        .setRequestDigest(step.requestDigest())
        .setReceivedAt(step.at())
        .setBy(step.by())
        .setFact(
            switch (step.fact()) {
              case Redacted redacted ->
                  new CommentRedacted(
                      redacted.text(),
                      redacted.stretches().stream().map(RedactionEvents::stretch).toList(),
                      RedactionReason.valueOf(
                          redacted.reason().toUpperCase(Locale.ROOT).replace('-', '_')),
                      redacted.note().orElse(null));
              case Lifted lifted ->
                  new RedactionLifted(lifted.redaction(), lifted.note().orElse(null));
            })
        .build();
  }

  private static RedactedStretch stretch(Stretch stretch) {
    return new RedactedStretch(
        RedactedField.valueOf(stretch.field().name()),
        stretch.of().orElse(null),
        stretch.from(),
        stretch.to());
  }

  static RedactionStep step(SecretariatEvent event) {
    return new RedactionStep(
        event.getConsultation(),
        comment(event),
        event.getRevision(),
        event.getRequestId(),
        event.getRequestDigest(),
        event.getReceivedAt(),
        event.getBy(),
        switch (event.getFact()) {
          case CommentRedacted redacted ->
              new Redacted(
                  redacted.getText(),
                  redacted.getStretches().stream().map(RedactionEvents::stretch).toList(),
                  word(redacted.getReason()),
                  Optional.ofNullable(redacted.getNote()));
          case RedactionLifted lifted ->
              new Lifted(lifted.getRedaction(), Optional.ofNullable(lifted.getNote()));
          default -> throw new IllegalStateException("fact: unknown (expected: one of this line)");
        });
  }

  private static Stretch stretch(RedactedStretch stretch) {
    return new Stretch(
        Field.valueOf(stretch.getField().name()),
        Optional.ofNullable(stretch.getOf()),
        stretch.getFrom(),
        stretch.getTo());
  }

  static String word(RedactionReason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
