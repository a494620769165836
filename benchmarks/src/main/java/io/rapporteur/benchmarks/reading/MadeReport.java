package io.rapporteur.benchmarks.reading;

import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.ingest.reading.Reading;
import io.rapporteur.ingest.reading.ReadingResult;
import io.rapporteur.ingest.reading.ReportReader;
import io.rapporteur.ingest.source.Limits;
import io.rapporteur.ingest.source.SourceResult;
import io.rapporteur.ingest.source.Sources;
import io.rapporteur.schemas.reference.LabelSeries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A report of any length in the shapes of real ones: wrapped lines, footnotes, page breaks. */
record MadeReport(String text, Manifest manifest) {

  private static final int LINE = 90;
  private static final Map<String, String> STATES =
      Map.of(
          "Peru",
          "pe",
          "Spain",
          "es",
          "Egypt",
          "eg",
          "Japan",
          "jp",
          "Iran (Islamic Republic of)",
          "ir");
  private static final List<String> WORDS =
      List.of(
          "to strengthen national law on the collection of electronic evidence and its exchange",
          "to share good practice in training, with a view to equal capacity of investigators",
          "to name a point of contact that answers at any hour (twenty-four hours, seven days)",
          "to review the rules on preservation of data; and to keep them in step with technology",
          "to report on progress at the next meeting, paragraph 4 of the work plan notwithstanding");

  /** Reads as the product does. */
  static Reading read(Path file, Manifest manifest) {
    var opened =
        new Sources(Limits.standard())
            .open(file, file.getFileName().toString(), Optional.empty(), Optional.empty());
    if (opened instanceof SourceResult.Opened(var source)
        && ReportReader.read(source, manifest, printed -> Optional.ofNullable(STATES.get(printed)))
            instanceof ReadingResult.Read(Reading reading)) {
      return reading;
    }
    throw new IllegalStateException("file: " + opened + " (expected: a report that can be read)");
  }

  static Manifest manifest(List<ListOfRecommendations> lists) {
    return new Manifest("made", "MADE/1", Map.of(), "en", false, lists);
  }

  /** Items 115.1, 115.2 and so on, each with its proposers. */
  static MadeReport numbered(int items) {
    var random = new Random(items);
    var text = new StringBuilder("115. The recommendations below will be examined:\n\n");
    for (int n = 1; n <= items; n++) {
      String proposers = String.join(", ", some(random, List.copyOf(STATES.keySet())));
      wrap(text, "115.%d %s (%s);".formatted(n, words(random), proposers));
      breakPage(text, n);
    }
    text.append("116. The meeting closed.\n");
    return new MadeReport(text.toString(), manifest(List.of(list(115))));
  }

  /** Lettered lists as those of the seed, 67 items and 50 by turns, one doubling in ten lost. */
  static MadeReport lettered(int items) {
    var random = new Random(items);
    var text = new StringBuilder();
    List<ListOfRecommendations> lists = new ArrayList<>();
    int left = items;
    while (left > 0) {
      int size = Math.min(left, lists.size() % 2 == 0 ? 67 : 50);
      lists.add(list(lists.size() + 1));
      text.append("II. Conclusions and recommendations\n\n");
      text.append(lists.size()).append(". The following was suggested by Member States:\n\n");
      for (int place = 1; place <= size; place++) {
        String label = LabelSeries.at(place);
        String printed = random.nextInt(10) == 0 ? label.substring(0, 1) : label;
        wrap(text, "(%s) %s;".formatted(printed, words(random)));
        breakPage(text, place);
      }
      left -= size;
    }
    text.append(lists.size() + 1).append(". The meeting closed.\n");
    return new MadeReport(text.toString(), manifest(lists));
  }

  private static ListOfRecommendations list(int paragraph) {
    return new ListOfRecommendations(String.valueOf(paragraph), "", Map.of());
  }

  private static String words(Random random) {
    return String.join(", ", some(random, WORDS));
  }

  private static List<String> some(Random random, List<String> from) {
    List<String> some = new ArrayList<>();
    for (int n = random.nextInt(3); n >= 0; n--) {
      some.add(from.get(random.nextInt(from.size())));
    }
    return some;
  }

  private static void wrap(StringBuilder text, String item) {
    int start = 0;
    while (item.length() - start > LINE) {
      int space = item.lastIndexOf(' ', start + LINE);
      text.append(item, start, space).append('\n');
      start = space + 1;
    }
    text.append(item, start, item.length()).append('\n');
  }

  private static void breakPage(StringBuilder text, int item) {
    if (item % 20 == 0) {
      text.append("\n\n");
    }
  }
}
