package io.rapporteur.comments.kafka;

import io.rapporteur.comments.comment.Comments;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.log.Table.Row;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.util.List;
import java.util.Optional;

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
  public Optional<Revision> current(String comment) {
    return view.current.get(comment).map(this::revision);
  }

  @Override
  public Optional<Revision> revision(String comment, int number) {
    return view.revisions.get(CountedEvents.key(comment, number)).map(this::revision);
  }

  @Override
  public List<Revision> revisions(String comment) {
    return view.revisions.startingWith(comment + "/").stream().map(this::revision).toList();
  }

  @Override
  public Page of(String participant, String after, int limit) {
    String start = participant + "/";
    List<Row<io.rapporteur.events.Author>> rows =
        view.owners.page(start, after.isEmpty() ? "" : start + after, limit + 1);
    List<Row<io.rapporteur.events.Author>> shown = rows.subList(0, Math.min(limit, rows.size()));
    List<Revision> comments =
        shown.stream()
            .map(row -> row.key().substring(row.key().lastIndexOf('/') + 1))
            .map(this::current)
            .flatMap(Optional::stream)
            .toList();
    return new Page(
        comments,
        rows.size() > limit
            ? Optional.of(shown.getLast().key().substring(start.length()))
            : Optional.empty());
  }

  @Override
  public void append(Revision made) {
    CommentEvent event = CommentEvents.event(made);
    view.submissions
        .get(made.comment())
        .ifPresent(first -> event.setSubmission(first.getSubmission()));
    EventLog.Appended appended = log.append(made.comment(), event);
    if (!view.reader.await(appended, EventLog.PATIENCE)) {
      throw new OutcomeUnknownException(
          "view: behind the log after " + EventLog.PATIENCE.toSeconds() + " s");
    }
  }

  @Override
  public boolean catchUp() {
    return view.reader.awaitEnd(List.of(TopicCatalogue.COMMENT_EVENTS), EventLog.PATIENCE);
  }

  private Revision revision(CommentEvent event) {
    var submittedAt =
        event.getRevision() == 1
            ? event.getReceivedAt()
            : view.submissions.get(event.getComment()).orElse(event).getReceivedAt();
    return CommentEvents.revision(event, submittedAt);
  }
}
