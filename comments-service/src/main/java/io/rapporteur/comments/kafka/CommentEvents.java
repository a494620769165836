package io.rapporteur.comments.kafka;

import io.rapporteur.comments.comment.Attachment;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.Content.Translation;
import io.rapporteur.comments.comment.Fact;
import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.comment.Receipt;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.events.CoSponsorInvited;
import io.rapporteur.events.CoSponsorJoined;
import io.rapporteur.events.CoSponsorLeft;
import io.rapporteur.events.CommentContent;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.events.CommentKind;
import io.rapporteur.events.CommentRevised;
import io.rapporteur.events.CommentSubmitted;
import io.rapporteur.events.CommentTarget;
import io.rapporteur.events.CommentWithdrawn;
import io.rapporteur.events.CourtesyTranslation;
import io.rapporteur.events.LateTextDecided;
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
        .setAuthor(author(made.author()))
        .setTarget(
            new CommentTarget(
                target.document().orElse(null),
                target.section().orElse(null),
                target.recommendation().orElse(null),
                target.recommendationVersion().orElse(null),
                target.entry().orElse(null),
                target.draftVersion().orElse(null)))
        .setReceipt(
            new io.rapporteur.events.Receipt(
                made.receipt().code(),
                made.receipt().nonce(),
                made.receipt().digest(),
                made.receipt().signature()))
        .setSubmission(made.submission().orElse(null))
        .setFact(fact(made))
        .build();
  }

  private static Object fact(Revision made) {
    return switch (made.fact()) {
      case Fact.Said said when made.number() == 1 ->
          new CommentSubmitted(content(said.content()), authors(said.invited()));
      case Fact.Said said -> new CommentRevised(content(said.content()), authors(said.invited()));
      case Fact.Withdrawn withdrawn -> new CommentWithdrawn();
      case Fact.Invited(Author coSponsor) -> new CoSponsorInvited(author(coSponsor));
      case Fact.Joined(Author coSponsor, int text) -> new CoSponsorJoined(author(coSponsor), text);
      case Fact.Left(String coSponsor, boolean letGo) -> new CoSponsorLeft(coSponsor, letGo);
      case Fact.LateDecided(int text, boolean accepted, String reason) ->
          new LateTextDecided(text, accepted, reason);
    };
  }

  private static Fact fact(CommentEvent event) {
    return switch (event.getFact()) {
      case CommentSubmitted submitted ->
          new Fact.Said(
              content(submitted.getContent()),
              submitted.getInvited().stream().map(CommentEvents::author).toList());
      case CommentRevised revised ->
          new Fact.Said(
              content(revised.getContent()),
              revised.getInvited().stream().map(CommentEvents::author).toList());
      case CommentWithdrawn withdrawn -> new Fact.Withdrawn();
      case CoSponsorInvited invited -> new Fact.Invited(author(invited.getCoSponsor()));
      case CoSponsorJoined joined ->
          new Fact.Joined(author(joined.getCoSponsor()), joined.getText());
      case CoSponsorLeft left -> new Fact.Left(left.getCoSponsor(), left.getLetGo());
      case LateTextDecided decided ->
          new Fact.LateDecided(decided.getText(), decided.getAccepted(), decided.getReason());
      default ->
          throw new IllegalStateException("fact: unknown (expected: one of the event's union)");
    };
  }

  private static List<io.rapporteur.events.Author> authors(List<Author> authors) {
    return authors.stream().map(CommentEvents::author).toList();
  }

  private static io.rapporteur.events.Author author(Author author) {
    return new io.rapporteur.events.Author(
        author.participant(),
        ParticipantClass.valueOf(author.participantClass()),
        author.regionalGroup().map(RegionalGroup::valueOf).orElse(null),
        author.onBehalfOf().orElse(null));
  }

  private static Author author(io.rapporteur.events.Author author) {
    return new Author(
        author.getParticipant(),
        author.getParticipantClass().name(),
        Optional.ofNullable(author.getRegionalGroup()).map(Enum::name),
        Optional.ofNullable(author.getOnBehalfOf()));
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
        author(event.getAuthor()),
        new Target(
            Optional.ofNullable(target.getDocument()),
            Optional.ofNullable(target.getSection()),
            Optional.ofNullable(target.getRecommendation()),
            Optional.ofNullable(target.getRecommendationVersion()),
            Optional.ofNullable(target.getEntry()),
            Optional.ofNullable(target.getDraftVersion())),
        Optional.ofNullable(event.getSubmission()),
        fact(event),
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
        .setAttachments(content.attachments().stream().map(CommentEvents::attachment).toList())
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
        content.getAttachments().stream().map(CommentEvents::attachment).toList());
  }

  static io.rapporteur.events.Attachment attachment(Attachment file) {
    return new io.rapporteur.events.Attachment(
        file.id(), file.name(), file.mediaType(), file.size(), file.sha256());
  }

  static Attachment attachment(io.rapporteur.events.Attachment file) {
    return new Attachment(
        file.getAttachment(),
        file.getName(),
        file.getMediaType(),
        file.getSize(),
        file.getSha256());
  }
}
