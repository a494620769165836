package io.rapporteur.aggregation.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Observation;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.paper.akn.AkomaNtosoPapers;
import io.rapporteur.aggregation.paper.docx.DocxPapers;
import io.rapporteur.aggregation.paper.sheet.CsvSheets;
import io.rapporteur.aggregation.secretariat.Disposition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** What the secretariat observes, on papers. */
class ObservedTest {

  private static Optional<Observation> brazils(Comment comment, Observation observation) {
    return comment.participant().equals("br") ? Optional.of(observation) : Optional.empty();
  }

  private static Paper paper(UnLanguage language, Observation observation) {
    return paper(language, comment -> brazils(comment, observation));
  }

  private static Paper paper(
      UnLanguage language, Function<Comment, Optional<Observation>> observations) {
    var sight = new Sight("secretariat", Optional.empty(), Sample.comments(), List.of(), Set.of());
    return new Composing(
            Sample.consultation(),
            Sample.items(),
            List.of(),
            sight,
            List.of(),
            Sample.order(language.tag()),
            comment -> Optional.empty(),
            Sample.asked(language))
        .with(observations)
        .paper(Sample.DAY);
  }

  private static Observation observation(int ofRevision) {
    return new Observation(
        Optional.of("accepted-in-part"),
        Optional.of("Now reads better."),
        Optional.of("en"),
        Map.of("fr", "Se lit mieux."),
        ofRevision,
        true);
  }

  private static byte[] written(PaperWriter writer, Paper paper) throws IOException {
    var out = new ByteArrayOutputStream();
    writer.write(paper, PaperWriter.Progress.UNSEEN, out);
    return out.toByteArray();
  }

  private static String csv(Order order, Paper paper) throws IOException {
    return new String(written(new CsvSheets(order), paper), StandardCharsets.UTF_8);
  }

  @Test
  void fillsTheColumnOfTheTablesOfIsoAndNoOther() throws IOException {
    assertThat(csv(Order.ISO, paper(UnLanguage.EN, observation(1))))
        .contains("Observations of the secretariat")
        .contains(Sample.ENGLISH + ",,Accepted in part. Now reads better.");
    for (Order other : List.of(Order.OURS, Order.IPPC)) {
      assertThat(csv(other, paper(UnLanguage.EN, observation(1))))
          .doesNotContain("Now reads better.", "Observations of the secretariat");
    }
  }

  @Test
  void standsInTheLanguageOfThePaperWhereItIsThereAndElseInItsOwn() throws IOException {
    assertThat(csv(Order.ISO, paper(UnLanguage.FR, observation(1))))
        .contains("Accepté en partie. Se lit mieux.");
    assertThat(csv(Order.ISO, paper(UnLanguage.ES, observation(1))))
        .contains("Aceptada en parte. Now reads better.");
  }

  @Test
  void saysThatItIsOnAnEarlierText() throws IOException {
    assertThat(csv(Order.ISO, paper(UnLanguage.EN, observation(0))))
        .contains("Accepted in part (on revision 0; revised since). Now reads better.");
  }

  @Test
  void runsAsNoFormula() throws IOException {
    var formula =
        new Observation(
            Optional.empty(), Optional.of("=1+1"), Optional.of("en"), Map.of(), 1, true);

    assertThat(csv(Order.ISO, paper(UnLanguage.EN, formula))).contains(",'=1+1");
  }

  @Test
  void standsBelowTheCommentInDocuments() throws IOException {
    byte[] docx = written(new DocxPapers(), paper(UnLanguage.EN, observation(1)));

    try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
      List<String> cells =
          document.getTables().get(1).getRows().stream()
              .map(row -> row.getCell(1).getText())
              .toList();
      assertThat(cells)
          .filteredOn(cell -> cell.contains(Sample.ENGLISH))
          .singleElement()
          .satisfies(
              cell ->
                  assertThat(cell)
                      .contains(
                          "Observations of the secretariat",
                          "Accepted in part",
                          "Now reads better."));
      assertThat(cells).filteredOn(cell -> cell.contains("Now reads")).hasSize(1);
    }
    assertThat(
            new String(
                written(new AkomaNtosoPapers(), paper(UnLanguage.EN, observation(1))),
                StandardCharsets.UTF_8))
        .contains("class=\"disposition\"", "Now reads better.");
  }

  @Test
  void isNotThereWhereThereIsNone() throws IOException {
    Paper none = paper(UnLanguage.EN, comment -> Optional.empty());

    assertThat(new String(written(new AkomaNtosoPapers(), none), StandardCharsets.UTF_8))
        .doesNotContain("class=\"disposition\"", "class=\"observation\"");
  }

  @Test
  void hasWordsForEachDispositionInEachLanguage() {
    for (UnLanguage language : UnLanguage.values()) {
      for (Disposition disposition : Disposition.values()) {
        assertThat(Words.in(language).word("disposition." + disposition.word())).isNotBlank();
      }
    }
  }
}
