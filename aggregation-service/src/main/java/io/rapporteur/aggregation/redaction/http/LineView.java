package io.rapporteur.aggregation.redaction.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.compilation.Redaction.Field;
import io.rapporteur.aggregation.compilation.Redaction.Stretch;
import io.rapporteur.aggregation.redaction.RedactionLine;
import io.rapporteur.aggregation.redaction.RedactionLine.Made;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has been redacted in a comment, for the secretariat.
 *
 * @param revision of the line; it goes into {@code If-Match}
 * @param needs the edition with which others read it so; none if they do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineView(
    String consultation,
    String comment,
    int revision,
    List<RedactionView> redactions,
    @Nullable NeededView needs) {

  static LineView of(RedactionLine line, Optional<NeededView> needs) {
    return new LineView(
        line.consultation(),
        line.comment(),
        line.revision(),
        line.made().stream().map(RedactionView::of).toList(),
        needs.orElse(null));
  }

  /**
   * A redaction.
   *
   * @param redaction its number
   * @param text the revision of the comment that it is of
   * @param note for the secretariat alone
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RedactionView(
      int redaction,
      int text,
      List<StretchView> stretches,
      String reason,
      @Nullable String note,
      Instant recordedAt,
      String recordedBy,
      @Nullable Instant liftedAt,
      @Nullable String liftedBy) {

    static RedactionView of(Made made) {
      return new RedactionView(
          made.number(),
          made.redacted().text(),
          made.redacted().stretches().stream().map(StretchView::of).toList(),
          made.redacted().reason(),
          made.redacted().note().orElse(null),
          made.step().at(),
          made.step().by(),
          made.lifted().map(step -> step.at()).orElse(null),
          made.lifted().map(step -> step.by()).orElse(null));
    }
  }

  /**
   * A part of a text.
   *
   * @param from its first character, from 1
   * @param to its last character
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StretchView(
      String field, @Nullable String language, @Nullable String attachment, int from, int to) {

    static StretchView of(Stretch stretch) {
      return new StretchView(
          stretch.field().word(),
          stretch.of().filter(of -> stretch.field() == Field.TRANSLATION).orElse(null),
          stretch.of().filter(of -> stretch.field() == Field.ATTACHMENT_NAME).orElse(null),
          stretch.from() + 1,
          stretch.to());
    }
  }
}
