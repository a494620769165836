package io.rapporteur.ingest.kafka;

import io.rapporteur.events.DecisionEvent;
import io.rapporteur.events.DraftCirculated;
import io.rapporteur.events.ListAdopted;
import io.rapporteur.schemas.log.Fold;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewBatch;
import io.rapporteur.schemas.revision.RevisionRule;
import io.rapporteur.states.DraftNews;
import io.rapporteur.states.MeetingNews;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds {@code decision.events.v1} into what participants are told of each meeting. Every event is
 * counted, for the next counts from it; of those that prepare or decide nothing else is kept.
 */
final class MeetingNewsFold implements Fold<DecisionEvent> {

  private final Table<MeetingNews> news;

  /** Keeps it in a table, by consultation. */
  MeetingNewsFold(Table<MeetingNews> news) {
    this.news = news;
  }

  @Override
  public void apply(DecisionEvent event, ViewBatch view) {
    String consultation = event.getConsultation();
    MeetingNews before =
        view.get(news, consultation)
            .orElseGet(() -> new MeetingNews(RevisionRule.NOTHING, List.of(), null));
    if (!RevisionRule.counts(before.getRevision(), event.getRevision())) {
      return;
    }
    MeetingNews.Builder after = MeetingNews.newBuilder(before).setRevision(event.getRevision());
    switch (event.getFact()) {
      case DraftCirculated circulated -> {
        List<DraftNews> circulations = new ArrayList<>(before.getCirculations());
        circulations.add(
            new DraftNews(
                circulated.getVersion(), event.getReceivedAt(), circulated.getCommentsUntil()));
        after.setCirculations(circulations);
      }
      case ListAdopted adopted -> after.setAdoptedAt(event.getReceivedAt());
      default -> {
        // What is prepared, or read at its door.
      }
    }
    view.put(news, consultation, after.build());
  }
}
