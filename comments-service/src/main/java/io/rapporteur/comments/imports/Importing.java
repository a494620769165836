package io.rapporteur.comments.imports;

import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.draft.ClearancePolicy;
import io.rapporteur.comments.draft.ClearancePolicy.Verdict;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.Draft.Origin;
import io.rapporteur.comments.draft.Draft.Said;
import io.rapporteur.comments.draft.Draft.Standing;
import io.rapporteur.comments.draft.Drafts;
import io.rapporteur.comments.imports.RowMatching.Match;
import io.rapporteur.comments.table.Reading;
import io.rapporteur.schemas.http.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Importing a filled table: each good row becomes a draft of the delegation, or the next version of
 * the draft that it was before, and each line of the report says what came of a row. Nothing is
 * deleted, and no draft that people changed at the desk is set back to an earlier version.
 *
 * <p>Each save stands for itself; what an interruption left out is saved when the same is asked
 * again, and only then is the report written. So a report that is there is true.
 */
public final class Importing {

  private static final int SAVED_AT_ONCE = 500;
  private static final int PAGE = 500;

  private final Drafts drafts;
  private final Imports imports;
  private final Supplier<String> saves;

  /**
   * Puts the use case together.
   *
   * @param saves makes a name for each save, never the same twice
   */
  public Importing(Drafts drafts, Imports imports, Supplier<String> saves) {
    this.drafts = drafts;
    this.imports = imports;
    this.saves = saves;
  }

  /** Imports what was read of a file. */
  public ImportOutcome take(ImportOrder order, Reading reading) {
    if (!drafts.catchUp()) {
      return new ImportOutcome.ViewBehind();
    }
    Optional<ImportReport> earlier = imports.report(order.id());
    if (earlier.isPresent()) {
      return answer(order, earlier.get());
    }
    var rows = MeantRows.of(order, reading);
    List<ReportLine> lines = new ArrayList<>(rows.lines());
    var matching =
        new RowMatching(
            drafts,
            new RowIdentity(
                order.act().participant(), order.consultation().id(), order.ministry()));
    Map<Match, Draft> toSave = new LinkedHashMap<>();
    for (Match match : matching.match(rows.rows())) {
      decide(order, rows, match, lines).ifPresent(save -> toSave.put(match, save));
    }
    save(List.copyOf(toSave.values()));
    toSave.forEach((match, save) -> lines.add(saved(order, rows, match, save)));
    lines.addAll(gone(order, rows, matching.matched()));
    lines.sort(Comparator.comparingInt(Importing::place));
    imports.append(ImportReport.of(order, lines), lines);
    return imports
        .report(order.id())
        .map(report -> answer(order, report))
        .orElseGet(ImportOutcome.ViewBehind::new);
  }

  /**
   * The import of an id, if it belongs to the delegation; another's and a missing one are alike.
   */
  public ImportOutcome find(String id, String participant) {
    Optional<ImportReport> report = imports.report(id);
    if (report.isEmpty()) {
      if (!imports.catchUp()) {
        return new ImportOutcome.ViewBehind();
      }
      report = imports.report(id);
    }
    return report
        .filter(found -> found.participant().equals(participant))
        .<ImportOutcome>map(ImportOutcome.Done::new)
        .orElseGet(ImportOutcome.NoSuchImport::new);
  }

  private static ImportOutcome answer(ImportOrder order, ImportReport report) {
    return report.madeBy(order.act())
        ? new ImportOutcome.Done(report)
        : new ImportOutcome.KeyReused();
  }

  /** Drafts that no row is on stand at the end. */
  private static int place(ReportLine line) {
    return line.state() == RowState.GONE ? Integer.MAX_VALUE : line.row();
  }

  /** The save that a row asks for; a row that asks for none gets its line. */
  private Optional<Draft> decide(
      ImportOrder order, MeantRows rows, Match match, List<ReportLine> lines) {
    Said said = said(order, rows, match);
    if (match.current().isEmpty()) {
      return Optional.of(
          new Draft(
              match.draft(),
              Draft.FIRST,
              order.act().participant(),
              said,
              Standing.drafting(),
              new Origin(Optional.of(order.id()), Optional.of(match.row().row()), List.of()),
              order.save(saves.get())));
    }
    Draft current = match.current().get();
    if (SameSaid.as(match.row(), current)) {
      RowState state =
          !order.made(current)
              ? RowState.UNCHANGED
              : current.version() == Draft.FIRST ? RowState.NEW : RowState.CHANGED;
      lines.add(line(rows, match, state, current, List.of()));
      return Optional.empty();
    }
    Verdict verdict = ClearancePolicy.rewriting(order.duties(), current.standing().stage());
    if (verdict != Verdict.ALLOWED) {
      lines.add(line(rows, match, RowState.CLOSED, current, List.of(closed(match, current))));
      return Optional.empty();
    }
    if (match.row().draft().filter(w -> w.version() != current.version()).isPresent()
        && match.row().draft().filter(w -> w.draft().equals(current.id())).isPresent()) {
      lines.add(line(rows, match, RowState.CONFLICT, current, List.of(overtaken(match, current))));
      return Optional.empty();
    }
    if (drafts.versions(current.id()).stream().anyMatch(v -> SameSaid.as(match.row(), v))) {
      lines.add(line(rows, match, RowState.KEPT, current, List.of()));
      return Optional.empty();
    }
    return Optional.of(current.saying(said, order.save(saves.get())));
  }

  private static Said said(ImportOrder order, MeantRows rows, Match match) {
    Target target = match.row().target();
    return new Said(
        order.consultation().id(),
        target,
        Optional.of(rows.targets().resolved(target)),
        match
            .current()
            .map(current -> match.row().onto(current.said().content()))
            .orElse(match.row().content()),
        match.current().isPresent() ? match.current().get().said().ministry() : order.ministry());
  }

  private void save(List<Draft> all) {
    for (int from = 0; from < all.size(); from += SAVED_AT_ONCE) {
      drafts.append(all.subList(from, Math.min(all.size(), from + SAVED_AT_ONCE)));
    }
  }

  /** What the log made of a save: of two at one place it picks the first. */
  private ReportLine saved(ImportOrder order, MeantRows rows, Match match, Draft save) {
    Draft counted = drafts.version(save.id(), save.version()).orElse(save);
    if (order.made(counted)) {
      RowState state = save.version() == Draft.FIRST ? RowState.NEW : RowState.CHANGED;
      return line(rows, match, state, counted, rows.notes(match.row()));
    }
    return SameSaid.as(match.row(), counted)
        ? line(rows, match, RowState.UNCHANGED, counted, List.of())
        : line(rows, match, RowState.CONFLICT, counted, List.of(overtaken(match, counted)));
  }

  private List<ReportLine> gone(ImportOrder order, MeantRows rows, Set<String> matched) {
    List<ReportLine> gone = new ArrayList<>();
    String after = "";
    Optional<String> next;
    do {
      Drafts.Page page =
          drafts.of(
              order.act().participant(),
              draft ->
                  draft.origin().importId().isPresent()
                      && draft.standing().stage().live()
                      && draft.said().consultation().equals(order.consultation().id())
                      && draft.said().ministry().equals(order.ministry())
                      && !matched.contains(draft.id()),
              after,
              PAGE);
      for (Draft draft : page.drafts()) {
        Target target = draft.said().resolved().orElse(draft.said().named());
        gone.add(
            new ReportLine(
                0,
                RowState.GONE,
                rows.targets().shown(target),
                Optional.of(draft.id()),
                Optional.of(draft.version()),
                List.of()));
      }
      next = page.next();
      after = next.orElse("");
    } while (next.isPresent());
    return gone;
  }

  private static ReportLine line(
      MeantRows rows, Match match, RowState state, Draft draft, List<Fault> notes) {
    return new ReportLine(
        match.row().row(),
        state,
        rows.targets().shown(match.row().target()),
        Optional.of(draft.id()),
        Optional.of(draft.version()),
        notes);
  }

  private static Fault closed(Match match, Draft current) {
    return Fault.of(
        "row " + match.row().row(),
        "its draft is " + current.standing().stage().word(),
        "a draft that this caller may write at");
  }

  private static Fault overtaken(Match match, Draft current) {
    return Fault.of(
        "row " + match.row().row(),
        "its draft is at version " + current.version(),
        "the version that the row was written from");
  }
}
