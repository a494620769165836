package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Filing;
import io.rapporteur.aggregation.compilation.Place;
import io.rapporteur.aggregation.compilation.Redaction;
import io.rapporteur.events.CommentContent;
import io.rapporteur.events.Receipt;
import io.rapporteur.schemas.http.Notices;
import io.rapporteur.schemas.revision.CanonicalJson;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.LogPlace;
import io.rapporteur.states.Standing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** From records of the log to comments. */
final class CompiledComments {

  private CompiledComments() {}

  /**
   * Without its text, which is read when it is asked for.
   *
   * @param redactions what of it is redacted
   * @param translated another word whenever the secretariat has translated it otherwise
   * @param anew reads the text again; empty if it has been withdrawn from the public since, then a
   *     neutral sentence stands in its place
   */
  static Comment card(
      CompiledComment record,
      List<Redaction> redactions,
      String translated,
      Supplier<Optional<Content>> anew) {
    return comment(
        record,
        Optional.ofNullable(record.getContent())
            .map(
                content ->
                    new KeptText(
                        kind(content),
                        position(content),
                        content.getLanguage(),
                        redactions,
                        translated,
                        anew)));
  }

  /**
   * A record of the public topic, without its text.
   *
   * @param anew reads the record again; empty if it has been withdrawn from the public since
   */
  static Comment cardInPublic(CompiledComment record, Supplier<Optional<CompiledComment>> anew) {
    return card(
        record,
        reasons(record),
        translated(record),
        () -> anew.get().flatMap(CompiledComments::contentInPublic));
  }

  private static String translated(CompiledComment record) {
    return record.getTranslationsBySecretariat().isEmpty()
        ? ""
        : CanonicalJson.sha256(
            record.getTranslationsBySecretariat().toString().getBytes(StandardCharsets.UTF_8));
  }

  /** What a comment says, where the log keeps it. */
  private record KeptText(
      String kind,
      String position,
      String language,
      List<Redaction> redactions,
      String translated,
      Supplier<Optional<Content>> anew)
      implements Comment.Saying {

    @Override
    public Content read() {
      return anew.get().orElseGet(this::withdrawn);
    }

    @Override
    public String mark() {
      // A revision never changes, but what the secretariat redacts and translates of it does.
      return redactions + " " + translated;
    }

    private Content withdrawn() {
      return new Content(
          kind,
          position,
          Notices.WITHDRAWN_SINCE,
          "en",
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());
    }
  }

  /** The reasons of a record of the public topic, which bears marks already. */
  static List<Redaction> reasons(CompiledComment record) {
    return record.getRedactions().stream()
        .map(reason -> new Redaction(reason.toLowerCase(Locale.ROOT).replace('_', '-'), List.of()))
        .toList();
  }

  /** A record of the public topic, with its text. */
  static Comment inPublic(CompiledComment record) {
    return comment(record, contentInPublic(record));
  }

  private static Optional<Content> contentInPublic(CompiledComment record) {
    return Optional.ofNullable(record.getContent())
        .map(content -> content(content, added(record), reasons(record)));
  }

  private static List<Content.Translation> added(CompiledComment record) {
    return record.getTranslationsBySecretariat().stream()
        .map(
            each ->
                new Content.Translation(
                    each.getLanguage(),
                    each.getText(),
                    Content.Translation.SECRETARIAT,
                    Optional.of(
                        new Content.Added(
                            Optional.ofNullable(each.getProposedText()),
                            Optional.ofNullable(each.getRationale()),
                            false))))
        .toList();
  }

  /** With its text, as it was handed in. */
  static Comment comment(CompiledComment record) {
    return comment(
        record,
        Optional.ofNullable(record.getContent()).map(c -> content(c, List.of(), List.of())));
  }

  private static Comment comment(
      CompiledComment record, Optional<? extends Comment.Saying> content) {
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
        Optional.ofNullable(record.getTarget().getEntry()),
        Optional.ofNullable(record.getTarget().getDraftVersion()),
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
        content.map(saying -> saying),
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

  /**
   * What a comment says.
   *
   * @param added translations that are not of its author
   */
  static Content content(
      CommentContent content, List<Content.Translation> added, List<Redaction> redactions) {
    return new Content(
        kind(content),
        position(content),
        content.getText(),
        content.getLanguage(),
        Stream.concat(
                content.getTranslations().stream()
                    .map(t -> new Content.Translation(t.getLanguage(), t.getText(), t.getAuthor())),
                added.stream())
            .toList(),
        Optional.ofNullable(content.getProposedText()),
        Optional.ofNullable(content.getProposedTextLanguage()),
        Optional.ofNullable(content.getRationale()),
        Optional.ofNullable(content.getQuotation()),
        content.getAttachments().stream()
            .map(
                a ->
                    new Content.Attachment(
                        a.getAttachment(),
                        a.getName(),
                        a.getMediaType(),
                        a.getSize(),
                        a.getSha256()))
            .toList(),
        redactions);
  }

  private static String kind(CommentContent content) {
    return word(content.getKind());
  }

  private static String position(CommentContent content) {
    return content.getPosition() == null ? "not-stated" : word(content.getPosition());
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
