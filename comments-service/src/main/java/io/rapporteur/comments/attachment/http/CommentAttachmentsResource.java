package io.rapporteur.comments.attachment.http;

import io.rapporteur.comments.attachment.Serving;
import io.rapporteur.comments.attachment.Upload;
import io.rapporteur.comments.attachment.Uploads;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.HandingIn;
import io.rapporteur.comments.comment.JointComment;
import io.rapporteur.comments.comment.Outcome;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The files of a comment, for those who may see the comment: whom it is sealed from gets a 404. */
@RestController
@RequestMapping("/api/v1/comments/{id}/attachments")
public final class CommentAttachmentsResource {

  private final HandingIn handingIn;
  private final Uploads uploads;
  private final ServedFile served;

  /** Puts the door together. */
  public CommentAttachmentsResource(HandingIn handingIn, Uploads uploads, Serving serving) {
    this.handingIn = handingIn;
    this.uploads = uploads;
    this.served = new ServedFile(serving);
  }

  @GetMapping("/{attachment}")
  ResponseEntity<Resource> bytes(
      @PathVariable String id,
      @PathVariable String attachment,
      WebRequest request,
      Authentication authentication)
      throws IOException {
    Caller caller = Caller.of(authentication);
    Optional<String> sight =
        caller.isSecretariat() ? Optional.empty() : Optional.of(caller.participant().orElse(""));
    Upload upload = upload(handingIn.find(id, sight), attachment);
    return StoreAnswers.of(
        () -> served.answer(upload, caller.belongsTo(upload.participant()), request));
  }

  private Upload upload(Outcome outcome, String attachment) {
    return switch (outcome) {
      case Outcome.Counted(JointComment comment) ->
          comment
              .text()
              .flatMap(text -> named(text, attachment))
              .orElseThrow(CommentAttachmentsResource::nothing);
      case Outcome.ViewBehind behind ->
          throw new RefusedException(
              ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
      default -> throw nothing();
    };
  }

  /** What the comment names as it stands; the file may be known to the log a moment later. */
  private Optional<Upload> named(Revision revision, String attachment) {
    boolean named =
        revision.content().stream()
            .map(Content::attachments)
            .flatMap(java.util.List::stream)
            .anyMatch(a -> a.id().equals(attachment));
    if (!named) {
      return Optional.empty();
    }
    Optional<Upload> upload = uploads.upload(attachment);
    return upload.isEmpty() && uploads.catchUp() ? uploads.upload(attachment) : upload;
  }

  private static RefusedException nothing() {
    return new RefusedException(
        ProblemType.NOT_FOUND, "There is no attachment of this id that this caller may see.");
  }
}
