package io.rapporteur.comments.comment.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.comments.comment.Attachment;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.schemas.http.DifferenceView;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A comment as its delegation and the secretariat get it; what was not given is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommentView(
    String id,
    int revision,
    String status,
    String consultation,
    @Nullable String document,
    @Nullable String section,
    @Nullable String recommendation,
    @Nullable Integer recommendationVersion,
    String participant,
    @Nullable String kind,
    @Nullable String position,
    @Nullable String text,
    @Nullable String language,
    @Nullable List<Content.Translation> translations,
    @Nullable String proposedText,
    @Nullable String proposedTextLanguage,
    @Nullable List<DifferenceView> difference,
    @Nullable String rationale,
    @Nullable String quotation,
    @Nullable List<Attachment> attachments,
    int round,
    boolean late,
    Instant submittedAt,
    Instant receivedAt,
    ReceiptView receipt) {

  /**
   * Shows a comment.
   *
   * @param difference of the proposed text from the version that it addresses
   */
  static CommentView of(Revision revision, Optional<List<Stretch>> difference) {
    Target target = revision.target();
    @Nullable Content content = revision.content().orElse(null);
    return new CommentView(
        revision.comment(),
        revision.number(),
        revision.withdraws() ? "withdrawn" : "standing",
        revision.consultation(),
        target.document().orElse(null),
        target.section().orElse(null),
        target.recommendation().orElse(null),
        target.recommendationVersion().orElse(null),
        revision.author().participant(),
        content == null ? null : content.kind().word(),
        content == null ? null : content.position().word(),
        content == null ? null : content.text(),
        content == null ? null : content.language(),
        content == null ? null : content.translations(),
        content == null ? null : content.proposedText().orElse(null),
        content == null ? null : content.proposedTextLanguage().orElse(null),
        difference.map(DifferenceView::of).orElse(null),
        content == null ? null : content.rationale().orElse(null),
        content == null ? null : content.quotation().orElse(null),
        content == null ? null : content.attachments(),
        revision.round(),
        revision.late(),
        revision.submittedAt(),
        revision.receivedAt(),
        ReceiptView.of(revision));
  }

  /** The receipt of the revision. */
  record ReceiptView(
      String code,
      String comment,
      int revision,
      String participant,
      List<String> items,
      Instant receivedAt,
      String nonce,
      String digest,
      String signature) {

    static ReceiptView of(Revision revision) {
      return new ReceiptView(
          revision.receipt().code(),
          revision.comment(),
          revision.number(),
          revision.author().participant(),
          revision.target().recommendation().or(revision.target()::section).stream().toList(),
          revision.receivedAt(),
          revision.receipt().nonce(),
          revision.receipt().digest(),
          revision.receipt().signature());
    }
  }
}
