package io.rapporteur.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.ingest.source.PlainText;
import io.rapporteur.ingest.source.Refusal.Fault;
import io.rapporteur.ingest.source.Source;
import io.rapporteur.ingest.source.SourceResult;
import io.rapporteur.schemas.reference.LabelSeries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SeedReportTest {

  private static final String DOCUMENT = "unodc-ccpcj-eg.4-2020-2";
  private static Reading reading;
  private static List<String> lines;

  @BeforeAll
  static void read() throws IOException {
    lines = Files.readAllLines(Path.of("../seeds", DOCUMENT + ".ar.txt"));
    reading = ((ReadingResult.Read) readSeed(manifest("13", "14"))).reading();
  }

  private static Manifest manifest(String... paragraphs) {
    return new Manifest(
        DOCUMENT,
        "UNODC/CCPCJ/EG.4/2020/2",
        Map.of(),
        "ar",
        true,
        java.util.Arrays.stream(paragraphs)
            .map(p -> new ListOfRecommendations(p, "", Map.of()))
            .toList());
  }

  @Test
  void holds67RecommendationsUnderParagraph13And50Under14() {
    List<String> expected =
        java.util.stream.Stream.concat(
                IntStream.rangeClosed(1, 67).mapToObj(n -> DOCUMENT + ".13." + LabelSeries.at(n)),
                IntStream.rangeClosed(1, 50).mapToObj(n -> DOCUMENT + ".14." + LabelSeries.at(n)))
            .toList();

    assertThat(reading.items()).extracting(Item::id).containsExactlyElementsOf(expected);
  }

  @Test
  void reportsEachOfThe35LabelsThatDepartFromTheirSeries() {
    assertThat(repaired(RepairKind.LOST_DOUBLING)).isEqualTo(30);
    assertThat(repaired(RepairKind.WRONG_LETTER)).isEqualTo(1);
    assertThat(repaired(RepairKind.SPACES_IN_LABEL)).isEqualTo(4);
  }

  @Test
  void reportsThe59Bullets() {
    assertThat(repaired(RepairKind.BULLET)).isEqualTo(59);
  }

  @Test
  void keepsTheFootnoteOf13aApartFrom13bThatItCutsInTwo() {
    Item a = item("13.a");
    Item b = item("13.b");

    assertThat(a.footnotes()).hasSize(1);
    assertThat(a.footnotes().getFirst().marker()).isEqualTo("1");
    assertThat(a.footnotes().getFirst().text().lines()).hasSize(3);
    assertThat(
            a.text()
                .substring(0, a.text().offsetByCodePoints(0, a.footnotes().getFirst().offset())))
        .endsWith("في المواد الإباحية،");
    assertThat(a.text()).doesNotContain("⁽").endsWith("والأنشطة الإرهابية؛");
    assertThat(b.footnotes()).isEmpty();
    assertThat(b.text())
        .contains("247/74 الذي قررت فيه الجمعية العامة إنشاء لجنة خبراء")
        .endsWith("أو تعارض أي مما سبق؛");
    assertThat(b.repairs()).extracting(Repair::kind).contains(RepairKind.FOOTNOTE_BETWEEN);
  }

  @Test
  void joinsWhatPageBreaksCutApart() {
    assertThat(item("13.a").text()).contains("(الجرائم التي تُيسر بواسطة الفضاء السيبراني)");
    assertThat(item("13.qq").text()).isNotBlank();
    assertThat(item("13.pp").text() + item("13.qq").text()).isNotBlank();
    assertThat(repaired(RepairKind.PAGE_BREAK)).isEqualTo(2);
  }

  @Test
  void carriesHeadingAndDisclaimerOfBothLists() {
    assertThat(reading.sections()).extracting(Section::paragraph).containsExactly("13", "14");
    assertThat(reading.sections().get(0).headings()).containsEntry("ar", "ألف - التعاون الدولي");
    assertThat(reading.sections().get(1).headings()).containsEntry("ar", "باء - المنع");
    assertThat(reading.sections())
        .allSatisfy(
            section ->
                assertThat(section.disclaimer())
                    .contains("ولا يعني إدراجها أن فريق الخبراء قد أقرها")
                    .endsWith(":"));
  }

  @Test
  void losesNoWordAndTakesNoneTwice() {
    String read =
        reading.items().stream()
            .map(
                item ->
                    item.text()
                        + item.footnotes().stream()
                            .map(Footnote::text)
                            .collect(Collectors.joining()))
            .collect(Collectors.joining());

    String printed =
        IntStream.concat(IntStream.rangeClosed(43, 167), IntStream.rangeClosed(173, 238))
            .mapToObj(line -> lines.get(line - 1))
            .map(line -> line.replaceFirst("^(- )?\\([^)]{1,7}\\) ", ""))
            .map(line -> line.replace("⁽¹⁾", ""))
            .collect(Collectors.joining());

    assertThat(sorted(read)).isEqualTo(sorted(printed));
  }

  @Test
  void isNotLedAstrayByTheAgendaInsideParagraph66ThatStartsAgainAt1() {
    var paragraphs = new Paragraphs(source());

    assertThat(paragraphs.count()).isEqualTo(73);
    assertThat(paragraphs.start(67)).isEqualTo(381);
  }

  @Test
  void namesEveryParagraphThatIsNotThere() {
    var refused = (ReadingResult.Refused) readSeed(manifest("13", "400", "x"));

    assertThat(refused.refusal().faults()).extracting(Fault::value).containsExactly("400", "x");
  }

  private static ReadingResult readSeed(Manifest manifest) {
    return ReportReader.read(source(), manifest);
  }

  private static Source source() {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return ((SourceResult.Opened) PlainText.open(bytes)).source();
  }

  private static long repaired(RepairKind kind) {
    return reading.items().stream()
        .flatMap(item -> item.repairs().stream())
        .filter(repair -> repair.kind() == kind)
        .count();
  }

  private static Item item(String label) {
    return reading.items().stream()
        .filter(item -> item.id().equals(DOCUMENT + "." + label))
        .findFirst()
        .orElseThrow();
  }

  private static String sorted(String text) {
    return text.codePoints()
        .filter(c -> !Character.isWhitespace(c))
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
