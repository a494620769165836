package io.rapporteur.comments.kafka;

import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.Drafts;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.log.Partitioning;
import io.rapporteur.schemas.log.Table.Row;
import io.rapporteur.schemas.log.TransactionalLog;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.states.DraftRecord;
import io.rapporteur.states.PlannedDraft;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Drafts as records of {@code draft.state.v1}, read back from the desk's own view. Thread-safe. */
final class KafkaDrafts implements Drafts {

  static final Partitioning BY_DRAFT = Partitioning.byFirstPart(TopicCatalogue.DRAFTS);

  private static final int SCANNED_AT_ONCE = 500;

  private final DeskView view;
  private final EventLog<DraftRecord> log;
  private final TransactionalLog together;

  KafkaDrafts(DeskView view, EventLog<DraftRecord> log, TransactionalLog together) {
    this.view = view;
    this.log = log;
    this.together = together;
  }

  @Override
  public Optional<Draft> current(String draft) {
    return view.drafts.current.get(draft).map(DraftRecords::draft);
  }

  @Override
  public Optional<Draft> version(String draft, int number) {
    return view.drafts.versions.get(CountedEvents.key(draft, number)).map(DraftRecords::draft);
  }

  @Override
  public List<Draft> versions(String draft) {
    return view.drafts.versions.startingWith(draft + "/").stream()
        .map(DraftRecords::draft)
        .toList();
  }

  @Override
  public Page of(String participant, Predicate<Draft> wanted, String after, int limit) {
    String start = participant + "/";
    List<Draft> found = new ArrayList<>();
    String last = after.isEmpty() ? "" : start + after;
    String shown = "";
    List<Row<PlannedDraft>> rows;
    do {
      rows = view.drafts.owned.page(start, last, SCANNED_AT_ONCE);
      for (Row<PlannedDraft> row : rows) {
        last = row.key();
        Optional<Draft> draft = current(row.value().getDraft()).filter(wanted);
        if (draft.isPresent()) {
          if (found.size() == limit) {
            return new Page(found, Optional.of(shown.substring(start.length())));
          }
          found.add(draft.get());
          shown = row.key();
        }
      }
    } while (rows.size() == SCANNED_AT_ONCE);
    return new Page(found, Optional.empty());
  }

  @Override
  public void append(List<Draft> saves) {
    Map<String, DraftRecord> records = new LinkedHashMap<>();
    saves.forEach(save -> records.put(DraftRecords.key(save), DraftRecords.record(save)));
    await(log.append(records));
  }

  @Override
  public void appendTogether(List<Draft> saves) {
    await(
        together.append(
            saves.stream()
                .map(
                    save ->
                        together.entry(BY_DRAFT, DraftRecords.key(save), DraftRecords.record(save)))
                .toList()));
  }

  @Override
  public boolean catchUp() {
    return view.reader.awaitEnd(List.of(TopicCatalogue.DRAFTS), EventLog.PATIENCE);
  }

  private void await(Collection<EventLog.Appended> appended) {
    if (!view.reader.await(appended, EventLog.PATIENCE)) {
      throw new OutcomeUnknownException(
          "view: behind the log after " + EventLog.PATIENCE.toSeconds() + " s");
    }
  }
}
