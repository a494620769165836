package io.rapporteur.ingest.documents.akn;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.ingest.documents.Correction;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.KeptCorrections;
import io.rapporteur.ingest.documents.SourceFile;
import io.rapporteur.ingest.reading.Footnote;
import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Proposer;
import io.rapporteur.ingest.reading.Question;
import io.rapporteur.ingest.reading.QuestionKind;
import io.rapporteur.ingest.reading.Reading;
import io.rapporteur.ingest.reading.Repair;
import io.rapporteur.ingest.reading.RepairKind;
import io.rapporteur.ingest.reading.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Whatever stands in a reading, the export is valid and says it. */
class AnyTextTest {

  private static final int READINGS = 100;
  private static final String[] PIECES = {
    "]]>",
    "&",
    "&amp;",
    "<p>",
    "</akomaNtoso>",
    "<!--",
    "<?",
    "\"",
    "'",
    "%",
    "\r",
    "\r\n",
    "\n",
    "\t",
    "  ",
    "\u0000",
    "\u0001",
    "\u000B",
    "\u000C",
    "\u001F",
    "\u007F",
    "\u0085",
    "\u009F",
    "\uD800",
    "\uDC00",
    "\uDBFF",
    "\uFFFE",
    "\uFFFF",
    "\uFFFD",
    "\uFEFF",
    "\u200E",
    "\u200F",
    "\u202B",
    "\u202C",
    "\u2066",
    "\u2069",
    "\u2028",
    "\uD83D\uDD4A",
    "\uDBFF\uDFFF",
    "ي",
    "ككك",
    "ё",
    "中",
    "é",
    "a",
    "word "
  };
  private static final String[] PARAGRAPHS = {
    "13", "115", "a.13", "b", "art5", "art5.2", "art5.3", "preamble", "annex i"
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void isExportedValidAndWhole(long seed) throws Exception {
    var random = new Random(seed);
    for (int i = 0; i < READINGS; i++) {
      Document document = any(random);

      Export export = Export.of(document);

      for (Item item : document.reading().items()) {
        Element point = export.point(item.id());
        Element words = Export.words(point);
        assertThat(Export.text(words)).isEqualTo(visible(item.text()));
        assertThat(Export.child(point, "num").getTextContent())
            .isEqualTo(visible(item.printedLabel()));
        assertThat(notes(words)).isEqualTo(expectedNotes(item));
      }
      assertThat(export.all("item").stream().filter(AnyTextTest::ours))
          .hasSameSizeAs(document.reading().items());
      assertThat(export.one("docTitle").getTextContent())
          .isEqualTo(visible(document.manifest().titles().values().iterator().next()));
    }
  }

  private static boolean ours(Element element) {
    return element.getNamespaceURI().equals(Provenance.NAMESPACE);
  }

  /** The notes of a text, each with the text before it. */
  private static List<String> notes(Element words) {
    List<String> notes = new ArrayList<>();
    var before = new StringBuilder();
    for (var node = words.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element note) {
        notes.add(
            before
                + "|"
                + String.join("\n", Export.children(note).stream().map(Export::text).toList()));
      } else {
        before.append(node.getNodeValue());
      }
    }
    return notes;
  }

  private static List<String> expectedNotes(Item item) {
    return item.footnotes().stream()
        .sorted(java.util.Comparator.comparingInt(Footnote::offset))
        .map(
            note ->
                visible(
                    item.text().substring(0, item.text().offsetByCodePoints(0, note.offset()))
                        + "|"
                        + note.text()))
        .toList();
  }

  /** What XML 1.0 forbids, seen. */
  private static String visible(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }

  private static Document any(Random random) {
    List<Section> sections = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    String language = pick(random, "ar", "zh", "en", "fr", "ru", "es");
    for (String paragraph : PARAGRAPHS) {
      if (random.nextInt(3) == 0) {
        String id = "d." + paragraph;
        sections.add(
            new Section(
                id, paragraph, Map.of(language, any(random, 5)), any(random, 2), any(random, 9)));
        list(random, 5, () -> item(random, id, paragraph, items.size() + 1)).stream()
            .filter(item -> items.stream().noneMatch(other -> other.id().equals(item.id())))
            .forEach(items::add);
      }
    }
    var manifest =
        new Manifest(
            "d",
            "S" + any(random, 3),
            Map.of(language, "T" + any(random, 5)),
            language,
            random.nextBoolean(),
            List.of());
    List<Question> questions =
        list(
            random,
            2,
            () -> new Question(QuestionKind.GAP, 1, any(random, 5), List.of(any(random, 2))));
    List<KeptCorrections> corrections =
        list(
            random,
            2,
            () ->
                new KeptCorrections(
                    List.of(new Correction.Drop(any(random, 2))),
                    any(random, 5),
                    any(random, 2),
                    Export.CORRECTED_AT));
    return new Document(
        manifest,
        new SourceFile(any(random, 3), "0".repeat(64), "text", "UTF-8", Export.READ_AT),
        new Reading(sections, items, questions),
        corrections,
        random.nextBoolean(),
        1 + random.nextInt(9));
  }

  private static Item item(Random random, String section, String paragraph, int place) {
    String label =
        String.join(
            ".",
            IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> pick(random, "a", "b", "c-bis", "i", "ii", "1", "12"))
                .toList());
    String text = any(random, 20);
    int length = text.codePointCount(0, text.length());
    return new Item(
        section + "." + (random.nextInt(5) == 0 ? "x" + place : label),
        paragraph,
        place,
        place,
        label,
        any(random, 2),
        section,
        text,
        list(
            random,
            3,
            () -> new Footnote(any(random, 1), any(random, 6), random.nextInt(length + 1))),
        1,
        1,
        list(
            random,
            2,
            () ->
                new Repair(
                    RepairKind.BULLET, 1, any(random, 2), any(random, 2), any(random, 3), 0.5)),
        list(
            random,
            3,
            () ->
                new Proposer(
                    any(random, 3),
                    random.nextBoolean()
                        ? Optional.of(pick(random, "pe", "ba"))
                        : Optional.empty())),
        random.nextDouble(),
        list(random, 2, () -> any(random, 1)),
        Map.of(any(random, 2), any(random, 4)));
  }

  private static String any(Random random, int most) {
    var text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(pick(random, PIECES));
    }
    return text.toString();
  }

  private static <T> List<T> list(Random random, int most, Supplier<T> each) {
    return Stream.generate(each).limit(random.nextInt(most + 1)).toList();
  }

  private static String pick(Random random, String... from) {
    return from[random.nextInt(from.length)];
  }
}
