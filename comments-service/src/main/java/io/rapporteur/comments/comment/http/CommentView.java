package io.rapporteur.comments.comment.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.comments.comment.Attachment;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.schemas.http.DifferenceView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment as those get it who may see it; what was not given is left out.
 *
 * @param textRevision the revision that made the text shown
 * @param inForce the revision whose text is in force
 * @param submission id of the submission that it was handed in with; a co-sponsor sees none
 */
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
    @Nullable String entry,
    @Nullable Integer draftVersion,
    String participant,
    @Nullable String onBehalfOf,
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
    @Nullable Integer textRevision,
    @Nullable Integer inForce,
    List<CoSponsorView> coSponsors,
    int round,
    boolean late,
    @Nullable LateDecisionView lateDecision,
    @Nullable String submission,
    Instant submittedAt,
    Instant receivedAt,
    @Nullable ReceiptView receipt) {

  /**
   * Who was asked to join.
   *
   * @param status {@code asked}, {@code joined}, or {@code asked-again} since the text changed
   * @param text the last text that it joined
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CoSponsorView(String participant, String status, @Nullable Integer text) {}

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
          revision.actor().orElse(revision.by()),
          items(revision.target()),
          revision.receivedAt(),
          revision.receipt().nonce(),
          revision.receipt().digest(),
          revision.receipt().signature());
    }

    private static List<String> items(Target target) {
      return target.recommendation().or(target::entry).or(target::section).stream().toList();
    }
  }
}
