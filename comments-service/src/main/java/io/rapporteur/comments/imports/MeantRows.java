package io.rapporteur.comments.imports;

import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.draft.DraftContent;
import io.rapporteur.comments.table.CellFault;
import io.rapporteur.comments.table.Column;
import io.rapporteur.comments.table.FilledRow;
import io.rapporteur.comments.table.Places;
import io.rapporteur.comments.table.Reading;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.text.DirectionMarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rows of a file mean: the good ones, and lines of the report for the others. A row with a
 * fault is not taken at all; a row that says what an earlier one says is taken once.
 */
final class MeantRows {

  private final RowTargets targets;
  private final Places places;
  private final List<MeantRow> rows = new ArrayList<>();
  private final List<ReportLine> lines = new ArrayList<>();

  private MeantRows(RowTargets targets, Places places) {
    this.targets = targets;
    this.places = places;
  }

  static MeantRows of(ImportOrder order, Reading reading) {
    var meant =
        new MeantRows(new RowTargets(order.consultation(), order.agenda()), reading.places());
    reading
        .remarks()
        .forEach(
            remark ->
                meant.lines.add(
                    ReportLine.of(remark.row(), RowState.REMARK, List.of(remark.fault()))));
    Map<Integer, List<Fault>> faults = new LinkedHashMap<>();
    for (CellFault fault : reading.faults()) {
      faults.computeIfAbsent(fault.row(), row -> new ArrayList<>()).add(fault.fault());
    }
    faults.forEach((row, all) -> meant.lines.add(ReportLine.of(row, RowState.FAULTY, all)));
    Map<Object, Integer> seen = new HashMap<>();
    var besides = new RowBeside(order.act().participant(), order.besides(), order.parties());
    reading.rows().forEach(row -> meant.take(order, row, besides, seen));
    return meant;
  }

  List<MeantRow> rows() {
    return rows;
  }

  List<ReportLine> lines() {
    return lines;
  }

  RowTargets targets() {
    return targets;
  }

  private void take(
      ImportOrder order, FilledRow row, RowBeside besides, Map<Object, Integer> seen) {
    List<Fault> faults = new ArrayList<>();
    List<Target> on = targets.of(row, places, faults);
    DraftContent words = RowContent.of(row, places, order.language(), faults);
    String language = row.language().or(() -> order.language().map(UnLanguage::tag)).orElse("");
    DraftContent content = words.with(besides.of(row, language, places, faults));
    if (!faults.isEmpty()) {
      lines.add(ReportLine.of(row.row(), RowState.FAULTY, faults));
      return;
    }
    Optional<MeantRow.Written> draft =
        on.size() == 1 ? row.further(Column.DRAFT).flatMap(MeantRow.Written::of) : Optional.empty();
    for (Target target : on) {
      Integer earlier = seen.putIfAbsent(List.of(RowIdentity.key(target), content), row.row());
      if (earlier == null) {
        rows.add(new MeantRow(row.row(), target, content, row, draft));
      } else {
        lines.add(
            new ReportLine(
                row.row(),
                RowState.DUPLICATE,
                targets.shown(target),
                Optional.empty(),
                Optional.empty(),
                List.of(
                    Fault.of(
                        places.row(row.row()),
                        "the same as " + places.row(earlier),
                        "each comment once"))));
      }
    }
  }

  /** What the draft of a row still lacks to be handed in, and what nobody sees in it. */
  List<Fault> notes(MeantRow row) {
    List<Fault> notes = new ArrayList<>(missing(row));
    FilledRow source = row.source();
    marked(source.comment(), Column.COMMENT, row, notes);
    marked(source.proposedText(), Column.PROPOSED_TEXT, row, notes);
    marked(source.rationale(), Column.RATIONALE, row, notes);
    marked(source.further(Column.QUOTATION), Column.QUOTATION, row, notes);
    marked(source.further(Column.TRANSLATIONS), Column.TRANSLATIONS, row, notes);
    return notes;
  }

  private void marked(Optional<String> text, Column column, MeantRow row, List<Fault> notes) {
    List<String> marks = text.map(DirectionMarks::of).orElse(List.of());
    if (!marks.isEmpty()) {
      notes.add(
          Fault.of(
              places.cell(column, row.row()),
              String.join(" ", marks),
              "a text without characters that turn its direction; it is kept as it is"));
    }
  }

  private List<Fault> missing(MeantRow row) {
    DraftContent content = row.content();
    List<Fault> missing = new ArrayList<>();
    if (content.kind().isEmpty()) {
      missing.add(missing(Column.KIND, row, "the kind of comment, to be handed in"));
    }
    if (content.text().isEmpty()) {
      missing.add(missing(Column.COMMENT, row, "a comment, to be handed in"));
    } else if (content.language().isEmpty()) {
      missing.add(missing(Column.LANGUAGE, row, "the language of the comment, to be handed in"));
    }
    if (content.proposedText().isPresent() && content.proposedTextLanguage().isEmpty()) {
      missing.add(
          missing(Column.AMENDED_LANGUAGE, row, "the language version that the text amends"));
    }
    return missing;
  }

  private Fault missing(Column column, MeantRow row, String expected) {
    return Fault.of(places.cell(column, row.row()), "missing", expected);
  }
}
