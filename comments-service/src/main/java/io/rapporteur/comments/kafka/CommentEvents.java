package io.rapporteur.comments.kafka;

import io.rapporteur.comments.comment.Attachment;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.Content.Translation;
import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.comment.Receipt;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.events.CommentContent;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.events.CommentKind;
import io.rapporteur.events.CommentRevised;
import io.rapporteur.events.CommentSubmitted;
import io.rapporteur.events.CommentTarget;
import io.rapporteur.events.CommentWithdrawn;
import io.rapporteur.events.CourtesyTranslation;
import io.rapporteur.events.ParticipantClass;
import io.rapporteur.events.RegionalGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From revisions to events and back. */
final class CommentEvents {

  private CommentEvents() {}

  static CommentEvent event(Revision made) {
    Target target = made.target();
    Author author = made.author();
    return CommentEvent.newBuilder()
        .setComment(made.comment())
        .setRevision(made.number())
        .setRequestId(made.requestId())
        .setRequestDigest(made.requestDigest())
        .setReceivedAt(made.receivedAt())
        .setBy(made.by())
        .setConsultation(made.consultation())
        .setRound(made.round())
        .setLate(made.late())
        .setAuthor(
            new io.rapporteur.events.Author(
                author.participant(),
                ParticipantClass.valueOf(author.participantClass()),
                author.regionalGroup().map(RegionalGroup::valueOf).orElse(null),
                null))
        .setTarget(
            new CommentTarget(
                target.document().orElse(null),
                target.section().orElse(null),
                target.recommendation().orElse(null),
                target.recommendationVersion().orElse(null)))
        .setReceipt(
            new io.rapporteur.events.Receipt(
                made.receipt().code(),
                made.receipt().nonce(),
                made.receipt().digest(),
                made.receipt().signature()))
        .setFact(fact(made))
        .build();
  }

  private static Object fact(Revision made) {
    if (made.content().isEmpty()) {
      return new CommentWithdrawn();
    }
    CommentContent content = content(made.content().get());
    return made.number() == 1
        ? new CommentSubmitted(content, List.of())
        : new CommentRevised(content);
  }

  static Revision revision(CommentEvent event, Instant submittedAt) {
    CommentTarget target = event.getTarget();
    return new Revision(
        event.getComment(),
        event.getRevision(),
        event.getRequestId(),
        event.getRequestDigest(),
        event.getBy(),
        event.getConsultation(),
        event.getRound(),
        event.getLate(),
        submittedAt,
        event.getReceivedAt(),
        new Author(
            event.getAuthor().getParticipant(),
            event.getAuthor().getParticipantClass().name(),
            Optional.ofNullable(event.getAuthor().getRegionalGroup()).map(Enum::name)),
        new Target(
            Optional.ofNullable(target.getDocument()),
            Optional.ofNullable(target.getSection()),
            Optional.ofNullable(target.getRecommendation()),
            Optional.ofNullable(target.getRecommendationVersion())),
        switch (event.getFact()) {
          case CommentSubmitted submitted -> Optional.of(content(submitted.getContent()));
          case CommentRevised revised -> Optional.of(content(revised.getContent()));
          default -> Optional.empty();
        },
        new Receipt(
            event.getReceipt().getCode(),
            event.getReceipt().getNonce(),
            event.getReceipt().getDigest(),
            event.getReceipt().getSignature()));
  }

  /** Ids of the attachments that an event names. */
  static List<String> attachments(CommentEvent event) {
    List<io.rapporteur.events.Attachment> named =
        switch (event.getFact()) {
          case CommentSubmitted submitted -> submitted.getContent().getAttachments();
          case CommentRevised revised -> revised.getContent().getAttachments();
          default -> List.of();
        };
    return named.stream().map(io.rapporteur.events.Attachment::getAttachment).toList();
  }

  private static CommentContent content(Content content) {
    return CommentContent.newBuilder()
        .setKind(CommentKind.valueOf(content.kind().name()))
        .setPosition(
            content.position() == Position.NOT_STATED
                ? null
                : io.rapporteur.events.Position.valueOf(content.position().name()))
        .setText(content.text())
        .setLanguage(content.language())
        .setTranslations(
            content.translations().stream()
                .map(t -> new CourtesyTranslation(t.language(), t.text(), t.author()))
                .toList())
        .setProposedText(content.proposedText().orElse(null))
        .setProposedTextLanguage(content.proposedTextLanguage().orElse(null))
        .setRationale(content.rationale().orElse(null))
        .setQuotation(content.quotation().orElse(null))
        .setAttachments(
            content.attachments().stream()
                .map(
                    a ->
                        new io.rapporteur.events.Attachment(
                            a.id(), a.name(), a.mediaType(), a.size(), a.sha256()))
                .toList())
        .build();
  }

  private static Content content(CommentContent content) {
    return new Content(
        Kind.valueOf(content.getKind().name()),
        content.getPosition() == null
            ? Position.NOT_STATED
            : Position.valueOf(content.getPosition().name()),
        content.getText(),
        content.getLanguage(),
        content.getTranslations().stream()
            .map(t -> new Translation(t.getLanguage(), t.getText(), t.getAuthor()))
            .toList(),
        Optional.ofNullable(content.getProposedText()),
        Optional.ofNullable(content.getProposedTextLanguage()),
        Optional.ofNullable(content.getRationale()),
        Optional.ofNullable(content.getQuotation()),
        content.getAttachments().stream()
            .map(
                a ->
                    new Attachment(
                        a.getAttachment(),
                        a.getName(),
                        a.getMediaType(),
                        a.getSize(),
                        a.getSha256()))
            .toList());
  }
}
