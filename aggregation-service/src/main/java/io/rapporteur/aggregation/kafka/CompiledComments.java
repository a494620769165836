package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Filing;
import io.rapporteur.aggregation.compilation.Place;
import io.rapporteur.aggregation.compilation.Redaction;
import io.rapporteur.events.CommentContent;
import io.rapporteur.events.Receipt;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.LogPlace;
import io.rapporteur.states.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** From records of the log to comments. */
final class CompiledComments {

  private CompiledComments() {}

  /** A record of the public topic, which bears marks already. */
  static Comment inPublic(CompiledComment record) {
    return comment(
        record,
        record.getRedactions().stream()
            .map(
                reason ->
                    new Redaction(reason.toLowerCase(Locale.ROOT).replace('_', '-'), List.of()))
            .toList());
  }

  static Comment comment(CompiledComment record, List<Redaction> redactions) {
    return new Comment(
        record.getComment(),
        record.getRevision(),
        record.getStanding() == Standing.WITHDRAWN,
        record.getConsultation(),
        record.getRound(),
        record.getLate(),
        record.getSubmittedAt(),
        record.getReceivedAt(),
        record.getAuthor().getParticipant(),
        word(record.getAuthor().getParticipantClass()),
        Optional.ofNullable(record.getAuthor().getRegionalGroup()).map(CompiledComments::word),
        Optional.ofNullable(record.getTarget().getDocument()),
        Optional.ofNullable(record.getTarget().getSection()),
        Optional.ofNullable(record.getTarget().getRecommendation()),
        Optional.ofNullable(record.getTarget().getRecommendationVersion()),
        Optional.ofNullable(record.getAuthor().getOnBehalfOf()),
        record.getCoSponsors().stream()
            .map(
                author ->
                    new Comment.CoSponsor(
                        author.getParticipant(),
                        word(author.getParticipantClass()),
                        Optional.ofNullable(author.getRegionalGroup()).map(CompiledComments::word)))
            .toList(),
        record.getText(),
        record.getWaiting(),
        Optional.ofNullable(record.getContent()).map(content -> content(content, redactions)),
        Optional.ofNullable(record.getPlace()).map(place -> filing(record, place)));
  }

  private static Filing filing(CompiledComment record, LogPlace place) {
    Receipt receipt = Objects.requireNonNull(record.getReceipt());
    return new Filing(
        new Place(place.getPartition(), place.getRank(), place.getReceivedUpTo()),
        record.getAct(),
        Optional.ofNullable(record.getActor()),
        Optional.ofNullable(record.getSubmission()),
        new Filing.ReceiptCard(
            receipt.getCode(), receipt.getNonce(), receipt.getDigest(), receipt.getSignature()));
  }

  private static Comment.Content content(CommentContent content, List<Redaction> redactions) {
    return new Comment.Content(
        word(content.getKind()),
        content.getPosition() == null ? "not-stated" : word(content.getPosition()),
        content.getText(),
        content.getLanguage(),
        content.getTranslations().stream()
            .map(t -> new Comment.Translation(t.getLanguage(), t.getText(), t.getAuthor()))
            .toList(),
        Optional.ofNullable(content.getProposedText()),
        Optional.ofNullable(content.getProposedTextLanguage()),
        Optional.ofNullable(content.getRationale()),
        Optional.ofNullable(content.getQuotation()),
        content.getAttachments().stream()
            .map(
                a ->
                    new Comment.Attachment(
                        a.getAttachment(),
                        a.getName(),
                        a.getMediaType(),
                        a.getSize(),
                        a.getSha256()))
            .toList(),
        redactions);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
