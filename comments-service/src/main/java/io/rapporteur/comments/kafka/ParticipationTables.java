package io.rapporteur.comments.kafka;

import io.rapporteur.events.Author;
import io.rapporteur.events.ParticipationEvent;
import io.rapporteur.events.SubmissionAdded;
import io.rapporteur.events.SubmissionHandedIn;
import io.rapporteur.schemas.log.Fold;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewBatch;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.revision.RevisionRule;
import java.util.Locale;

/** What participants handed in as one act, as the desk's view keeps it. */
final class ParticipationTables {

  /** The last counted event of each subject, by {@code participant/subject}. */
  final Table<ParticipationEvent> current;

  /** Counted acts of handing in, by their id. */
  final Table<ParticipationEvent> acts;

  /** Submissions, by {@code participant/time/submission}. */
  final Table<ParticipationEvent> places;

  /** What was added, by {@code submission/time/act}. */
  final Table<ParticipationEvent> additions;

  /** What names an attachment, by {@code attachment/what names it}. */
  private final Table<Author> naming;

  /** What else is done with each event that counts. */
  private final Fold<ParticipationEvent> also;

  ParticipationTables(ViewStore store, Table<Author> naming, Fold<ParticipationEvent> also) {
    this.naming = naming;
    this.also = also;
    current = store.table("participation", ParticipationEvent.getClassSchema());
    acts = store.table("handed-in", ParticipationEvent.getClassSchema());
    places = store.table("handed-in-by", ParticipationEvent.getClassSchema());
    additions = store.table("added-to", ParticipationEvent.getClassSchema());
  }

  void fold(ParticipationEvent event, ViewBatch view) {
    String subject = event.getParticipant() + "/" + event.getSubject();
    int standing =
        view.get(current, subject)
            .map(ParticipationEvent::getRevision)
            .orElse(RevisionRule.NOTHING);
    if (!RevisionRule.counts(standing, event.getRevision())) {
      return;
    }
    view.put(current, subject, event);
    also.apply(event, view);
    switch (event.getFact()) {
      case SubmissionHandedIn handedIn -> {
        view.put(acts, act(event), event);
        view.put(places, key(event.getParticipant(), event), event);
        name(handedIn, event, view);
      }
      case SubmissionAdded added -> {
        view.put(acts, act(event), event);
        view.put(additions, key(added.getSubmission(), event), event);
        name(added.getAddition(), event, view);
      }
      default -> {
        // What else is told of participants is for others.
      }
    }
  }

  private void name(SubmissionHandedIn fact, ParticipationEvent event, ViewBatch view) {
    fact.getAttachments()
        .forEach(a -> view.put(naming, a.getAttachment() + "/" + act(event), fact.getAuthor()));
  }

  static String act(ParticipationEvent event) {
    return event.getSubject().substring(event.getSubject().lastIndexOf('/') + 1);
  }

  private static String key(String first, ParticipationEvent event) {
    return String.format(
        Locale.ROOT, "%s/%015d/%s", first, event.getReceivedAt().toEpochMilli(), act(event));
  }
}
