package io.rapporteur.aggregation.redaction.http;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Consultation.Edition;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Leaf;
import io.rapporteur.schemas.http.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The texts of comments that can be redacted, and those of them that others read. */
final class CommentTexts {

  private final Compilations compilations;

  CommentTexts(Compilations compilations) {
    this.compilations = compilations;
  }

  /** What a revision says; a fault is noted if there is no such comment or it makes no text. */
  Optional<Content> of(String consultation, String comment, int revision, Fields fields) {
    compilations.freshen();
    List<Comment> history =
        compilations.histories(consultation).stream()
            .filter(each -> each.getFirst().id().equals(comment))
            .findFirst()
            .orElse(List.of());
    Optional<Content> said =
        history.stream()
            .filter(each -> each.revision() == revision)
            .findFirst()
            .flatMap(Comment::content)
            .map(Comment.Saying::read);
    if (history.isEmpty() && !comment.isEmpty()) {
      fields.fault("comment", comment, "id of a comment of " + consultation);
    } else if (said.isEmpty() && revision > 0) {
      fields.fault(
          "revision",
          Integer.toString(revision),
          "one that makes a text: "
              + history.stream()
                  .filter(each -> each.content().isPresent())
                  .map(each -> Integer.toString(each.revision()))
                  .collect(Collectors.joining(", ")));
    }
    return said;
  }

  /** The texts of all editions that these read, as {@code comment/revision}. */
  Set<String> readBy(Consultation consultation, Audience audience) {
    Set<String> texts = new HashSet<>();
    for (Edition edition : consultation.editions()) {
      if (compilations.manifest(consultation.id(), edition.name(), audience).isPresent()) {
        compilations.leaves(consultation.id(), edition.name()).stream()
            .map(Leaf::text)
            .forEach(texts::add);
        compilations.published(consultation.id(), edition.name(), audience).stream()
            .map(comment -> comment.id() + "/" + comment.revision())
            .forEach(texts::add);
      }
    }
    return texts;
  }
}
