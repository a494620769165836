package io.rapporteur.comments.submission.http;

import io.rapporteur.comments.comment.BesideResolution.Resolved;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.comment.http.CommentBody;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.http.Completeness;
import io.rapporteur.comments.submission.Line;
import java.util.Map;
import java.util.Optional;

/** Makes the lines of an act of what is complete. Stateless. */
public final class ReadyLine {

  private ReadyLine() {}

  /** The line of a draft; empty if it is not complete. */
  public static Optional<Line> of(Draft draft, Completeness found) {
    return found.faults().isEmpty()
        ? found
            .target()
            .flatMap(
                target ->
                    found
                        .content()
                        .map(
                            content ->
                                line(0, Optional.of(draft), target, content, found.beside())))
        : Optional.empty();
  }

  /** The line of a comment that the request itself holds. */
  static Line inline(int place, Target target, Content content, Resolved beside) {
    return line(place, Optional.empty(), target, content.with(beside.attachments()), beside);
  }

  private static Line line(
      int place, Optional<Draft> draft, Target target, Content content, Resolved beside) {
    Map<String, Object> said = CommentBody.canonical(content);
    target.document().ifPresent(d -> said.put("document", d));
    target.section().ifPresent(s -> said.put("section", s));
    target.recommendation().ifPresent(r -> said.put("recommendation", r));
    target.recommendationVersion().ifPresent(v -> said.put("recommendationVersion", v));
    target.entry().ifPresent(e -> said.put("entry", e));
    target.draftVersion().ifPresent(v -> said.put("draftVersion", v));
    beside.onBehalfOf().ifPresent(group -> said.put("onBehalfOf", group));
    if (!beside.invited().isEmpty()) {
      said.put("coSponsors", beside.invited().stream().map(a -> a.participant()).sorted().toList());
    }
    return new Line(place, draft, target, content, beside.onBehalfOf(), beside.invited(), said);
  }
}
