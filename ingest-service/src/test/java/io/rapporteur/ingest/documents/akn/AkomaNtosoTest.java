package io.rapporteur.ingest.documents.akn;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.ingest.documents.Correction;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.KeptCorrections;
import io.rapporteur.ingest.documents.http.ManifestBody;
import io.rapporteur.ingest.reading.Footnote;
import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.ingest.reading.Reading;
import io.rapporteur.ingest.reading.ReadingResult;
import io.rapporteur.ingest.reading.ReportReader;
import io.rapporteur.ingest.reading.Section;
import io.rapporteur.ingest.source.Format;
import io.rapporteur.ingest.source.Limits;
import io.rapporteur.ingest.source.Line;
import io.rapporteur.ingest.source.Source;
import io.rapporteur.ingest.source.SourceResult;
import io.rapporteur.ingest.source.Sources;
import io.rapporteur.schemas.http.RequestBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** Each export is held against the schema of OASIS before anything else is said of it. */
class AkomaNtosoTest {

  private static final String SEED = "unodc-ccpcj-eg.4-2020-2";

  @Test
  void theSeedIsValidWithItsTwoListsAndAll117Items() throws Exception {
    Document seed = seed();

    Export export = Export.of(seed);

    assertThat(export.all("point")).hasSize(117);
    for (Item item : seed.reading().items()) {
      String label = item.id().substring(item.section().length() + 1);
      String expected = "para_%s__list_1__point_%s".formatted(item.paragraph(), label);
      Element point = export.point(item.id());
      assertThat(point.getAttribute("wId")).isEqualTo(expected);
      assertThat(point.getAttribute("eId")).isEqualTo(expected);
      assertThat(Export.child(point, "num").getTextContent()).isEqualTo(item.printedLabel());
      assertThat(Export.text(Export.words(point))).isEqualTo(item.text());
    }
    assertThat(export.work("para_13__list_1__point_jj")).hasSize(1);
    assertThat(Export.language(export.one("mainBody"))).isEqualTo("ar");
  }

  @Test
  void theDisclaimerOfEachListStandsBeforeItsPointsUnderItsHeading() throws Exception {
    Document seed = seed();

    Export export = Export.of(seed);

    for (Section section : seed.reading().sections()) {
      Element paragraph = export.expression("para_" + section.paragraph());
      assertThat(Export.child(paragraph, "num").getTextContent()).isEqualTo(section.paragraph());
      assertThat(Export.child(paragraph, "heading").getTextContent())
          .isEqualTo(section.headings().get("ar"));
      Element list = Export.child(paragraph, "list");
      assertThat(section.disclaimer()).isNotBlank();
      assertThat(Export.children(list).getFirst().getLocalName()).isEqualTo("intro");
      assertThat(Export.text(Export.children(list).getFirst())).isEqualTo(section.disclaimer());
    }
  }

  @Test
  void aFootnoteStandsWhereItsMarkerStoodCountedInCodePoints() throws Exception {
    Item item = item("a", "a \uD83D\uDD4A dove");
    Document document =
        document(
            "en",
            item.saying(
                item.text(), List.of(new Footnote("2", "Last.", 8), new Footnote("1", "x\ny", 3))));

    Export export = Export.of(document);

    Element words = Export.words(export.point("d.1.a"));
    assertThat(words.getFirstChild().getNodeValue()).isEqualTo("a \uD83D\uDD4A");
    Element note = Export.children(words).getFirst();
    assertThat(note.getLocalName()).isEqualTo("authorialNote");
    assertThat(note.getAttribute("marker")).isEqualTo("1");
    assertThat(note.getAttribute("placement")).isEqualTo("bottom");
    assertThat(Export.children(note)).extracting(Element::getTextContent).containsExactly("x", "y");
    assertThat(words.getLastChild().getTextContent()).isEqualTo("Last.");
    assertThat(Export.text(words)).isEqualTo(item.text());
  }

  @Test
  void theSeedSaysThatAMachineReadItAndWhatTheReaderRepaired() throws Exception {
    Document seed = seed();

    Export export = Export.of(seed);

    assertThat(export.one("FRBRauthoritative").getAttribute("value")).isEqualTo("false");
    assertThat(export.one("preface").getTextContent()).contains("not the authentic text");
    assertThat(export.one("reading").getAttribute("machineRead")).isEqualTo("true");
    assertThat(export.all("repair"))
        .hasSize(seed.reading().items().stream().mapToInt(i -> i.repairs().size()).sum())
        .allSatisfy(repair -> assertThat(repair.getNamespaceURI()).isEqualTo(Provenance.NAMESPACE));
  }

  @Test
  void namesWorkExpressionAndManifestationAndSaysOfEachDateWhatItIs() throws Exception {
    Export export = Export.of(seed());

    assertThat(uris(export))
        .containsExactly(
            "/akn/un/doc/report/2020/UNODC-CCPCJ-EG.4-2020-2",
            "/akn/un/doc/report/2020/UNODC-CCPCJ-EG.4-2020-2/ara@2026-01-02",
            "/akn/un/doc/report/2020/UNODC-CCPCJ-EG.4-2020-2/ara@2026-01-02.xml");
    assertThat(export.all("FRBRdate"))
        .extracting(date -> date.getAttribute("name") + " " + date.getAttribute("date"))
        .containsExactly("read 2026-01-02", "read 2026-01-02", "read 2026-01-02");
    assertThat(export.one("FRBRcountry").getAttribute("value")).isEqualTo("un");
    assertThat(export.one("FRBRlanguage").getAttribute("language")).isEqualTo("ara");
    assertThat(export.one("FRBRversionNumber").getAttribute("value")).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({
    "A/HRC/28/15, /akn/un/doc/report/A-HRC-28-15",
    "S/RES/687 (1991), /akn/un/doc/report/1991/S-RES-687-1991",
    "E/CN.15/2021/2/Rev.1, /akn/un/doc/report/2021/E-CN.15-2021-2-Rev.1",
    "A/1995, /akn/un/doc/report/A-1995"
  })
  void takesAYearFromTheSymbolWhereItHasOneAndGuessesNone(String symbol, String work)
      throws Exception {
    Document document = document("en", item("a", "Do."));
    var manifest = new Manifest("d", symbol, Map.of(), "en", false, document.manifest().lists());

    Export export = Export.of(Document.read(manifest, Export.FILE, document.reading(), 1));

    assertThat(uris(export).getFirst()).isEqualTo(work);
  }

  private static List<String> uris(Export export) {
    return export.all("FRBRuri").stream().map(uri -> uri.getAttribute("value")).toList();
  }

  @ParameterizedTest
  @CsvSource({"en,eng", "fr,fra", "es,spa", "ru,rus", "zh,zho", "ar,ara"})
  void nestedPointsAndThosePutInLaterHaveTheSameIdsInSixLanguages(String language, String code)
      throws Exception {
    byte[] file =
        Files.readAllBytes(Path.of("src/test/resources/reading/shapes." + language + ".txt"));
    Document document = read(opened(file), language, "2");

    Export export = Export.of(document);

    String list = "para_2__list_1__point_";
    assertThat(export.all("point"))
        .extracting(point -> point.getAttribute("wId"))
        .containsExactly(
            list + "a",
            list + "b",
            list + "b__list_1__point_i",
            list + "b__list_1__point_ii",
            list + "c",
            list + "c-bis",
            list + "d");
    assertThat(export.all("point"))
        .allSatisfy(p -> assertThat(p.getAttribute("eId")).isEqualTo(p.getAttribute("wId")));
    Element outer = Export.child(export.expression(list + "b"), "list");
    assertThat(outer.getAttribute("eId")).isEqualTo(list + "b__list_1");
    assertThat(Export.children(outer))
        .extracting(Element::getLocalName)
        .containsExactly("intro", "point", "point");
    for (Item item : document.reading().items()) {
      assertThat(Export.text(Export.words(export.point(item.id())))).isEqualTo(item.text());
    }
    assertThat(export.one("FRBRlanguage").getAttribute("language")).isEqualTo(code);
    assertThat(Export.language(export.one("mainBody"))).isEqualTo(language);
    assertThat(export.all("FRBRauthoritative")).isEmpty();
  }

  @Test
  void numberedRecommendationsNameTheirProposersApartFromTheirWords() throws Exception {
    Source source =
        text(
            "115. The recommendations below will be examined:",
            "115.1. Take the first measure without delay (Peru and Atlantis);",
            "115.2. Take the second measure in time (Peru);",
            "116. The meeting closed.");

    Export export = Export.of(read(source, "en", "115"));

    Element point = export.point("d.115.1");
    assertThat(point.getAttribute("wId")).isEqualTo("para_115__list_1__point_1");
    assertThat(Export.child(point, "num").getTextContent()).isEqualTo("1");
    assertThat(Export.text(Export.words(point))).isEqualTo("Take the first measure without delay;");
    Element peru = export.all("organization").getFirst();
    assertThat(peru.getTextContent()).isEqualTo("Peru");
    Element meant = export.expression(peru.getAttribute("refersTo").substring(1));
    assertThat(meant.getLocalName()).isEqualTo("TLCOrganization");
    assertThat(meant.getAttribute("href")).isEqualTo("/akn/ontology/organization/un/pe");
    assertThat(export.all("organization")).hasSize(2);
    assertThat(export.all("inline"))
        .singleElement()
        .satisfies(unknown -> assertThat(unknown.getTextContent()).isEqualTo("Atlantis"));
  }

  @Test
  void rowsOfATableAreItemsAndTheirOtherCellsAnnotations() throws Exception {
    Source source =
        new Source(
            Format.DOCX,
            "",
            List.of(
                row(1, "Recommendation", "Position", "Themes"),
                row(2, "115.2 Build wells (Peru);", "Supported", "Water"),
                row(3, "115.1 Mend pipes;", "Noted", "Water\nHealth")));

    Export export = Export.of(read(source, "en", "115"));

    assertThat(export.all("point"))
        .extracting(point -> point.getAttribute("eId"))
        .containsExactly("para_115__list_1__point_1", "para_115__list_1__point_2");
    assertThat(Export.child(export.point("d.115.1"), "num").getTextContent()).isEqualTo("115.1");
    assertThat(export.all("annotation").stream().map(Element::getTextContent))
        .contains("PositionNoted", "ThemesWater\nHealth");
  }

  @Test
  void articlesPartsAndThePreambleAreWhatTheyAre() throws Exception {
    Document document =
        read(
            text(
                "The Parties,",
                "(a) Seeing one thing,",
                "(b) Seeing another,",
                "Article 1",
                "1. First:",
                "(a) A;",
                "(b) B.",
                "Article 2",
                "1. Second:",
                "(a) C;",
                "(b) D.",
                "2. Third:",
                "(a) E;",
                "(b) F."),
            "en",
            "preamble",
            "art2.1",
            "art2.2");

    Export export = Export.of(document);

    assertThat(export.point("d.preamble.a").getAttribute("wId"))
        .isEqualTo("preamble__list_1__item_a");
    assertThat(Export.children(export.one("preamble")))
        .extracting(Element::getLocalName)
        .containsExactly("blockList");
    assertThat(Export.children(export.one("article")))
        .extracting(Element::getLocalName)
        .containsExactly("num", "paragraph", "paragraph");
    assertThat(export.point("d.art2.2.b").getAttribute("eId"))
        .isEqualTo("art_2__para_2__list_1__point_b");
    assertThat(Place.of("a.13").steps())
        .extracting(Place.Step::element)
        .containsExactly("part", "paragraph");
  }

  @Test
  void aCorrectedLabelOfAPublishedItemChangesItsEIdAndNotItsWId() throws Exception {
    Document document = document("en", item("a", "One."), item("b", "Two."), item("d", "Three."));
    Document corrected =
        document.corrected(
            new KeptCorrections(
                List.of(new Correction.Label("d.1.d", "c", true)),
                "seen in the PDF",
                "secretariat",
                Export.CORRECTED_AT));

    Export export = Export.of(corrected);

    Element point = export.point("d.1.d");
    assertThat(point.getAttribute("wId")).isEqualTo("para_1__list_1__point_d");
    assertThat(point.getAttribute("eId")).isEqualTo("para_1__list_1__point_c");
    assertThat(export.all("FRBRdate"))
        .extracting(date -> date.getAttribute("name"))
        .containsExactly("read", "corrected", "corrected");
    assertThat(export.one("corrections").getTextContent()).isEqualTo("seen in the PDFd.1.d");
  }

  @Test
  void twoItemsUnderOneLabelKeepIdsOfTheirOwn() throws Exception {
    Document document = document("en", item("a", "One."), item("b", "Two.").labelled("d.1.b", "a"));

    Export export = Export.of(document);

    assertThat(export.all("point"))
        .extracting(point -> point.getAttribute("eId"))
        .containsExactly("para_1__list_1__point_a", "para_1__list_1__point_a-2");
    assertThat(export.all("point"))
        .extracting(point -> point.getAttribute("wId"))
        .containsExactly("para_1__list_1__point_a", "para_1__list_1__point_b");
  }

  @Test
  void aPointWithoutWordsHoldsThoseWhoseOuterLabelNoItemHas() throws Exception {
    Export export = Export.of(document("en", item("a.i", "One."), item("a.ii", "Two.")));

    assertThat(export.all("point"))
        .extracting(point -> point.getAttribute("eId"))
        .containsExactly(
            "para_1__list_1__point_a",
            "para_1__list_1__point_a__list_1__point_i",
            "para_1__list_1__point_a__list_1__point_ii");
    assertThat(Export.children(export.expression("para_1__list_1__point_a")))
        .extracting(Element::getLocalName)
        .containsExactly("list");
  }

  @Test
  void theSameReadingIsTheSameBytes() throws IOException {
    assertThat(AkomaNtoso.of(seed())).isEqualTo(AkomaNtoso.of(seed()));
  }

  @Test
  void theSchemaRefusesWhatIsNotAkomaNtoso() throws Exception {
    String export =
        new String(AkomaNtoso.of(document("en", item("a", "Do."))), StandardCharsets.UTF_8);
    String spoilt = export.replace("<content>", "<contents>").replace("</content>", "</contents>");

    assertThat(
            OfficialSchema.faults(OfficialSchema.parsed(spoilt.getBytes(StandardCharsets.UTF_8))))
        .isNotEmpty();
  }

  private static Document seed() throws IOException {
    Path seeds = Path.of("../seeds");
    Manifest manifest =
        ManifestBody.read(
                RequestBody.object(Files.readAllBytes(seeds.resolve(SEED + ".manifest.json"))))
            .manifest();
    Source source = opened(Files.readAllBytes(seeds.resolve(SEED + ".ar.txt")));
    return document(manifest, source);
  }

  private static Source opened(byte[] file) {
    return ((SourceResult.Opened)
            new Sources(Limits.standard())
                .open(file, "report.txt", Optional.empty(), Optional.empty()))
        .source();
  }

  private static Document read(Source source, String language, String... paragraphs) {
    return document(manifest(language, paragraphs), source);
  }

  private static Document document(Manifest manifest, Source source) {
    Map<String, String> codes = Map.of("Peru", "pe");
    var result =
        (ReadingResult.Read)
            ReportReader.read(source, manifest, name -> Optional.ofNullable(codes.get(name)));
    return Document.read(manifest, Export.FILE, result.reading(), 1);
  }

  private static Document document(String language, Item... items) {
    var reading =
        new Reading(List.of(new Section("d.1", "1", Map.of(), "", "")), Arrays.asList(items));
    return Document.read(manifest(language, "1"), Export.FILE, reading, 1);
  }

  private static Item item(String label, String text) {
    return new Item(
        "d.1." + label, "1", 1, 1, label, label, "d.1", text, List.of(), 1, 1, List.of());
  }

  private static Manifest manifest(String language, String... paragraphs) {
    return new Manifest(
        "d",
        "D/1",
        Map.of(language, "Title"),
        language,
        false,
        Stream.of(paragraphs).map(p -> new ListOfRecommendations(p, "", Map.of())).toList());
  }

  private static Source text(String... texts) {
    return new Source(
        Format.TEXT,
        "UTF-8",
        IntStream.range(0, texts.length).mapToObj(i -> Line.printed(i + 1, texts[i])).toList());
  }

  private static Line row(int number, String... cells) {
    return new Line(number, 0, Line.Kind.ROW, 0, "", String.join(" | ", cells), List.of(cells));
  }
}
