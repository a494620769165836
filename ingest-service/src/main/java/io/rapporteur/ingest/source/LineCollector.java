package io.rapporteur.ingest.source;

import io.rapporteur.ingest.source.Line.Kind;
import io.rapporteur.ingest.source.Refusal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers the lines of one source and holds them to the limits. Not thread-safe. */
final class LineCollector {

  private final Limits limits;
  private final List<Line> lines = new ArrayList<>();

  LineCollector(Limits limits) {
    this.limits = limits;
  }

  void add(int page, Kind kind, int depth, String label, String text, List<String> cells) {
    if (lines.size() == limits.lines()) {
      throw RefusedFileException.because(
          Reason.TOO_LARGE,
          "over %d lines".formatted(limits.lines()),
          "at most %d lines".formatted(limits.lines()));
    }
    if (text.length() > limits.lineLength()) {
      throw RefusedFileException.because(
          Reason.TOO_LARGE,
          "a line of %d characters".formatted(text.length()),
          "lines of at most %d characters".formatted(limits.lineLength()));
    }
    lines.add(new Line(lines.size() + 1, page, kind, depth, label, text, cells));
  }

  void printed(int page, String text) {
    add(page, Kind.PRINTED, 0, "", text, List.of());
  }

  void running(String text) {
    add(0, Kind.RUNNING, 0, "", text, List.of());
  }

  void footnote(int page, String label, String text) {
    add(page, Kind.FOOTNOTE, 0, label, text, List.of());
  }

  void row(List<String> cells) {
    add(0, Kind.ROW, 0, "", String.join("\t", cells).replace('\n', ' '), cells);
  }

  /** What was collected, one line below the other. */
  String shown() {
    return lines.stream().map(Line::shown).collect(Collectors.joining("\n"));
  }

  /** The source, unless it says nothing. */
  Source source(Format format, String encoding) {
    if (lines.stream().allMatch(l -> l.text().isBlank())) {
      throw RefusedFileException.because(Reason.NOT_A_REPORT, "empty", "the text of a report");
    }
    return new Source(format, encoding, lines);
  }
}
