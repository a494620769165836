package io.rapporteur.aggregation.compilation.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Observation;
import io.rapporteur.schemas.http.DifferenceView;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A comment as the compilation shows it; {@code original} is the language of its authentic text.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommentView(
    String id,
    int revision,
    ParticipantView participant,
    @Nullable GroupView onBehalfOf,
    List<ParticipantView> coSponsors,
    @Nullable String document,
    @Nullable String section,
    @Nullable String recommendation,
    @Nullable Integer recommendationVersion,
    String kind,
    String position,
    String text,
    String original,
    List<Comment.Translation> translations,
    @Nullable String proposedText,
    @Nullable String proposedTextLanguage,
    @Nullable List<DifferenceView> difference,
    @Nullable String rationale,
    @Nullable String quotation,
    List<Comment.Attachment> attachments,
    @Nullable ObservationView observation,
    int round,
    @Nullable String submission,
    @Nullable Boolean late,
    @Nullable Instant submittedAt,
    @Nullable Instant receivedAt) {

  /**
   * Shows a comment.
   *
   * @param difference of the proposed text from the version that it addresses
   * @param published as an edition has it: when it was received is not shown
   */
  static CommentView of(
      Comment comment, HouseOrder order, Optional<List<Stretch>> difference, boolean published) {
    return of(comment, order, difference, published, Optional.empty());
  }

  /**
   * Shows a comment with what the secretariat observes on it.
   *
   * @param difference of the proposed text from the version that it addresses
   * @param published as an edition has it: when it was received is not shown
   */
  static CommentView of(
      Comment comment,
      HouseOrder order,
      Optional<List<Stretch>> difference,
      boolean published,
      Optional<Observation> observation) {
    Comment.Content said = comment.said();
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
        said.kind(),
        said.position(),
        said.text(),
        said.language(),
        said.translations(),
        said.proposedText().orElse(null),
        said.proposedTextLanguage().orElse(null),
        difference.map(DifferenceView::of).orElse(null),
        said.rationale().orElse(null),
        said.quotation().orElse(null),
        said.attachments(),
        observation.map(seen -> ObservationView.of(seen, comment)).orElse(null),
        comment.round(),
        published ? null : comment.submission().orElse(null),
        published ? null : comment.late(),
        published ? null : comment.submittedAt(),
        published ? null : comment.receivedAt());
  }

  /** The group whose one voice this is, under its full name. */
  record GroupView(String code, String name) {}

  /** Who comments, under the name of the table in the language of the page. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ParticipantView(
      String code,
      String name,
      @JsonProperty("class") String participantClass,
      @Nullable String regionalGroup) {}
}
