package io.rapporteur.comments.submission;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Attachment;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One act of handing in, as it counted: a submission, or what was added to it.
 *
 * @param act id of the act; of a submission, its own id
 * @param comments how many were handed in with it
 * @param digest SHA-256 of its comments in canonical form (RFC 8785)
 * @param attachments files of the act itself, such as annexes of the cover letter
 */
public record HandedIn(
    String act,
    String submission,
    Author author,
    String requestId,
    String requestDigest,
    String by,
    Instant receivedAt,
    String consultation,
    int round,
    boolean late,
    int comments,
    String digest,
    Optional<CoverLetter> coverLetter,
    List<Attachment> attachments,
    Optional<Registration> registration,
    Receipt receipt) {

  /** Copies the list. */
  public HandedIn {
    attachments = List.copyOf(attachments);
  }

  /** Whether it was added to a submission that stood before. */
  public boolean adds() {
    return !act.equals(submission);
  }

  /** Whether it was made by this very request. */
  public boolean madeBy(Act request) {
    return requestId.equals(request.requestId().value())
        && requestDigest.equals(request.requestDigest());
  }
}
