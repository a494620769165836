package io.rapporteur.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rapporteur.ingest.source.Line.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Real reports, where they stand beside the checkout; they are not ours to commit. */
class RealReportsTest {

  private static Source read(String name) throws IOException {
    Path folder = Path.of(System.getProperty("rapporteur.reports", "../../shared/reports"));
    Path file = folder.resolve(name);
    assumeTrue(Files.exists(file), "no " + file);
    return OpenedFile.source(Files.readAllBytes(file), name);
  }

  @Test
  void readsEveryRecommendationOfAReviewAndNoHeaderInside() throws IOException {
    Source source = read("A_HRC_28_15.en.pdf");

    List<String> begun =
        source.lines().stream()
            .map(Line::text)
            .filter(t -> t.matches("115\\.\\d+ .*|115\\.\\d+"))
            .map(t -> t.split(" ", 2)[0])
            .toList();
    assertThat(begun)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 163).mapToObj(i -> "115." + i).toList());
    assertThat(source.lines().stream().skip(40))
        .noneMatch(l -> l.text().strip().equals("A/HRC/28/15"))
        .noneMatch(l -> l.text().strip().matches("\\d{1,2}"));
  }

  @Test
  void readsTheFootnotesOfAnAnswer() throws IOException {
    Source source = read("A_HRC_28_15_Add.1.en.pdf");

    assertThat(source.lines()).anyMatch(l -> l.text().endsWith("recommendations.¹"));
    assertThat(source.lines().stream().filter(l -> l.kind() == Kind.FOOTNOTE).map(Line::label))
        .contains("1", "2");
  }

  @Test
  void readsTheRowsOfAThematicList() throws IOException {
    Source source = read("A_HRC_28_15.thematic-list.en.docx");

    assertThat(
            source.lines().stream()
                .filter(l -> l.kind() == Kind.ROW)
                .flatMap(l -> l.cells().stream()))
        .filteredOn(c -> c.startsWith("115."))
        .hasSizeGreaterThanOrEqualTo(163);
  }
}
