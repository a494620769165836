package io.rapporteur.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.ingest.source.PlainText;
import io.rapporteur.ingest.source.SourceResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lists with damage of the kinds that are seen in real documents are read right or flagged; never
 * silently wrong. Each run prints its rates.
 */
class DamagedListsTest {

  private static final int RUNS = 400;

  @ParameterizedTest
  @ValueSource(strings = {"ar", "zh", "en", "fr", "ru", "es"})
  void areReadRightOrFlagged(String language) {
    var random = new Random(language.hashCode());
    int right = 0;
    int readable = 0;
    int unflagged = 0;
    int damaged = 0;
    int seen = 0;
    List<String> silent = new ArrayList<>();
    Map<String, int[]> byKind = new TreeMap<>();
    for (int run = 0; run < RUNS; run++) {
      var list = new DamagedList(language, random);
      damaged += list.damaged().size();
      if (!(read(list.printed(), language) instanceof ReadingResult.Read(Reading reading))) {
        seen += list.damaged().size();
        continue;
      }
      count(list, reading, byKind);
      // Chinese sets digits close to any word, so that a marker that is not raised is shown, not
      // read.
      boolean glued = language.equals("zh") && list.kinds().containsValue("glued digit");
      readable += list.damaged().containsValue("lost label") || glued ? 0 : 1;
      boolean asItIs = asItIs(reading, list);
      boolean flagged = !reading.questions().isEmpty() || !reading.undecided().isEmpty();
      right += asItIs ? 1 : 0;
      unflagged += asItIs && !flagged ? 1 : 0;
      if (!asItIs && !flagged) {
        silent.add(difference(reading, list));
      }
      Set<Integer> told = told(reading);
      seen += (int) list.damaged().keySet().stream().filter(told::contains).count();
    }

    System.out.printf(
        "%s: %d lists, %d without a lost label; right %d, without a question %d, silently wrong %d, damage"
            + " repaired or flagged %d of %d (%.2f %%)%n",
        language,
        RUNS,
        readable,
        right,
        unflagged,
        silent.size(),
        seen,
        damaged,
        100.0 * seen / damaged);
    byKind.forEach(
        (kind, counts) ->
            System.out.printf(
                "%s: %s: %d, right %d, not right but flagged %d%n",
                language, kind, counts[0], counts[1], counts[2]));
    assertThat(byKind.values())
        .as("neither right nor flagged")
        .allMatch(counts -> counts[0] == counts[1] + counts[2]);
    assertThat(silent).as("silently wrong").isEmpty();
    assertThat(right).as("read right, of " + readable).isGreaterThan(readable * 9 / 10);
    assertThat((double) seen / damaged).as("damage repaired or flagged").isGreaterThan(0.98);
  }

  /** Of each kind how many, how many of them read right, and how many others flagged. */
  private static void count(DamagedList list, Reading reading, Map<String, int[]> byKind) {
    Map<Integer, String> kinds = new HashMap<>(list.kinds());
    list.damaged().forEach((line, kind) -> kinds.put(list.starts().getOrDefault(line, -2), kind));
    boolean flagged = !reading.questions().isEmpty() || !reading.undecided().isEmpty();
    Set<String> read = new HashSet<>();
    reading.items().forEach(item -> read.add(item.label() + " " + item.text()));
    kinds.forEach(
        (place, kind) -> {
          int[] counts = byKind.computeIfAbsent(kind, k -> new int[3]);
          boolean right =
              place < 0
                  ? !reading.items().isEmpty()
                  : read.contains(list.labels().get(place) + " " + list.texts().get(place));
          counts[0]++;
          counts[1] += right ? 1 : 0;
          counts[2] += !right && flagged ? 1 : 0;
        });
  }

  private static ReadingResult read(String report, String language) {
    var opened = (SourceResult.Opened) PlainText.open(report.getBytes(StandardCharsets.UTF_8));
    return ReportReader.read(
        opened.source(),
        new Manifest(
            "d",
            "D/1",
            Map.of(),
            language,
            false,
            List.of(new ListOfRecommendations("1", "", Map.of()))));
  }

  private static boolean asItIs(Reading reading, DamagedList list) {
    return reading.items().stream().map(Item::label).toList().equals(list.labels())
        && reading.items().stream().map(Item::text).toList().equals(list.texts());
  }

  /** Lines that a repair, a question or an undecided item speaks of. */
  private static Set<Integer> told(Reading reading) {
    Set<Integer> told = new HashSet<>();
    reading.questions().forEach(question -> told.add(question.line()));
    for (Item item : reading.items()) {
      item.repairs().forEach(repair -> told.add(repair.line()));
      if (item.undecided()) {
        told.add(item.firstLine());
      }
    }
    return told;
  }

  private static String difference(Reading reading, DamagedList list) {
    for (int i = 0; i < Math.max(reading.items().size(), list.labels().size()); i++) {
      String expected =
          i < list.labels().size() ? list.labels().get(i) + " " + list.texts().get(i) : "-";
      String found =
          i < reading.items().size()
              ? reading.items().get(i).label() + " " + reading.items().get(i).text()
              : "-";
      if (!expected.equals(found)) {
        return "\nexpected %s, found %s in\n%s".formatted(expected, found, list.printed());
      }
    }
    return "";
  }
}
