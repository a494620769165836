package io.rapporteur.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rapporteur.ingest.source.Limits;
import io.rapporteur.ingest.source.Line;
import io.rapporteur.ingest.source.Source;
import io.rapporteur.ingest.source.SourceResult;
import io.rapporteur.ingest.source.Sources;
import java.util.List;
import java.util.Optional;

/** Bytes as a file of any format, opened and read. */
class FilesFuzzTest {

  private static final Limits SMALL = new Limits(1 << 20, 8 << 20, 50, 20_000, 200_000);

  @FuzzTest
  void opensAndReadsOrRefuses(byte[] file) {
    TimeLimit.hold(() -> tryOut(file));
  }

  private static void tryOut(byte[] file) {
    switch (new Sources(SMALL).open(file, "report", Optional.empty(), Optional.empty())) {
      case SourceResult.Refused(var refusal) -> assertThat(refusal.faults()).isNotEmpty();
      case SourceResult.Opened(Source source) -> {
        numbered(source.lines());
        SoundReading.of(source, SoundReading.manifest("en", "13", "14", "a.1", "art1", "preamble"));
        SoundReading.of(source, SoundReading.manifest("zh", "1"));
      }
    }
  }

  private static void numbered(List<Line> lines) {
    for (int i = 1; i < lines.size(); i++) {
      assertThat(lines.get(i).number()).isGreaterThan(lines.get(i - 1).number());
    }
  }
}
