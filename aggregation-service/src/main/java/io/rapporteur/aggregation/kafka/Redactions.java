package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Redaction;
import io.rapporteur.aggregation.redaction.RedactionLine;
import io.rapporteur.events.Attachment;
import io.rapporteur.events.CommentContent;
import io.rapporteur.events.CourtesyTranslation;
import io.rapporteur.states.CompiledComment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is redacted in the comments of a consultation, as of now or as of a cut. Immutable. */
final class Redactions {

  private final Map<String, Map<Integer, List<Redaction>>> byComment;

  /** What these lines leave redacted, by comment. */
  Redactions(Map<String, RedactionLine> lines) {
    byComment =
        lines.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, line -> line.getValue().byText()));
  }

  /** What is redacted in the text of a revision. */
  List<Redaction> of(CompiledComment revision) {
    return byComment
        .getOrDefault(revision.getComment(), Map.of())
        .getOrDefault(revision.getRevision(), List.of());
  }

  /** A comment with all that it says, and what of it is redacted. */
  Comment comment(CompiledComment revision) {
    return CompiledComments.comment(revision, of(revision));
  }

  /** The same text with marks in place of what is redacted, and the reasons. */
  CompiledComment marked(CompiledComment text) {
    if (of(text).isEmpty() || text.getContent() == null) {
      return text;
    }
    Comment.Content marked = comment(text).said().redacted();
    return CompiledComment.newBuilder(text)
        .setContent(content(text.getContent(), marked))
        .setRedactions(
            marked.redactions().stream()
                .map(each -> each.reason().toUpperCase(Locale.ROOT).replace('-', '_'))
                .toList())
        .build();
  }

  private static CommentContent content(CommentContent original, Comment.Content marked) {
    List<CourtesyTranslation> translations = new ArrayList<>();
    for (Comment.Translation each : marked.translations()) {
      translations.add(new CourtesyTranslation(each.language(), each.text(), each.author()));
    }
    List<Attachment> attachments = new ArrayList<>();
    for (Comment.Attachment each : marked.attachments()) {
      attachments.add(
          new Attachment(each.id(), each.name(), each.mediaType(), each.size(), each.sha256()));
    }
    return CommentContent.newBuilder(original)
        .setText(marked.text())
        .setTranslations(translations)
        .setProposedText(marked.proposedText().orElse(null))
        .setRationale(marked.rationale().orElse(null))
        .setQuotation(marked.quotation().orElse(null))
        .setAttachments(attachments)
        .build();
  }
}
