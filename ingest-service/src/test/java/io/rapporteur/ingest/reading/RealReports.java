package io.rapporteur.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rapporteur.ingest.participants.NamesOfParticipants;
import io.rapporteur.ingest.participants.SeededParticipants;
import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.ingest.source.Limits;
import io.rapporteur.ingest.source.Source;
import io.rapporteur.ingest.source.SourceResult;
import io.rapporteur.ingest.source.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Public documents that are not ours: they stand outside of the project, in {@code shared/reports}
 * or where {@code RAPPORTEUR_REPORTS} says; without them a test is skipped. Each is read the whole
 * way from its bytes.
 */
final class RealReports {

  private static final Path FOLDER =
      Path.of(
          Objects.requireNonNullElse(System.getenv("RAPPORTEUR_REPORTS"), "../../shared/reports"));
  private static final NamesOfParticipants NAMES = SeededParticipants.names();

  private RealReports() {}

  static Path file(String name) {
    Path file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), "without " + file);
    return file;
  }

  static Source source(String name) {
    SourceResult result =
        new Sources(Limits.standard()).open(file(name), name, Optional.empty(), Optional.empty());
    assertThat(result).isInstanceOf(SourceResult.Opened.class);
    return ((SourceResult.Opened) result).source();
  }

  static ReadingResult result(Source source, String language, String... lists) {
    var manifest =
        new Manifest(
            "d",
            "D/1",
            Map.of(),
            language,
            false,
            Arrays.stream(lists).map(p -> new ListOfRecommendations(p, "", Map.of())).toList());
    return ReportReader.read(source, manifest, NAMES);
  }

  static Reading read(String name, String language, String... lists) {
    ReadingResult result = result(source(name), language, lists);
    assertThat(result).isInstanceOf(ReadingResult.Read.class);
    return ((ReadingResult.Read) result).reading();
  }
}
