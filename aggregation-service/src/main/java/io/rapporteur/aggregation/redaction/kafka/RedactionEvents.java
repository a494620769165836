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

  /** The line of the secretariat's work that redactions are. */
  static final String LINE = "redaction";

  private RedactionEvents() {}

  static SecretariatEvent event(RedactionStep step) {
    return SecretariatEvent.newBuilder()
        .setConsultation(step.consultation())
        .setComment(step.comment())
        .setLine(LINE)
        .setRevision(step.revision())
        .setRequestId(step.requestId())
        .setRequestDigest(step.requestDigest())
        .setRecordedAt(step.at())
        .setActor(step.by())
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
        event.getComment(),
        event.getRevision(),
        event.getRequestId(),
        event.getRequestDigest(),
        event.getRecordedAt(),
        event.getActor(),
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
