package io.rapporteur.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.ingest.reading.Reading.Item;
import io.rapporteur.ingest.source.PlainText;
import io.rapporteur.ingest.source.SourceResult;
import io.rapporteur.schemas.reference.LabelSeries;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lists with damage of the kinds that are seen in real documents are read right or refused; never
 * silently wrong.
 */
class DamagedListsTest {

  private static final int RUNS = 2_000;
  private static final String ARABIC = "أبجدهوزحطيكلمنسعفصقرشتثخذض";

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "ru"})
  void areReadRightOrRefused(String language) {
    var random = new Random(language.hashCode());
    int right = 0;
    for (int run = 0; run < RUNS; run++) {
      int size = 2 + random.nextInt(75);
      String report = report(language, size, random);
      ReadingResult result =
          ReportReader.read(
              ((SourceResult.Opened) PlainText.open(report.getBytes(StandardCharsets.UTF_8)))
                  .source(),
              new Manifest(
                  "d",
                  "D/1",
                  Map.of(),
                  language,
                  false,
                  List.of(new ListOfRecommendations("1", "", Map.of()))));
      if (result instanceof ReadingResult.Read(Reading reading)) {
        assertThat(reading.items())
            .as(report)
            .extracting(Item::label)
            .containsExactlyElementsOf(labels(size));
        assertThat(reading.items())
            .as(report)
            .allSatisfy(item -> assertThat(item.text()).isEqualTo(text(item.ordinal())));
        right++;
      }
    }

    assertThat(right).as("read right, of " + RUNS).isGreaterThan(RUNS * 9 / 10);
  }

  private static List<String> labels(int size) {
    List<String> labels = new ArrayList<>();
    for (int n = 1; n <= size; n++) {
      labels.add(LabelSeries.at(n));
    }
    return labels;
  }

  /** Every item has words of its own, so that one taken for another would be seen. */
  private static String text(int n) {
    return "Item number " + n + " begins here and ends there;";
  }

  private static String report(String language, int size, Random random) {
    var report = new StringBuilder(language.equals("ar") ? "1- " : "1. ").append("As follows:\n\n");
    for (int n = 1; n <= size; n++) {
      if (random.nextInt(3) == 0) {
        report.append("- ");
      }
      String label = printed(language, n);
      if (label.length() > 1 && random.nextInt(4) == 0) {
        label = label.substring(0, 1);
      } else if (label.length() > 1 && random.nextInt(4) == 0) {
        label = String.join(" ", label.split(""));
      }
      report.append('(').append(label).append(") ");
      String text = text(n);
      int cut = text.indexOf(' ', text.length() / 2);
      if (random.nextInt(8) == 0) {
        report.append(text, 0, cut).append("\n\n").append(text.substring(cut + 1));
      } else {
        report.append(text);
      }
      report.append(random.nextBoolean() ? "\n" : "\n\n");
    }
    return report
        .append(language.equals("ar") ? "2- " : "2. ")
        .append("The meeting closed.\n")
        .toString();
  }

  private static String printed(String language, int n) {
    String label = LabelSeries.at(n);
    return switch (language) {
      case "ar" -> String.valueOf(ARABIC.charAt(label.charAt(0) - 'a')).repeat(label.length());
      case "ru" -> label.replace('a', 'а').replace('c', 'с').replace('e', 'е');
      default -> label;
    };
  }
}
