package io.rapporteur.comments.submission.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.comments.comment.Attachment;
import io.rapporteur.comments.comment.JointComment;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.comment.http.LateDecisionView;
import io.rapporteur.comments.submission.CoverLetter;
import io.rapporteur.comments.submission.HandedIn;
import io.rapporteur.comments.submission.Submission;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Notices;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submission as its delegation and the secretariat get it; what was not given is left out.
 *
 * @param comments those handed in and those added, in the order of the text, with their fate
 * @param notHandedIn faults of the lines that were left out, where that was asked for
 * @param overtaken drafts that were saved anew while their released version was handed in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubmissionView(
    String id,
    int revision,
    String participant,
    String consultation,
    ActView handedIn,
    List<ActView> additions,
    @Nullable List<SubmittedComment> comments,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> notHandedIn,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> overtaken,
    String notice) {

  /** One act of handing in. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ActView(
      String id,
      Instant receivedAt,
      String by,
      int round,
      boolean late,
      int comments,
      String digest,
      @Nullable String coverLetter,
      @Nullable String language,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attachment> attachments,
      @Nullable RegistrationView registration,
      ReceiptView receipt) {

    static ActView of(HandedIn act) {
      return new ActView(
          act.act(),
          act.receivedAt(),
          act.by(),
          act.round(),
          act.late(),
          act.comments(),
          act.digest(),
          act.coverLetter().map(CoverLetter::text).orElse(null),
          act.coverLetter().map(CoverLetter::language).orElse(null),
          act.attachments(),
          act.registration()
              .map(
                  r ->
                      new RegistrationView(
                          r.channel().word(), r.arrivedAt(), r.reference(), r.clerk()))
              .orElse(null),
          new ReceiptView(
              act.receipt().code(),
              act.act(),
              act.author().participant(),
              act.receivedAt(),
              act.receipt().nonce(),
              act.receipt().digest(),
              act.receipt().signature()));
    }
  }

  /** How it arrived. */
  record RegistrationView(String channel, Instant arrivedAt, String reference, String clerk) {}

  /** The receipt of an act. */
  record ReceiptView(
      String code,
      String submission,
      String participant,
      Instant receivedAt,
      String nonce,
      String digest,
      String signature) {}

  /**
   * A comment and its fate.
   *
   * @param act with which it was handed in
   * @param revision of the text that stands, or of its withdrawal
   * @param late that text came after the deadline
   * @param lateDecision what was decided on that; absent while it waits
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SubmittedComment(
      String id,
      String act,
      @Nullable String document,
      @Nullable String section,
      @Nullable String recommendation,
      @Nullable String entry,
      int revision,
      String status,
      boolean late,
      @Nullable LateDecisionView lateDecision) {

    static SubmittedComment of(String act, JointComment comment) {
      Revision stands = comment.text().orElse(comment.last());
      Target target = comment.first().target();
      return new SubmittedComment(
          stands.comment(),
          act,
          target.document().orElse(null),
          target.section().orElse(null),
          target.recommendation().orElse(null),
          target.entry().orElse(null),
          stands.number(),
          comment.withdrawn() ? "withdrawn" : "standing",
          stands.late(),
          LateDecisionView.of(comment).orElse(null));
    }
  }

  static SubmissionView of(
      Submission submission,
      @Nullable List<SubmittedComment> comments,
      List<Fault> notHandedIn,
      List<String> overtaken) {
    return new SubmissionView(
        submission.id(),
        submission.revision(),
        submission.first().author().participant(),
        submission.first().consultation(),
        ActView.of(submission.first()),
        submission.additions().stream().map(ActView::of).toList(),
        comments,
        notHandedIn,
        overtaken,
        Notices.AS_RECEIVED);
  }
}
