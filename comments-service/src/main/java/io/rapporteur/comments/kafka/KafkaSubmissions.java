package io.rapporteur.comments.kafka;

import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.submission.HandedIn;
import io.rapporteur.comments.submission.Plan;
import io.rapporteur.comments.submission.Submission;
import io.rapporteur.comments.submission.Submissions;
import io.rapporteur.events.ParticipationEvent;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.log.Partitioning;
import io.rapporteur.schemas.log.Table.Row;
import io.rapporteur.schemas.log.TransactionalLog;
import io.rapporteur.schemas.log.TransactionalLog.Entry;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.states.DraftRecord;
import io.rapporteur.states.HandingInPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Submissions as events of {@code participation.events.v1} and {@code comment.events.v1}, appended
 * as one, and their plans as records of {@code draft.state.v1}. Thread-safe.
 */
final class KafkaSubmissions implements Submissions {

  private static final Partitioning BY_PARTICIPANT =
      Partitioning.byKey(TopicCatalogue.PARTICIPATION_EVENTS);
  private static final Partitioning BY_COMMENT = Partitioning.byKey(TopicCatalogue.COMMENT_EVENTS);

  private final DeskView view;
  private final EventLog<DraftRecord> plans;
  private final TransactionalLog log;

  KafkaSubmissions(DeskView view, EventLog<DraftRecord> plans, TransactionalLog log) {
    this.view = view;
    this.plans = plans;
    this.log = log;
  }

  @Override
  public Optional<Plan> plan(String act) {
    return view.drafts.plans.get(act).map(SubmissionEvents::plan);
  }

  @Override
  public Optional<String> holder(String draft) {
    return view.drafts.holders.get(draft).map(HandingInPlan::getAct);
  }

  @Override
  public Optional<HandedIn> act(String act) {
    return view.participation.acts.get(act).map(SubmissionEvents::handedIn);
  }

  @Override
  public Optional<Submission> submission(String submission) {
    return act(submission).filter(act -> !act.adds()).map(this::withAdditions);
  }

  @Override
  public Page of(Optional<String> participant, String after, int limit) {
    String start = participant.map(code -> code + "/").orElse("");
    List<Row<ParticipationEvent>> rows = view.participation.places.page(start, after, limit + 1);
    List<Row<ParticipationEvent>> shown = rows.subList(0, Math.min(limit, rows.size()));
    return new Page(
        shown.stream().map(row -> withAdditions(SubmissionEvents.handedIn(row.value()))).toList(),
        rows.size() > limit ? Optional.of(shown.getLast().key()) : Optional.empty());
  }

  @Override
  public List<Revision> comments(String submission) {
    String start = submission + "/";
    return view.submissionComments.page(start, "", Integer.MAX_VALUE).stream()
        .map(row -> row.key().substring(start.length()))
        .map(comment -> view.revisions.get(CountedEvents.key(comment, 1)))
        .flatMap(Optional::stream)
        .map(event -> CommentEvents.revision(event, event.getReceivedAt()))
        .toList();
  }

  @Override
  public boolean fits(Together together) {
    return TransactionalLog.fits(entries(together));
  }

  @Override
  public void append(Plan plan) {
    String save = UUID.randomUUID().toString();
    String key = plan.participant() + "/" + plan.act() + "/" + save;
    await(List.of(plans.append(key, SubmissionEvents.record(plan, save))));
  }

  @Override
  public void append(Together together) {
    await(log.append(entries(together)));
  }

  @Override
  public int fitting(List<Revision> revisions) {
    long bytes = 0;
    int fitting = 0;
    for (Entry entry : entries(revisions)) {
      bytes += entry.key().length + entry.value().length;
      boolean fits =
          bytes <= TransactionalLog.MOST_BYTES && fitting < TransactionalLog.MOST_RECORDS;
      if (!fits) {
        break;
      }
      fitting++;
    }
    return fitting;
  }

  @Override
  public void append(List<Revision> revisions) {
    await(log.append(entries(revisions)));
  }

  private List<Entry> entries(List<Revision> revisions) {
    return revisions.stream()
        .map(r -> log.entry(BY_COMMENT, r.comment(), CommentEvents.event(r)))
        .toList();
  }

  @Override
  public boolean catchUp() {
    return view.reader.awaitEnd(
        List.of(
            TopicCatalogue.PARTICIPATION_EVENTS,
            TopicCatalogue.COMMENT_EVENTS,
            TopicCatalogue.DRAFTS),
        EventLog.PATIENCE);
  }

  private List<Entry> entries(Together together) {
    HandedIn handedIn = together.handedIn();
    List<Entry> entries = new ArrayList<>(entries(together.comments()));
    together
        .drafts()
        .forEach(
            draft ->
                entries.add(
                    log.entry(
                        KafkaDrafts.BY_DRAFT,
                        DraftRecords.key(draft),
                        DraftRecords.record(draft))));
    entries.add(
        log.entry(
            BY_PARTICIPANT, handedIn.author().participant(), SubmissionEvents.event(handedIn)));
    return entries;
  }

  private Submission withAdditions(HandedIn first) {
    return new Submission(
        first,
        view.participation.additions.startingWith(first.submission() + "/").stream()
            .map(SubmissionEvents::handedIn)
            .toList());
  }

  private void await(Collection<EventLog.Appended> appended) {
    if (!view.reader.await(appended, EventLog.PATIENCE)) {
      throw new OutcomeUnknownException(
          "view: behind the log after " + EventLog.PATIENCE.toSeconds() + " s");
    }
  }
}
