package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.NoticeKind;
import io.rapporteur.states.PublishedComment;
import io.rapporteur.states.PublishedNotice;
import io.rapporteur.states.PublishedRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What everyone reads of a consultation whose comments are posted as received: of each comment the
 * text in force, that is in time or accepted though late, and of one that was withdrawn, a neutral
 * notice. In public it bears no time. Pure.
 */
final class AsReceived {

  private AsReceived() {}

  /** The texts that are public. */
  static List<CompiledComment> texts(List<List<CompiledComment>> histories, Redactions redactions) {
    return histories.stream().flatMap(history -> text(history, redactions).stream()).toList();
  }

  /** The notices that are public. */
  static List<PublishedNotice> notices(List<List<CompiledComment>> histories) {
    return histories.stream().flatMap(history -> notice(history).stream()).toList();
  }

  /** What the public topic says of a comment; empty if it was never public. */
  static Optional<PublishedRecord> record(List<CompiledComment> history, Redactions redactions) {
    return text(history, redactions)
        .<Object>map(PublishedComment::new)
        .or(() -> notice(history))
        .map(
            entry ->
                new PublishedRecord(
                    history.getFirst().getConsultation(), Consultation.AS_RECEIVED, entry));
  }

  private static Optional<CompiledComment> text(
      List<CompiledComment> history, Redactions redactions) {
    return PublicForm.inForce(history).map(text -> PublicForm.of(text, redactions, Instant.EPOCH));
  }

  private static Optional<PublishedNotice> notice(List<CompiledComment> history) {
    boolean wasPublic = history.stream().anyMatch(revision -> revision.getText() != 0);
    CompiledComment last = history.getLast();
    return wasPublic && last.getText() == 0
        ? Optional.of(
            new PublishedNotice(
                last.getComment(), NoticeKind.WITHDRAWN, last.getAuthor(), last.getTarget()))
        : Optional.empty();
  }
}
