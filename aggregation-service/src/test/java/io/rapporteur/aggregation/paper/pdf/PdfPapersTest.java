package io.rapporteur.aggregation.paper.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.paper.OtherSoftware;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperWriter.Progress;
import io.rapporteur.aggregation.paper.Sample;
import io.rapporteur.aggregation.paper.UnLanguage;
import io.rapporteur.aggregation.paper.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PdfPapersTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void isReadByPdftotextInItsOrderInEachLanguage(UnLanguage language) throws IOException {
    Words words = Words.in(language);

    String text = text("order-" + language.tag() + ".pdf", paper(language));

    assertThat(text)
        .containsSubsequence(
            written(words.word("advance")),
            written(words.word("general")),
            "example.org",
            written(Sample.ENGLISH),
            written(words.word("translation.secretariat", words.tongue("fr"))),
            written(Sample.FRENCH),
            written(Sample.CHINESE.substring(0, Sample.CHINESE.length() - 1)),
            written("تؤيد مصر هذه التوصية"),
            written("The Group reserves its position on <this> & that."),
            written("إنشاء شبكة من جهات الاتصال تعمل على مدار الساعة"));
    assertThat(text).contains("1/");
  }

  @Test
  void holdsAProposedTextOf20000CharactersInATableCell() throws IOException {
    String proposed = Sample.arabic(20_000);

    String text =
        text(
            "long.pdf",
            Sample.paper(
                UnLanguage.AR,
                List.of(
                    Sample.comment(
                        "1",
                        "eg",
                        "member-state",
                        Optional.of(Sample.ITEM_A),
                        Sample.proposal("نص", proposed)))));

    for (String word : proposed.split(" ")) {
      assertThat(text).contains(written(word));
    }
    assertThat(text).containsSubsequence("المعلومات1002", "المعلومات1502", "المعلومات1592");
  }

  @Test
  void keepsVowelMarksOnTheirLetters() throws IOException {
    String said = "عملاً بقرارٍ يُعتمد";

    String text =
        text(
            "marks.pdf",
            Sample.paper(
                UnLanguage.AR,
                List.of(
                    Sample.comment(
                        "1",
                        "eg",
                        "member-state",
                        Optional.of(Sample.ITEM_A),
                        Sample.content("ar", said)))));

    assertThat(text).contains(written("عملاً")).doesNotContain("ـ");
  }

  @Test
  void isLaidOutInPortionsAndNumberedAsAWhole() throws IOException {
    Path file = file("portions.pdf", Sample.paper(UnLanguage.EN, Sample.many(900)));

    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      int pages = document.getNumberOfPages();
      String text = OtherSoftware.text(file);

      assertThat(pages).isGreaterThan(20);
      assertThat(text).contains("1/" + pages, pages + "/" + pages);
      for (int n = 1; n < 900; n += 2) {
        assertThat(text).contains("network). " + n);
      }
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void laysOutNoMoreAtOnceHoweverManyCommentsAnItemHas() throws IOException {
    List<Integer> portions = new ArrayList<>();

    new Sheets(
            Sample.paper(UnLanguage.EN, Sample.many(3_000)),
            portion -> portions.add(portion.length()))
        .write(Progress.UNSEEN);

    assertThat(portions)
        .hasSizeGreaterThan(4)
        .allSatisfy(length -> assertThat(length).isLessThan(320_000));
  }

  /** Spaces and the ends of lines are the layout's; forms of letters are those of the font. */
  private static String written(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+", "");
  }

  private String text(String name, Paper paper) throws IOException {
    return written(OtherSoftware.text(file(name, paper)));
  }

  private Path file(String name, Paper paper) throws IOException {
    return OtherSoftware.file(
        name, out -> new PdfPapers(folder).write(paper, Progress.UNSEEN, out));
  }

  private static Paper paper(UnLanguage language) {
    return Sample.paper(language, Sample.comments());
  }
}
