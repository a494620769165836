package io.rapporteur.comments.kafka;

import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewBatch;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.revision.RevisionRule;
import io.rapporteur.states.DraftRecord;
import io.rapporteur.states.DraftState;
import io.rapporteur.states.HandingInPlan;
import io.rapporteur.states.ImportLines;
import io.rapporteur.states.ImportState;
import io.rapporteur.states.PlannedDraft;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Drafts and plans of handing in, as the desk's view keeps them.
 *
 * <p>A save counts if its version is the current one plus one, so the first in the log wins. A plan
 * counts if it is the first of its act and names no draft that another plan holds: all plans of a
 * delegation are in one partition, so its order decides. A plan holds its drafts for {@link #HELD},
 * by the times that the plans say themselves: an act that nobody completed blocks no draft for
 * longer.
 */
final class DraftTables {

  static final Duration HELD = Duration.ofMinutes(10);

  /** Counted versions, by {@code draft/version}. */
  final Table<DraftState> versions;

  /** The last counted version, by draft. */
  final Table<DraftState> current;

  /** Whose drafts, by {@code participant/time of the first save/draft}. */
  final Table<PlannedDraft> owned;

  /** Counted plans, by act. */
  final Table<HandingInPlan> plans;

  /** The last plan that holds a draft, without its lists, by draft. */
  final Table<HandingInPlan> holders;

  /** Reports of imports. */
  final ImportTables imports;

  DraftTables(ViewStore store) {
    imports = new ImportTables(store);
    versions = store.table("draft-version", DraftState.getClassSchema());
    current = store.table("draft", DraftState.getClassSchema());
    owned = store.table("draft-owner", PlannedDraft.getClassSchema());
    plans = store.table("plan", HandingInPlan.getClassSchema());
    holders = store.table("plan-holds", HandingInPlan.getClassSchema());
  }

  void fold(DraftRecord record, ViewBatch view) {
    switch (record.getFact()) {
      case DraftState state -> save(state, view);
      case HandingInPlan plan -> plan(plan, view);
      case ImportState report -> imports.report(report, view);
      case ImportLines lines -> imports.lines(lines, view);
      default -> throw new IllegalStateException("draft record of an unknown kind");
    }
  }

  private void save(DraftState state, ViewBatch view) {
    int standing =
        view.get(current, state.getDraft())
            .map(DraftState::getVersion)
            .orElse(RevisionRule.NOTHING);
    if (!RevisionRule.counts(standing, state.getVersion())) {
      return;
    }
    view.put(current, state.getDraft(), state);
    view.put(versions, CountedEvents.key(state.getDraft(), state.getVersion()), state);
    if (standing == RevisionRule.NOTHING) {
      view.put(owned, place(state), new PlannedDraft(state.getDraft(), state.getVersion()));
    }
  }

  private void plan(HandingInPlan plan, ViewBatch view) {
    boolean first = view.get(plans, plan.getAct()).isEmpty();
    boolean free =
        plan.getDrafts().stream()
            .allMatch(
                draft ->
                    view.get(holders, draft.getDraft())
                        .filter(holder -> holds(holder, plan))
                        .isEmpty());
    if (!first || !free) {
      return;
    }
    view.put(plans, plan.getAct(), plan);
    HandingInPlan holder =
        HandingInPlan.newBuilder(plan).setDrafts(List.of()).setLines(List.of()).build();
    plan.getDrafts().forEach(draft -> view.put(holders, draft.getDraft(), holder));
  }

  private static boolean holds(HandingInPlan holder, HandingInPlan plan) {
    return plan.getReceivedAt().isBefore(holder.getReceivedAt().plus(HELD));
  }

  private static String place(DraftState first) {
    return String.format(
        Locale.ROOT,
        "%s/%015d/%06d/%s",
        first.getParticipant(),
        first.getAt().toEpochMilli(),
        first.getRow() == null ? 0 : first.getRow(),
        first.getDraft());
  }
}
