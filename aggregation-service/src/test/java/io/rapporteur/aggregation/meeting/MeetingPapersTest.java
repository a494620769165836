package io.rapporteur.aggregation.meeting;

import static io.rapporteur.aggregation.meeting.MeetingExamples.NOON;
import static io.rapporteur.aggregation.meeting.MeetingExamples.id;
import static io.rapporteur.aggregation.meeting.MeetingExamples.merged;
import static io.rapporteur.aggregation.meeting.MeetingExamples.on;
import static io.rapporteur.aggregation.meeting.MeetingExamples.split;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.meeting.MeetingExamples.Room;
import io.rapporteur.aggregation.meeting.paper.AdoptedList;
import io.rapporteur.aggregation.meeting.paper.AgreedSoFar;
import io.rapporteur.aggregation.meeting.paper.ListLineage;
import io.rapporteur.aggregation.meeting.paper.Setting;
import io.rapporteur.aggregation.paper.Order;
import io.rapporteur.aggregation.paper.OtherSoftware;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperWriter;
import io.rapporteur.aggregation.paper.PaperWriter.Progress;
import io.rapporteur.aggregation.paper.Part;
import io.rapporteur.aggregation.paper.Sample;
import io.rapporteur.aggregation.paper.UnLanguage;
import io.rapporteur.aggregation.paper.Words;
import io.rapporteur.aggregation.paper.akn.AkomaNtosoPapers;
import io.rapporteur.aggregation.paper.akn.OfficialSchema;
import io.rapporteur.aggregation.paper.docx.DocxPapers;
import io.rapporteur.aggregation.paper.pdf.PdfPapers;
import io.rapporteur.aggregation.paper.sheet.CsvSheets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a meeting has made, as papers. */
class MeetingPapersTest {

  private static final Instant SIX = Instant.parse("2021-04-07T16:00:00Z");
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
  private static final String ARABIC = "ينبغي للدول أن تعزز التعاون (القرار 74/173).";
  private static final String FRENCH = "Les États devraient renforcer la coopération.";
  private static final String ENGLISH = "States should strengthen cooperation <now> & here.";

  private final Room room = new Room();
  @TempDir private Path folder;

  private static Setting setting(UnLanguage language) {
    return new Setting(
        Sample.consultation(),
        Sample.items(),
        Sample.order(language.tag()),
        VIENNA,
        language,
        Optional.empty(),
        Optional.empty());
  }

  /** Entries in several languages, made of the items of the sample, decided in every way. */
  private void decided() {
    room.done(
        Judging.proposing(
            List.of(
                card(Map.of("en", ENGLISH, "ar", ARABIC, "fr", FRENCH), Sample.ITEM_A),
                card(Map.of("en", "A network of contact points."), Sample.ITEM_JJ),
                card(Map.of("en", "Three."), Sample.ITEM_JJ),
                card(Map.of("en", "Four."), Sample.ITEM_JJ),
                card(Map.of("en", "Five."), Sample.ITEM_JJ),
                card(Map.of("en", "Six."), Sample.ITEM_JJ))));
    room.circulate();
    room.decide(
        on(1, Kind.AGREED),
        on(2, Kind.AGREED_AD_REFERENDUM),
        merged(3, 2),
        split(4, "Four, first.", "Four, second."),
        on(5, Kind.DEFERRED),
        on(6, Kind.NOT_AGREED));
    room.done(
        Stating.stating(
            new Step.Stated(
                statement(Optional.of(id(1)), "eg", "ar", Sample.ARABIC),
                Optional.empty(),
                false)));
    room.done(
        Stating.stating(
            new Step.Stated(
                statement(Optional.empty(), "br", "en", "On the whole."),
                Optional.empty(),
                false)));
    room.done(Judging.showing(Optional.empty()));
  }

  private void adopted() {
    decided();
    room.decide(on(2, Kind.AGREED), on(7, Kind.AGREED), on(8, Kind.DEFERRED)).show();
    room.done(Adopting.adopting("en", SIX, room.seen()));
  }

  private static Card card(Map<String, String> texts, String source) {
    return new Card("", new Wording(texts, "en"), List.of(source), true);
  }

  private static Statement statement(
      Optional<String> entry, String participant, String language, String text) {
    return new Statement(
        0,
        entry,
        participant,
        "member-state",
        Statement.Kind.EXPLANATION_OF_POSITION,
        text,
        language,
        NOON,
        NOON);
  }

  private Paper agreed(UnLanguage language, boolean prepared) {
    return new AgreedSoFar(setting(language), room.meeting(), prepared).paper(SIX);
  }

  private Paper list(UnLanguage language) {
    return new AdoptedList(setting(language), room.meeting()).paper();
  }

  private Paper lineage(Sight sight) {
    return new ListLineage(setting(UnLanguage.EN), room.meeting(), sight).paper(SIX);
  }

  private static List<String> outline(Paper paper) {
    List<String> outline = new ArrayList<>();
    for (Part part : paper.parts()) {
      switch (part) {
        case Part.Heading heading -> outline.add("# " + heading.text());
        case Part.Point point -> {
          outline.add(
              point.number().map(n -> n + ". ").orElse("")
                  + point.heading()
                  + point.texts().stream().map(t -> t.language() + ":" + t.text()).toList());
          outline.addAll(point.facts());
          point.said().forEach(said -> outline.add(said.heading() + ": " + said.text().text()));
        }
        default -> throw new AssertionError(part);
      }
    }
    return outline;
  }

  @Test
  void putsAgreedTextsFirstWithTheStatusOfTheirMomentInTheZoneOfTheMeeting() {
    decided();

    Paper paper = agreed(UnLanguage.EN, false);

    assertThat(paper.heading()).isEqualTo("Agreed so far, status of 7 April 18:00, unofficial");
    assertThat(outline(paper))
        .containsSubsequence(
            "# Agreed",
            "Entry 1 – Agreed[en:" + ENGLISH + "]",
            "Decided on 7 April 2021 at 14:00",
            "Made of: 13(a)",
            "Egypt – Explanation of position – Original: Arabic: " + Sample.ARABIC,
            "# Agreed ad referendum",
            "Entry 2 – Agreed ad referendum[en:A network of contact points.]",
            "# Deferred",
            "# Not agreed",
            "# Merged or split",
            "Entry 3 – Merged into another entry[en:Three.]",
            "Merged into: Entry 2",
            "Split into: Entry 7; Entry 8",
            "# Statements on the whole",
            "Brazil – Explanation of position – Original: English: On the whole.",
            "# Headings and disclaimers of the lists of preliminary conclusions and"
                + " recommendations");
    assertThat(outline(paper).getLast()).isEqualTo("Agenda item 2");
    assertThat(paper.notices())
        .contains(
            "The text of the report was read by machine; it is not the authentic text.",
            "This paper shows decisions as the chair has shown them to the meeting.");
  }

  @Test
  void holdsWhatIsPreparedOnlyWhereItIsAskedForAndThenSaysSo() {
    decided();
    room.decide(on(5, Kind.AGREED));

    assertThat(outline(agreed(UnLanguage.EN, false)))
        .contains("Entry 5 – Deferred[en:Five.]")
        .doesNotContain("Entry 5 – Agreed[en:Five.]", "Not shown yet as it stands");
    assertThat(outline(agreed(UnLanguage.EN, true)))
        .containsSubsequence("Entry 5 – Agreed[en:Five.]", "Not shown yet as it stands");
    assertThat(agreed(UnLanguage.EN, true).notices().toString()).contains("Not for circulation.");
    assertThat(agreed(UnLanguage.EN, false).notices().toString())
        .doesNotContain("Not for circulation.");
  }

  @Test
  void saysThatNothingWasShownYet() {
    room.propose("one").decide(on(1, Kind.AGREED));

    assertThat(outline(agreed(UnLanguage.EN, false)))
        .containsExactly("[]", "No decision has been shown so far.");
  }

  @Test
  void numbersTheListAnewWithoutAttributionAndStatesItsLanguages() {
    adopted();

    Paper list = list(UnLanguage.FR);

    assertThat(outline(list))
        .startsWith(
            "1. [fr:" + FRENCH + "]",
            "Langues dans lesquelles le texte a été convenu : arabe ; anglais ; français",
            "2. [en:A network of contact points.]",
            "3. [en:Four, first.]");
    assertThat(list.notices())
        .containsExactly(
            "Adoptées le 7 avril 2021. Langue d’adoption : anglais.",
            "Les textes dans les autres langues suivront.");
    assertThat(outline(list).toString() + list.notices())
        .doesNotContain("Égypte", "Egypt", "Brazil", "eg", "Entrée")
        .contains("لا يعني إدراج أي بند");
    assertThat(list.items()).isEqualTo(3);
  }

  @Test
  void saysThatTheListWasCorrectedAndWhere() {
    adopted();
    Paper before = list(UnLanguage.EN);
    room.done(
        Adopting.correcting(
            List.of(new Step.CorrectText(2, "en", "A network of points of contact.")),
            "misprint",
            room.seen()));

    Paper list = list(UnLanguage.EN);

    assertThat(list.notices())
        .contains("Corr.1, 7 April 2021: misprint (No. 2, English)")
        .containsAll(before.notices());
    assertThat(outline(list))
        .containsSubsequence(
            "2. [en:A network of points of contact.]",
            "As corrected by Corr.1",
            "3. [en:Four, first.]");
  }

  @Test
  void tellsTheLineageWithItemsVoicesAndDecisionsAsFarAsItsReaderSees() {
    adopted();

    Paper all =
        lineage(new Sight("secretariat", Optional.empty(), Sample.comments(), List.of(), Set.of()));
    Paper sealed = lineage(Sight.ofPublic(Optional.empty()));

    assertThat(outline(all))
        .containsSubsequence(
            "# No. 1",
            "[en:" + ENGLISH + "]",
            "Entry 1 – Agreed[]",
            "13(a) – comments received: 4",
            "Comments: Brazil (Support); China; Egypt (Support with changes); Group of 77 and"
                + " China",
            "7 April 2021, 14:00: Agreed",
            "# No. 2",
            "Entry 2 – Agreed[]",
            "7 April 2021, 14:00: Agreed ad referendum",
            "Entry 3 – Merged into another entry[]",
            "Merged into: Entry 2",
            "# No. 3",
            "Entry 7 – Agreed[]",
            "Part of: Entry 4",
            "# Entries in no item of the list",
            "Entry 8 – Deferred[]");
    assertThat(all.notices().getFirst()).startsWith("Internal annex");
    assertThat(outline(sealed).toString()).doesNotContain("Brazil", "received", "Egypt");
    assertThat(sealed.notices().toString()).contains("no comments have been published");
  }

  @ParameterizedTest
  @EnumSource
  void areReadByOtherSoftwareInTheirOrderInEachLanguage(UnLanguage language) throws IOException {
    adopted();
    Words words = Words.in(language);
    Paper agreed = agreed(language, false);
    String arabic = language == UnLanguage.AR ? ARABIC : Sample.ARABIC;

    String docx =
        Files.readString(
            OtherSoftware.libreOffice(
                file("agreed-" + language.tag() + ".docx", new DocxPapers(), agreed),
                "txt:Text (encoded):UTF8"));
    String pdf = text("agreed-" + language.tag() + ".pdf", agreed);
    String list = text("adopted-" + language.tag() + ".pdf", list(language));
    file("adopted-" + language.tag() + ".docx", new DocxPapers(), list(language));

    assertThat(docx)
        .containsSubsequence(
            agreed.heading(),
            words.word("meeting.standing.agreed"),
            words.word("meeting.entry", "1"),
            arabic,
            words.word("meeting.entry", "2"));
    assertThat(pdf)
        .containsSubsequence(
            written(words.word("meeting.standing.agreed")),
            written(arabic.substring(0, 20)),
            written("A network of contact points."));
    assertThat(list)
        .containsSubsequence("A network of contact points.".replace(" ", ""), "Four,first.");
  }

  @ParameterizedTest
  @EnumSource
  void ofTheListAreValidAkomaNtosoAndATableOfTexts(UnLanguage language) throws Exception {
    adopted();

    OfficialSchema.valid(bytes(new AkomaNtosoPapers(), list(language)));
    String csv =
        new String(bytes(new CsvSheets(Order.OURS), list(language)), StandardCharsets.UTF_8);
    assertThat(csv).contains("2,A network of contact points.,");
    assertThat(csv.lines().findFirst().orElseThrow().split(",")).hasSize(3);
  }

  @Test
  void areTheSameBytesOfTheSameList() throws IOException {
    adopted();

    for (PaperWriter writer : List.of(new DocxPapers(), new PdfPapers(folder))) {
      assertThat(bytes(writer, list(UnLanguage.AR))).isEqualTo(bytes(writer, list(UnLanguage.AR)));
    }
  }

  private static byte[] bytes(PaperWriter writer, Paper paper) throws IOException {
    var out = new ByteArrayOutputStream();
    writer.write(paper, Progress.UNSEEN, out);
    return out.toByteArray();
  }

  private static Path file(String name, PaperWriter writer, Paper paper) throws IOException {
    return OtherSoftware.file(name, out -> writer.write(paper, Progress.UNSEEN, out));
  }

  private String text(String name, Paper paper) throws IOException {
    return written(OtherSoftware.text(file(name, new PdfPapers(folder), paper)));
  }

  /** Spaces and the ends of lines are the layout's; forms of letters are those of the font. */
  private static String written(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+", "");
  }
}
