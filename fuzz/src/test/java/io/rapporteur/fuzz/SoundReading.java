package io.rapporteur.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.ingest.reading.Reading;
import io.rapporteur.ingest.reading.ReadingResult;
import io.rapporteur.ingest.reading.ReportReader;
import io.rapporteur.ingest.reading.Section;
import io.rapporteur.ingest.source.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What holds of every reading, whatever it was read from. */
public final class SoundReading {

  private static final Map<String, String> PARTICIPANTS =
      Map.of(
          "Peru", "pe", "Egypt", "eg", "مصر", "eg", "秘鲁", "pe", "Iran (Islamic Republic of)", "ir");

  private SoundReading() {}

  /** Reads a source, which ends in a sound reading or a refusal that says why. */
  public static void of(Source source, Manifest manifest) {
    switch (ReportReader.read(
        source, manifest, printed -> Optional.ofNullable(PARTICIPANTS.get(printed)))) {
      case ReadingResult.Refused(var refusal) -> assertThat(refusal.faults()).isNotEmpty();
      case ReadingResult.Read(Reading reading) -> check(reading, source.size());
    }
  }

  /** A manifest of a text in a language, whose lists stand at the places that are named. */
  static Manifest manifest(String language, String... lists) {
    return new Manifest(
        "fuzz",
        "FUZZ/1",
        Map.of(),
        language,
        false,
        Arrays.stream(lists)
            .limit(20)
            .map(list -> new ListOfRecommendations(list, "", Map.of()))
            .toList());
  }

  /** Holds a reading against what is true of all. */
  public static void check(Reading reading, int lines) {
    List<Item> items = reading.items();
    List<String> sections = reading.sections().stream().map(Section::id).toList();
    assertThat(items).extracting(Item::id).doesNotHaveDuplicates();
    assertThat(sections).doesNotHaveDuplicates();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      int length = item.text().codePointCount(0, item.text().length());
      assertThat(item.place()).isEqualTo(i + 1);
      assertThat(item.section()).isIn(sections);
      assertThat(item.label()).isNotBlank();
      assertThat(item.confidence()).isBetween(0.0, 1.0);
      assertThat(item.firstLine()).isBetween(1, item.lastLine());
      assertThat(item.lastLine()).isBetween(1, lines);
      assertThat(item.footnotes()).allMatch(n -> n.offset() >= 0 && n.offset() <= length);
      assertThat(item.repairs()).allMatch(r -> r.line() >= 1 && r.line() <= lines);
    }
    assertThat(reading.questions()).allMatch(q -> q.line() >= 1 && q.line() <= lines);
  }
}
