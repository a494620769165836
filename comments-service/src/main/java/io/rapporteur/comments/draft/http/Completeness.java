package io.rapporteur.comments.draft.http;

import io.rapporteur.comments.comment.BesideResolution;
import io.rapporteur.comments.comment.BesideResolution.Resolved;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.comment.http.CommentBody;
import io.rapporteur.comments.comment.http.CommentBody.NamedTarget;
import io.rapporteur.comments.comment.http.TargetResolution;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.DraftContent;
import io.rapporteur.schemas.http.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a draft still lacks to be handed in, as its consultation stands now.
 *
 * @param target what it addresses; empty if that fits nothing or too much
 * @param content with its files; empty while something is missing
 * @param beside for whom, with whom and with which files
 * @param faults what a comment would be refused for
 */
public record Completeness(
    Optional<Target> target, Optional<Content> content, Resolved beside, List<Fault> faults) {

  /** Copies the faults. */
  public Completeness {
    faults = List.copyOf(faults);
  }

  /**
   * Looks at a draft.
   *
   * @param besides looks up what stands beside it
   */
  public static Completeness of(Draft draft, Consultation consultation, BesideResolution besides) {
    DraftContent content = draft.said().content();
    List<Fault> faults = new ArrayList<>();
    Target target =
        new TargetResolution(consultation, faults::add).resolve(named(draft.said().named()));
    Optional<Target> resolved = faults.isEmpty() ? Optional.of(target) : Optional.empty();
    Resolved beside = besides.resolve(content.beside(), draft.participant(), faults::add);
    if (content.kind().isEmpty()) {
      faults.add(
          Fault.of("kind", "missing", "one of " + String.join(", ", CommentBody.KINDS.keySet())));
    }
    if (content.text().isEmpty()) {
      faults.add(Fault.of("text", "missing", CommentBody.TEXT.expected()));
    }
    if (content.language().isEmpty()) {
      faults.add(Fault.of("language", "missing", "the language of the text"));
    }
    if (content.proposedText().isPresent() && content.proposedTextLanguage().isEmpty()) {
      faults.add(
          Fault.of(
              "proposedTextLanguage", "missing", "the language version that proposedText amends"));
    }
    if (content.proposedText().isEmpty() && content.proposedTextLanguage().isPresent()) {
      faults.add(Fault.of("proposedText", "missing", "the wording, where its language is named"));
    }
    return new Completeness(
        resolved, content.complete().map(c -> c.with(beside.attachments())), beside, faults);
  }

  private static NamedTarget named(Target target) {
    return new NamedTarget(
        Optional.empty(),
        target.document(),
        target.section(),
        target.recommendation(),
        target.recommendationVersion(),
        target.entry(),
        target.draftVersion());
  }
}
