package io.rapporteur.aggregation.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.compilation.WorkedComments;
import io.rapporteur.aggregation.paper.Composing;
import io.rapporteur.aggregation.paper.OtherSoftware;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperWriter;
import io.rapporteur.aggregation.paper.PaperWriter.Progress;
import io.rapporteur.aggregation.paper.Part;
import io.rapporteur.aggregation.paper.Sample;
import io.rapporteur.aggregation.paper.UnLanguage;
import io.rapporteur.aggregation.paper.Words;
import io.rapporteur.aggregation.paper.docx.DocxPapers;
import io.rapporteur.aggregation.paper.pdf.PdfPapers;
import io.rapporteur.aggregation.rolling.Regroupings.Regrouped;
import io.rapporteur.aggregation.rolling.paper.RollingPaper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rolling text as a paper. */
class RollingPaperTest {

  private static final String NEAR = Sample.PROPOSED_A + " الآن";
  private static final String CHINESE = "各国应加强国际合作";

  private final List<Comment> comments =
      new ArrayList<>(
          List.of(
              proposes("cl", "ar", NEAR, 1),
              proposes("eg", "ar", Sample.PROPOSED_A.replace(" أن ", "  أن "), 1),
              proposes("br", "ar", Sample.PROPOSED_A, 1),
              proposes("ps", "ar", "نص سابق.", 7),
              proposes("cn", "zh", CHINESE, 1)));
  private Regroupings regroupings = (item, language) -> List.of();
  @TempDir private Path folder;

  private static Comment proposes(String who, String language, String text, int version) {
    return WorkedComments.proposing(
        who,
        who,
        who.equals("ps") ? "non-member-observer-state" : "member-state",
        language,
        text,
        version);
  }

  private Paper paper(UnLanguage language) {
    return paper(language, Sample.items(), true, Optional.empty());
  }

  private Paper paper(
      UnLanguage language, List<Item> items, boolean whole, Optional<Composing.State> state) {
    var order = Sample.order(language.tag());
    return new RollingPaper(
            Sample.consultation(),
            items,
            whole,
            new Sight("secretariat", Optional.empty(), comments, List.of(), Set.of()),
            order,
            Sample.asked(language),
            state,
            new RollingText(language.tag(), comments, order, regroupings, 0.8))
        .paper(Sample.DAY);
  }

  private static List<String> outline(Paper paper) {
    List<String> outline = new ArrayList<>();
    for (Part part : paper.parts()) {
      switch (part) {
        case Part.Section section -> outline.add("# " + section.heading().text());
        case Part.Item item -> outline.add(item.heading(paper.words()) + ": " + item.text().text());
        case Part.Point point -> {
          outline.addAll(point.facts());
          point
              .said()
              .forEach(
                  said ->
                      outline.add(
                          said.heading()
                              + " ["
                              + said.text().language()
                              + "] "
                              + said.text().text()));
        }
        default -> throw new AssertionError(part);
      }
    }
    return outline;
  }

  @Test
  void holdsEachItemItsBracketsAndEveryProposedTextUnderThoseWhoProposeIt() {
    assertThat(outline(paper(UnLanguage.AR)))
        .containsExactly(
            "# التعاون الدولي",
            "البند 1 – 13(a) – 13(أ): " + Sample.TEXT_A,
            "البند مع ما هو مقترح بشأنه [ar] "
                + RollingItem.of(
                        Sample.items().getFirst(),
                        "ar",
                        comments,
                        Sample.order("ar"),
                        List.of(),
                        0.8)
                    .bracketed()
                    .orElseThrow(),
            "اقترحه: البرازيل؛ مصر – نصوص شبه متطابقة، المجموعة 1 (درجة التشابه 0.8 على الأقل) [ar]"
                + " "
                + Sample.PROPOSED_A,
            "اقترحه: شيلي – نصوص شبه متطابقة، المجموعة 1 (درجة التشابه 0.8 على الأقل) [ar] " + NEAR,
            "اقترحه: مجموعة الـ 77 والصين – بشأن صيغة سابقة، ولذلك لا يرد بين القوسين [ar] نص"
                + " سابق.",
            "اقترحه: الصين – الأصل: بالصينية – الترجمة قيد الإعداد [zh] " + CHINESE,
            "البند 36 – 13(jj) – 13(يي): إنشاء شبكة من جهات الاتصال تعمل على مدار الساعة.",
            "لم يُقترح أي نص بشأن هذا البند.");
  }

  @Test
  void putsOriginalsBesideAnItemThatIsNotThereInTheLanguageWithTheTranslationsOfTheirComments() {
    assertThat(outline(paper(UnLanguage.EN)))
        .containsSubsequence(
            "Item 1 – 13(a): " + Sample.TEXT_A,
            "The item has no text in the language of this paper; so what is proposed on it stands"
                + " without brackets.",
            "Proposed by: Brazil; Egypt – Original: Arabic – translation pending [ar] "
                + Sample.PROPOSED_A,
            "Comment of: Brazil – Unofficial translation into English, by the secretariat [en] a"
                + " courtesy",
            "Comment of: Egypt – Unofficial translation into English, by the secretariat [en] a"
                + " courtesy",
            "Proposed by: China – Original: Chinese – translation pending [zh] " + CHINESE);
    assertThat(outline(paper(UnLanguage.EN)).toString()).doesNotContain("near-duplicates");
  }

  @Test
  void namesTheThresholdThatWasRecordedWithWhatTheSecretariatGrouped() {
    regroupings =
        (item, language) ->
            List.of(
                new Regrouped(
                    1,
                    Grouping.JOINED,
                    List.of(Normalized.id(NEAR), Normalized.id("نص سابق.")),
                    0.65));

    assertThat(outline(paper(UnLanguage.AR)))
        .filteredOn(line -> line.contains("كما جمعتها الأمانة"))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("المجموعة 1", "درجة تشابهها 0.65 على الأقل"));
  }

  @Test
  void saysWhoReadsItHowTextsAreGroupedAndThatNothingIsAdopted() {
    Paper french = paper(UnLanguage.FR);

    assertThat(french.heading())
        .isEqualTo("Texte évolutif des conclusions et recommandations préliminaires");
    assertThat(french.notices())
        .contains(
            "Rien de ce qui figure dans le présent document n’a été adopté. Le silence ne vaut pas"
                + " accord et le nombre d’observations n’est pas un vote.")
        .anyMatch(notice -> notice.contains("similitude est d’au moins 0,8 sur une échelle"))
        .anyMatch(notice -> notice.contains("secrétariat"));
    assertThat(
            paper(
                    UnLanguage.EN,
                    Sample.items().subList(1, 2),
                    false,
                    Optional.of(new Composing.State(Optional.empty(), "cut-7", true)))
                .notices())
        .contains(
            "It shows a part of the compilation: Item 36, 13(jj).",
            "State of the log, by which the same can be asked for again: cut-7",
            "Provisional: comments received by then may still be on their way.");
  }

  @ParameterizedTest
  @EnumSource
  void isReadInItsOrderInADocumentAndOnPagesInEachLanguage(UnLanguage language) throws IOException {
    Paper paper = paper(language);
    Words words = Words.in(language);
    // On the paper in Chinese nothing in Chinese is pending.
    boolean pending = language != UnLanguage.ZH;
    String[] parts =
        Stream.of(
                paper.heading(),
                words.word("rolling.notice.identical"),
                Sample.TEXT_A.substring(0, 20),
                pending ? Sample.PROPOSED_A.substring(0, 20) : CHINESE,
                words.word("rolling.pending"),
                pending ? CHINESE : Sample.PROPOSED_A.substring(0, 20),
                words.word("rolling.none"))
            .map(RollingPaperTest::written)
            .toArray(String[]::new);

    byte[] docx = bytes(new DocxPapers(), paper);
    Path pdf =
        OtherSoftware.file(
            "rolling-" + language.tag() + ".pdf",
            out -> new PdfPapers(folder).write(paper, Progress.UNSEEN, out));

    String document = part(docx, "word/document.xml");
    assertThat(written(document.replaceAll("<[^>]+>", ""))).containsSubsequence(parts);
    assertThat(document.contains("<w:bidi/>")).isTrue();
    assertThat(document.substring(document.indexOf("<w:sectPr")).contains("<w:bidi/>"))
        .isEqualTo(language == UnLanguage.AR);
    assertThat(written(OtherSoftware.text(pdf))).containsSubsequence(parts);
    assertThat(bytes(new DocxPapers(), paper)).isEqualTo(docx);
  }

  private static String part(byte[] file, String name) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError(name);
  }

  private static byte[] bytes(PaperWriter writer, Paper paper) throws IOException {
    var out = new ByteArrayOutputStream();
    writer.write(paper, Progress.UNSEEN, out);
    return out.toByteArray();
  }

  /** Spaces and the ends of lines are the layout's; forms of letters are those of the font. */
  private static String written(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+", "");
  }
}
