package io.rapporteur.comments.kafka;

import io.rapporteur.comments.imports.ImportReport;
import io.rapporteur.comments.imports.ReportLine;
import io.rapporteur.comments.imports.RowState;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.states.DraftRecord;
import io.rapporteur.states.ImportLine;
import io.rapporteur.states.ImportLines;
import io.rapporteur.states.ImportNote;
import io.rapporteur.states.ImportState;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports of imports, to records and back. Stateless. */
final class ImportRecords {

  private ImportRecords() {}

  static DraftRecord record(ImportReport report, String save) {
    Map<String, Integer> counts = new HashMap<>();
    report.counts().forEach((state, count) -> counts.put(state.word(), count));
    return new DraftRecord(
        ImportState.newBuilder()
            .setImport$(report.id())
            .setSave(save)
            .setRequestId(report.requestId())
            .setRequestDigest(report.requestDigest())
            .setParticipant(report.participant())
            .setBy(report.by())
            .setReceivedAt(report.receivedAt())
            .setConsultation(report.consultation())
            .setMinistry(report.ministry().orElse(null))
            .setLanguage(report.language().orElse(null))
            .setFormat(report.format())
            .setLines(report.lines())
            .setCounts(counts)
            .build());
  }

  static DraftRecord record(String id, String save, int part, List<ReportLine> lines) {
    return new DraftRecord(
        ImportLines.newBuilder()
            .setImport$(id)
            .setSave(save)
            .setPart(part)
            .setLines(lines.stream().map(ImportRecords::line).toList())
            .build());
  }

  private static ImportLine line(ReportLine line) {
    return ImportLine.newBuilder()
        .setRow(line.row())
        .setState(line.state().word())
        .setOn(line.on())
        .setDraft(line.draft().orElse(null))
        .setVersion(line.version().orElse(null))
        .setNotes(
            line.notes().stream()
                .map(
                    note ->
                        new ImportNote(
                            note.field(), note.message(), note.type(), note.candidates()))
                .toList())
        .build();
  }

  static ImportReport report(ImportState state) {
    Map<RowState, Integer> counts = new EnumMap<>(RowState.class);
    state
        .getCounts()
        .forEach((word, count) -> RowState.of(word).ifPresent(found -> counts.put(found, count)));
    return new ImportReport(
        state.getImport$(),
        state.getParticipant(),
        state.getBy(),
        state.getRequestId(),
        state.getRequestDigest(),
        state.getReceivedAt(),
        state.getConsultation(),
        Optional.ofNullable(state.getMinistry()),
        Optional.ofNullable(state.getLanguage()),
        state.getFormat(),
        state.getLines(),
        counts);
  }

  static List<ReportLine> lines(ImportLines some) {
    return some.getLines().stream()
        .map(
            line ->
                new ReportLine(
                    line.getRow(),
                    RowState.of(line.getState()).orElse(RowState.REMARK),
                    line.getOn(),
                    Optional.ofNullable(line.getDraft()),
                    Optional.ofNullable(line.getVersion()),
                    line.getNotes().stream()
                        .map(
                            note ->
                                new Fault(
                                    note.getField(),
                                    note.getMessage(),
                                    note.getType(),
                                    note.getCandidates()))
                        .toList()))
        .toList();
  }
}
