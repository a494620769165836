package io.rapporteur.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rapporteur.ingest.reading.ListProposals;
import io.rapporteur.ingest.source.Format;
import io.rapporteur.ingest.source.Line;
import io.rapporteur.ingest.source.Line.Kind;
import io.rapporteur.ingest.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Text as lines, read with any manifest. The first line of an input is the language and the lists
 * of the manifest: {@code ar 13 14}. A line may begin with its kind as a format would tell it:
 * {@code H|} a heading, {@code P2|(a)|} a paragraph with depth and label, {@code F1|} a footnote,
 * {@code R|} a row of cells.
 */
class ListsFuzzTest {

  @FuzzTest
  void readsOrRefuses(byte[] input) {
    TimeLimit.hold(() -> tryOut(input));
  }

  private static void tryOut(byte[] input) {
    List<String> text = new String(input, StandardCharsets.UTF_8).lines().toList();
    if (text.size() < 2 || text.size() > 5_000) {
      return;
    }
    String[] words = text.getFirst().split(" ", 22);
    List<Line> lines = new ArrayList<>();
    text.subList(1, text.size()).forEach(line -> lines.add(line(lines.size() + 1, line)));
    var source = new Source(Format.TEXT, "UTF-8", lines);

    SoundReading.of(
        source, SoundReading.manifest(words[0], Arrays.copyOfRange(words, 1, words.length)));
    ListProposals.in(source, words[0]);
  }

  private static Line line(int number, String text) {
    String[] parts = text.split("\\|", -1);
    String last = parts[parts.length - 1];
    if (text.startsWith("H|")) {
      return new Line(number, 0, Kind.HEADING, 0, "", last, List.of());
    }
    if (text.startsWith("R|")) {
      List<String> cells = List.of(parts).subList(1, parts.length);
      return new Line(number, 0, Kind.ROW, 0, "", String.join("\t", cells), cells);
    }
    if (text.matches("F\\d\\|.*")) {
      return new Line(number, 0, Kind.FOOTNOTE, 0, text.substring(1, 2), last, List.of());
    }
    if (text.matches("P\\d\\|[^|]*\\|.*")) {
      return new Line(number, 0, Kind.PARAGRAPH, text.charAt(1) - '0', parts[1], last, List.of());
    }
    return Line.printed(number, text);
  }
}
