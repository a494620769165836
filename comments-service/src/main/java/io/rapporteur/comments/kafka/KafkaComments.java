package io.rapporteur.comments.kafka;

import io.rapporteur.comments.comment.Comments;
import io.rapporteur.comments.comment.JointComment;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.events.Author;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.Table.Row;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Comments as events of {@code comment.events.v1}, read back from the desk's own view. Thread-safe.
 */
final class KafkaComments implements Comments {

  private final DeskView view;
  private final EventLog<CommentEvent> log;

  KafkaComments(DeskView view, EventLog<CommentEvent> log) {
    this.view = view;
    this.log = log;
  }

  @Override
  public Optional<JointComment> comment(String id) {
    List<CommentEvent> events = view.revisions.startingWith(id + "/");
    return events.isEmpty()
        ? Optional.empty()
        : JointComment.of(
            events.stream()
                .map(e -> CommentEvents.revision(e, events.getFirst().getReceivedAt()))
                .toList());
  }

  @Override
  public Page of(String participant, String after, int limit) {
    return page(view.owners, participant, after, limit, comment -> true);
  }

  @Override
  public Page askedOf(String participant, String after, int limit) {
    return page(view.asked, participant, after, limit, comment -> comment.isCoSponsor(participant));
  }

  private Page page(
      Table<Author> table,
      String participant,
      String after,
      int limit,
      Predicate<JointComment> shown) {
    String start = participant + "/";
    List<Row<Author>> rows = table.page(start, after.isEmpty() ? "" : start + after, limit + 1);
    List<Row<Author>> page = rows.subList(0, Math.min(limit, rows.size()));
    return new Page(
        page.stream()
            .map(row -> row.key().substring(row.key().lastIndexOf('/') + 1))
            .map(this::comment)
            .flatMap(Optional::stream)
            .filter(shown)
            .toList(),
        rows.size() > limit
            ? Optional.of(page.getLast().key().substring(start.length()))
            : Optional.empty());
  }

  @Override
  public void append(Revision made) {
    EventLog.Appended appended = log.append(made.comment(), CommentEvents.event(made));
    if (!view.reader.await(appended, EventLog.PATIENCE)) {
      throw new OutcomeUnknownException(
          "view: behind the log after " + EventLog.PATIENCE.toSeconds() + " s");
    }
  }

  @Override
  public boolean catchUp() {
    return view.reader.awaitEnd(List.of(TopicCatalogue.COMMENT_EVENTS), EventLog.PATIENCE);
  }
}
