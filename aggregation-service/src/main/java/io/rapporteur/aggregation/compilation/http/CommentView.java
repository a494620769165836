package io.rapporteur.aggregation.compilation.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Observation;
import io.rapporteur.aggregation.compilation.Redaction;
import io.rapporteur.schemas.http.DifferenceView;
import io.rapporteur.schemas.http.Notices;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A comment as the compilation shows it; {@code original} is the language of its authentic text.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommentView(
    String id,
    int revision,
    ParticipantView participant,
    @Nullable GroupView onBehalfOf,
    List<ParticipantView> coSponsors,
    @Nullable String document,
    @Nullable String section,
    @Nullable String recommendation,
    @Nullable Integer recommendationVersion,
    @Nullable String entry,
    @Nullable Integer draftVersion,
    String kind,
    String position,
    String text,
    String original,
    List<TranslationView> translations,
    @Nullable String proposedText,
    @Nullable String proposedTextLanguage,
    @Nullable List<DifferenceView> difference,
    @Nullable String rationale,
    @Nullable String quotation,
    List<Content.Attachment> attachments,
    @Nullable List<RedactionView> redactions,
    @Nullable ObservationView observation,
    int round,
    @Nullable String submission,
    @Nullable Boolean late,
    @Nullable Instant submittedAt,
    @Nullable Instant receivedAt,
    @Nullable LineageView lineage) {

  /**
   * What became since of the item that a comment is on.
   *
   * @param recommendation that it is on
   * @param status {@code withdrawn} or {@code merged}
   * @param into id of the item under which it stands now
   * @param notice a sentence for people
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LineageView(
      String recommendation,
      int number,
      String reference,
      String status,
      @Nullable String into,
      String notice) {}

  /** Shows a comment of which nothing more is said. */
  public static CommentView of(
      Comment comment, HouseOrder order, Optional<List<Stretch>> difference, boolean published) {
    return of(comment, order, difference, published, Optional.empty(), Optional.empty());
  }

  /**
   * Shows a comment.
   *
   * @param difference of the proposed text from the version that it addresses
   * @param published as an edition has it: when it was received is not shown
   * @param lineage what became of its item
   * @param observation of the secretariat, as far as its reader may see it
   */
  public static CommentView of(
      Comment comment,
      HouseOrder order,
      Optional<List<Stretch>> difference,
      boolean published,
      Optional<LineageView> lineage,
      Optional<Observation> observation) {
    Content said = comment.said();
    return new CommentView(
        comment.id(),
        comment.revision(),
        new ParticipantView(
            comment.participant(),
            order.name(comment.participant()),
            comment.participantClass(),
            comment.regionalGroup().orElse(null)),
        comment.onBehalfOf().map(group -> new GroupView(group, order.name(group))).orElse(null),
        comment.coSponsors().stream()
            .sorted(order.coSponsors())
            .map(
                joined ->
                    new ParticipantView(
                        joined.participant(),
                        order.name(joined.participant()),
                        joined.participantClass(),
                        joined.regionalGroup().orElse(null)))
            .toList(),
        comment.document().orElse(null),
        comment.section().orElse(null),
        comment.recommendation().orElse(null),
        comment.recommendationVersion().orElse(null),
        comment.entry().orElse(null),
        comment.draftVersion().orElse(null),
        said.kind(),
        said.position(),
        said.text(),
        said.language(),
        said.translations().stream().map(TranslationView::of).toList(),
        said.proposedText().orElse(null),
        said.proposedTextLanguage().orElse(null),
        difference.map(DifferenceView::of).orElse(null),
        said.rationale().orElse(null),
        said.quotation().orElse(null),
        said.attachments(),
        said.redactions().isEmpty() ? null : RedactionView.of(said),
        observation.map(seen -> ObservationView.of(seen, comment)).orElse(null),
        comment.round(),
        published ? null : comment.submission().orElse(null),
        published ? null : comment.late(),
        published ? null : comment.submittedAt(),
        published ? null : comment.receivedAt(),
        lineage.orElse(null));
  }

  /**
   * A courtesy translation.
   *
   * @param bySecretariat there, and true, where the secretariat added it
   * @param notice a sentence with one that the secretariat added
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TranslationView(
      String language,
      String text,
      String author,
      @Nullable Boolean bySecretariat,
      @Nullable String proposedText,
      @Nullable String rationale,
      @Nullable String notice) {

    static TranslationView of(Content.Translation translation) {
      return new TranslationView(
          translation.language(),
          translation.text(),
          translation.author(),
          translation.bySecretariat() ? true : null,
          translation.added().flatMap(Content.Added::proposedText).orElse(null),
          translation.added().flatMap(Content.Added::rationale).orElse(null),
          translation.bySecretariat() ? Notices.TRANSLATED : null);
    }
  }

  /**
   * That parts of it are redacted.
   *
   * @param reason {@code personal-data}, {@code confidential} or {@code rights-of-others}
   * @param notice a sentence
   */
  record RedactionView(String reason, String notice) {

    static List<RedactionView> of(Content said) {
      String notice = said.holdsWhatIsRedacted() ? Notices.REDACTED_FOR_OTHERS : Notices.REDACTED;
      return said.redactions().stream()
          .map(Redaction::reason)
          .distinct()
          .map(reason -> new RedactionView(reason, notice))
          .toList();
    }
  }

  /** The group whose one voice this is, under its full name. */
  public record GroupView(String code, String name) {}

  /** Who comments, under the name of the table in the language of the page. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ParticipantView(
      String code,
      String name,
      @JsonProperty("class") String participantClass,
      @Nullable String regionalGroup) {}
}
