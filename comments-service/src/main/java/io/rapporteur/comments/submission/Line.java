package io.rapporteur.comments.submission;

import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.schemas.revision.RequestId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One comment that is to be handed in with others.
 *
 * @param place its place in the request, from 0; of no meaning for a draft
 * @param draft the released draft that it comes from, at the version that is handed in
 * @param content with its files
 * @param onBehalfOf code of the group that it speaks for
 * @param invited who is asked to join
 * @param said all of it in canonical terms
 */
public record Line(
    int place,
    Optional<Draft> draft,
    Target target,
    Content content,
    Optional<String> onBehalfOf,
    List<Author> invited,
    Map<String, Object> said) {

  /** Copies the list. */
  public Line {
    invited = List.copyOf(invited);
  }

  /**
   * The id of the comment that it becomes: from the request and its place, so that a retry makes
   * the same; from the draft alone where there is one, so that no draft is ever handed in twice.
   */
  public String comment(RequestId request) {
    return draft
        .map(d -> ofDraft(d.id()))
        .orElseGet(
            () -> RequestId.of(request.value(), Integer.toString(place)).created().toString());
  }

  /** The id of the comment that a draft becomes. */
  public static String ofDraft(String draft) {
    return RequestId.of("draft", draft).created().toString();
  }
}
