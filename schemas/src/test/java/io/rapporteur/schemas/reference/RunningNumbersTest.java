package io.rapporteur.schemas.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.rapporteur.schemas.reference.RunningNumbers.Placed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunningNumbersTest {

  private static final List<String> DOCUMENTS = List.of("2020", "2019");

  @Test
  void runsOverAllDocumentsInTheirOrder() {
    assertThat(
            RunningNumbers.of(
                DOCUMENTS,
                Map.of("2020", 2, "2019", 1),
                List.of(item("2019", 1), item("2020", 2), item("2020", 1))))
        .containsExactly(entry("2020.1", 1), entry("2020.2", 2), entry("2019.1", 3));
  }

  @Test
  void movesNoNumberWhenAnItemOfTheFirstDocumentIsPublishedLater() {
    assertThat(
            RunningNumbers.of(
                DOCUMENTS,
                Map.of("2020", 2, "2019", 1),
                List.of(item("2020", 1), item("2020", 2), item("2020", 3), item("2019", 1))))
        .containsExactly(
            entry("2020.1", 1), entry("2020.2", 2), entry("2019.1", 3), entry("2020.3", 4));
  }

  @Test
  void countsWhatIsThereWhereTheOpeningNamesNoPlaces() {
    assertThat(
            RunningNumbers.of(
                DOCUMENTS,
                Map.of(),
                List.of(item("2020", 1), item("2020", 2), item("2019", 1), item("other", 1))))
        .containsExactly(entry("2020.1", 1), entry("2020.2", 2), entry("2019.1", 3));
  }

  @Test
  void numbersAreOneToNWhateverTheOrderOfArrival() {
    var random = new Random(7);
    for (int run = 0; run < 200; run++) {
      int first = random.nextInt(1, 20);
      int second = random.nextInt(1, 20);
      List<Placed> items = new ArrayList<>();
      for (int place = 1; place <= first + random.nextInt(3); place++) {
        items.add(item("2020", place));
      }
      for (int place = 1; place <= second + random.nextInt(3); place++) {
        items.add(item("2019", place));
      }
      Map<String, Integer> opened = Map.of("2020", first, "2019", second);
      Map<String, Integer> numbers = RunningNumbers.of(DOCUMENTS, opened, items);
      Collections.shuffle(items, random);

      assertThat(RunningNumbers.of(DOCUMENTS, opened, items)).isEqualTo(numbers);
      assertThat(numbers.values().stream().sorted().toList())
          .isEqualTo(java.util.stream.IntStream.rangeClosed(1, items.size()).boxed().toList());
      assertThat(numbers).containsEntry("2019.1", first + 1);
    }
  }

  private static Placed item(String document, int place) {
    return new Placed(document + "." + place, document, place);
  }
}
