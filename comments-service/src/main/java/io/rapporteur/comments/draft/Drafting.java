package io.rapporteur.comments.draft;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.draft.ClearancePolicy.Verdict;
import io.rapporteur.comments.draft.Draft.Origin;
import io.rapporteur.comments.draft.Draft.Said;
import io.rapporteur.comments.draft.Draft.Save;
import io.rapporteur.comments.draft.Draft.Standing;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.revision.RequestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Drafting, reviewing and releasing within a delegation. As with comments the log decides: each
 * save is appended as the version it wants to make, and the answer is read from the fold.
 */
public final class Drafting {

  private final Drafts drafts;
  private final Supplier<String> saves;

  /**
   * Puts the use case together.
   *
   * @param saves makes a name for each save, never the same twice
   */
  public Drafting(Drafts drafts, Supplier<String> saves) {
    this.drafts = drafts;
    this.saves = saves;
  }

  /** A draft to begin, and the act that begins it. */
  public record Begun(Act act, Said said, Origin origin) {}

  /** A move to another stage; the note says why a draft is returned. */
  public record Move(Stage to, Optional<String> note, Optional<Instant> dueAt) {}

  /** Begins a draft. */
  public DraftOutcome begin(Act act, Said said) {
    return begin(List.of(new Begun(act, said, Origin.written()))).getFirst();
  }

  /**
   * Begins thousands of drafts, for instance the rows of a filled table. Each stands for itself:
   * what an interruption left out is begun when the same is asked again.
   *
   * @param begun with a key each, see {@link #keyOfRow}
   * @return what came of each, in their order
   */
  public List<DraftOutcome> begin(List<Begun> begun) {
    List<Draft> missing = new ArrayList<>();
    for (Begun each : begun) {
      String id = each.act.requestId().created().toString();
      if (drafts.version(id, Draft.FIRST).isEmpty()) {
        missing.add(
            new Draft(
                id,
                Draft.FIRST,
                each.act.participant(),
                each.said,
                Standing.drafting(),
                each.origin,
                Save.of(each.act, saves.get())));
      }
    }
    if (!missing.isEmpty()) {
      drafts.append(missing);
    }
    return begun.stream()
        .map(each -> answer(each.act, each.act.requestId().created().toString(), Draft.FIRST))
        .toList();
  }

  /** The key of one row of what is asked for with one key. */
  public static String keyOfRow(String key, int row) {
    return RequestId.of(key, Integer.toString(row)).value();
  }

  /**
   * Replaces what a draft says.
   *
   * @param expected the version that the caller has seen
   */
  public DraftOutcome rewrite(
      Act act, Set<Duty> duties, String draft, Optional<Integer> expected, Said said) {
    return change(
        act,
        draft,
        expected,
        current -> ClearancePolicy.rewriting(duties, current.standing().stage()),
        current -> current.saying(said, Save.of(act, saves.get())));
  }

  /**
   * Moves a draft to another stage; {@link Stage#DISCARDED} discards it.
   *
   * @param expected the version that the caller has seen; the current one if empty
   */
  public DraftOutcome move(
      Act act, Set<Duty> duties, String draft, Optional<Integer> expected, Move move) {
    return change(
        act,
        draft,
        expected,
        current -> ClearancePolicy.moving(duties, current.standing().stage(), move.to),
        current ->
            current.standing(
                new Standing(
                    move.to, move.note, move.dueAt.or(current.standing()::dueAt), Optional.empty()),
                Save.of(act, saves.get())));
  }

  /**
   * Makes one draft of several. It lists them as its sources, and they become merged in the same
   * step.
   *
   * @param said what the new one says
   */
  public DraftOutcome merge(Act act, Set<Duty> duties, List<String> sources, Said said) {
    String id = act.requestId().created().toString();
    if (drafts.version(id, Draft.FIRST).isPresent()) {
      return merged(act, id);
    }
    DraftOutcome outcome = mergeNow(act, duties, sources, said, id);
    if (outcome instanceof DraftOutcome.Merged) {
      return outcome;
    }
    // Before a refusal is believed; what is read now may be the first try of this request.
    if (!drafts.catchUp()) {
      return new DraftOutcome.ViewBehind();
    }
    return drafts.version(id, Draft.FIRST).isPresent() ? merged(act, id) : outcome;
  }

  private DraftOutcome mergeNow(
      Act act, Set<Duty> duties, List<String> sources, Said said, String id) {
    List<Draft> together = new ArrayList<>();
    List<Draft.Source> from = new ArrayList<>();
    for (String source : sources) {
      DraftOutcome found = find(source, act.participant());
      if (!(found instanceof DraftOutcome.Counted(Draft current))) {
        return found;
      }
      Optional<DraftOutcome> refusal =
          refusal(ClearancePolicy.merging(duties, current.standing().stage()), current);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      from.add(new Draft.Source(source, current.said().ministry()));
      together.add(
          current.standing(
              new Standing(
                  Stage.MERGED, Optional.empty(), current.standing().dueAt(), Optional.empty()),
              Save.of(act, saves.get())));
    }
    together.addFirst(
        new Draft(
            id,
            Draft.FIRST,
            act.participant(),
            said,
            Standing.drafting(),
            new Origin(Optional.empty(), Optional.empty(), from),
            Save.of(act, saves.get())));
    drafts.appendTogether(together);
    return merged(act, id);
  }

  /** The draft of an id, if it belongs to the delegation; another's and a missing one are alike. */
  public DraftOutcome find(String draft, String participant) {
    Optional<Draft> current = drafts.current(draft);
    if (current.isEmpty()) {
      if (!drafts.catchUp()) {
        return new DraftOutcome.ViewBehind();
      }
      current = drafts.current(draft);
    }
    return current
        .filter(d -> d.participant().equals(participant))
        .<DraftOutcome>map(DraftOutcome.Counted::new)
        .orElseGet(DraftOutcome.NoSuchDraft::new);
  }

  private DraftOutcome change(
      Act act,
      String draft,
      Optional<Integer> seen,
      Function<Draft, Verdict> allowed,
      Function<Draft, Draft> next) {
    DraftOutcome found = find(draft, act.participant());
    if (!(found instanceof DraftOutcome.Counted(Draft current))) {
      return found;
    }
    Optional<DraftOutcome> earlier = earlier(act, draft);
    int expected = seen.orElse(current.version());
    if (earlier.isEmpty()
        && (current.version() != expected || allowed.apply(current) != Verdict.ALLOWED)) {
      // Before a refusal is believed; what is read now may be the first try of this request.
      if (!drafts.catchUp()) {
        return new DraftOutcome.ViewBehind();
      }
      current = drafts.current(draft).orElseThrow();
      expected = seen.orElse(current.version());
      earlier = earlier(act, draft);
    }
    if (earlier.isPresent()) {
      return earlier.get();
    }
    if (current.version() != expected) {
      return new DraftOutcome.Overtaken(current.version());
    }
    Optional<DraftOutcome> refusal = refusal(allowed.apply(current), current);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    drafts.append(List.of(next.apply(current)));
    DraftOutcome made = answer(act, draft, expected + 1);
    return earlier(act, draft).orElse(made);
  }

  /** What came of the first try of this request, wherever the log put it. */
  private Optional<DraftOutcome> earlier(Act act, String draft) {
    return drafts.versions(draft).stream()
        .filter(version -> version.save().requestId().equals(act.requestId().value()))
        .findFirst()
        .map(version -> answer(act, draft, version.version()));
  }

  private static Optional<DraftOutcome> refusal(Verdict verdict, Draft current) {
    return switch (verdict) {
      case ALLOWED -> Optional.empty();
      case NOT_YOURS -> Optional.of(new DraftOutcome.NotYours());
      case NOT_AT_THIS_STAGE ->
          Optional.of(new DraftOutcome.NotAtThisStage(current.standing().stage()));
    };
  }

  private DraftOutcome merged(Act act, String id) {
    DraftOutcome made = answer(act, id, Draft.FIRST);
    if (!(made instanceof DraftOutcome.Counted(Draft draft))) {
      return made;
    }
    List<String> overtaken =
        draft.origin().mergedFrom().stream()
            .map(Draft.Source::draft)
            .filter(source -> drafts.versions(source).stream().noneMatch(v -> v.madeBy(act)))
            .toList();
    return new DraftOutcome.Merged(draft, overtaken);
  }

  /** The counted save at the place that this request wanted to make. */
  private DraftOutcome answer(Act act, String id, int version) {
    Optional<Draft> counted = drafts.version(id, version);
    if (counted.isEmpty()) {
      return new DraftOutcome.ViewBehind();
    }
    if (counted.get().madeBy(act)) {
      return new DraftOutcome.Counted(counted.get());
    }
    return counted.get().save().requestId().equals(act.requestId().value())
        ? new DraftOutcome.KeyReused()
        : new DraftOutcome.Overtaken(drafts.current(id).map(Draft::version).orElse(version));
  }
}
