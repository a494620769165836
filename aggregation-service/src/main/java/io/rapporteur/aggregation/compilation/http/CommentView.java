package io.rapporteur.aggregation.compilation.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.HouseOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment as the compilation shows it; {@code original} is the language of its authentic text.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommentView(
    String id,
    int revision,
    ParticipantView participant,
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
    @Nullable String rationale,
    @Nullable String quotation,
    int round,
    boolean late,
    Instant submittedAt,
    Instant receivedAt) {

  static CommentView of(Comment comment, HouseOrder order) {
    Comment.Content said = comment.said();
    return new CommentView(
        comment.id(),
        comment.revision(),
        new ParticipantView(
            comment.participant(),
            order.name(comment.participant()),
            comment.participantClass(),
            comment.regionalGroup().orElse(null)),
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
        said.rationale().orElse(null),
        said.quotation().orElse(null),
        comment.round(),
        comment.late(),
        comment.submittedAt(),
        comment.receivedAt());
  }

  /** Who comments, under the name of the table in the language of the page. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ParticipantView(
      String code,
      String name,
      @JsonProperty("class") String participantClass,
      @Nullable String regionalGroup) {}
}
