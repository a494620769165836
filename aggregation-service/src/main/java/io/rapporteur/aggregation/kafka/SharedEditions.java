package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.PublishedNotice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What participants read of an edition that is not public. The public topic holds nothing of it, so
 * it is computed from its cut, and what became of its comments since from their revisions.
 * Thread-safe.
 */
final class SharedEditions {

  private final CompilationView view;

  SharedEditions(CompilationView view) {
    this.view = view;
  }

  /** Its comments, without what was withdrawn since. */
  List<Comment> comments(String consultation, String edition, Redactions redactions) {
    List<Comment> comments = new ArrayList<>();
    each(
        consultation,
        edition,
        redactions,
        (text, revisions) -> {
          if (!NoticesSince.isWithdrawn(revisions)) {
            comments.add(card(consultation, text, redactions));
          }
        });
    return List.copyOf(comments);
  }

  private Comment card(String consultation, CompiledComment text, Redactions redactions) {
    String comment = text.getComment();
    String key = CountedEvents.key(consultation + "/" + comment, text.getRevision());
    return CompiledComments.cardInPublic(
        text,
        () ->
            NoticesSince.isWithdrawn(view.history(consultation, comment))
                ? Optional.empty()
                : view.revisions.get(key).map(redactions::marked));
  }

  /** The notices that the public would read in their place. */
  List<PublishedNotice> notices(String consultation, String edition) {
    List<PublishedNotice> notices = new ArrayList<>();
    each(
        consultation,
        edition,
        new Redactions(Map.of(), comment -> List.of()),
        (text, revisions) ->
            NoticesSince.kind(text, revisions)
                .map(kind -> NoticesSince.notice(text, kind))
                .ifPresent(notices::add));
    return List.copyOf(notices);
  }

  @FunctionalInterface
  private interface Text {
    void at(CompiledComment text, List<CompiledComment> revisions);
  }

  private void each(String consultation, String edition, Redactions redactions, Text then) {
    List<List<CompiledComment>> histories = view.histories(consultation);
    Map<String, List<CompiledComment>> byComment = new HashMap<>();
    histories.forEach(revisions -> byComment.put(revisions.getFirst().getComment(), revisions));
    view.cut(consultation, edition)
        .map(cut -> EditionContents.of(histories, cut, redactions).inPublic())
        .orElse(List.of())
        .forEach(text -> then.at(text, byComment.getOrDefault(text.getComment(), List.of())));
  }
}
