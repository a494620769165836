package io.rapporteur.comments.comment.http;

import io.rapporteur.comments.comment.Attachment;
import io.rapporteur.comments.comment.Attachments;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** From the ids that a body names to the files of its delegation. */
final class NamedAttachments {

  private final Attachments attachments;

  NamedAttachments(Attachments attachments) {
    this.attachments = attachments;
  }

  /**
   * What a body says, with its files.
   *
   * @param participant whose they must be
   * @param faults told of each that is not
   */
  Content content(CommentBody body, String participant, Consumer<Fault> faults) {
    if (body.attachments().isEmpty()) {
      return body.content();
    }
    List<Attachment> files = new ArrayList<>();
    for (String id : body.attachments()) {
      Optional<Attachment> file = attachments.attachment(id, participant);
      if (file.isEmpty() && attachments.catchUp()) {
        file = attachments.attachment(id, participant);
      }
      if (file.isEmpty()) {
        faults.accept(
            Fault.of(
                ProblemType.UNKNOWN_REFERENCE,
                "attachments",
                id,
                "id of a file that the delegation uploaded and that was not refused",
                List.of()));
      }
      file.ifPresent(files::add);
    }
    return body.content().with(files);
  }
}
