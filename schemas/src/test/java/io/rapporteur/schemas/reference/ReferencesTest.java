package io.rapporteur.schemas.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.rapporteur.schemas.reference.References.Ambiguous;
import io.rapporteur.schemas.reference.References.Candidate;
import io.rapporteur.schemas.reference.References.Found;
import io.rapporteur.schemas.reference.References.NothingFits;
import io.rapporteur.schemas.reference.References.Referable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {

  private static final String DOCUMENT = "unodc-ccpcj-eg.4-2020-2";

  /**
   * As the seed prints them: the 36th of paragraph 13 lost its doubling, the 64th has spaces and
   * lost one letter.
   */
  private static final List<Referable> ITEMS =
      List.of(
          item("13", "a", "أ"),
          item("13", "e", "هـ"),
          item("13", "j", "ي"),
          item("13", "jj", "ي"),
          item("13", "ll", "ل"),
          item("13", "lll", "ل ل"),
          item("13", "l", "ل"),
          item("14", "jj", "ي"),
          item("113", "a", "أ"));

  private static Referable item(String paragraph, String label, String printed) {
    return new Referable(
        DOCUMENT + "." + paragraph + "." + label,
        DOCUMENT,
        "UNODC/CCPCJ/EG.4/2020/2",
        "2020",
        paragraph,
        label,
        Map.of("ar", printed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "13(jj)|13.jj",
        "13 (jj)|13.jj",
        " 13 ( j j ) |13.jj",
        "13.jj|13.jj",
        "13jj|13.jj",
        "13(JJ)|13.jj",
        "13（ｊｊ）|13.jj",
        "13(يي)|13.jj",
        "13 (يي)|13.jj",
        "١٣(يي)|13.jj",
        "13(أ)|13.a",
        "13(ه)|13.e",
        "13(هـ)|13.e",
        "13(а)|13.a",
        "113(a)|113.a",
        "unodc-ccpcj-eg.4-2020-2.13.jj|13.jj",
        "UNODC/CCPCJ/EG.4/2020/2, 13(jj)|13.jj",
        "UNODC/CCPCJ/EG.4/2020/2 13 (jj)|13.jj",
        "2020 13(jj)|13.jj",
        "٢٠٢٠ ١٣(يي)|13.jj",
        "13(j)|13.j"
      })
  void findsTheItemThatIsMeant(String reference, String expected) {
    assertThat(References.resolve(reference, ITEMS))
        .isEqualTo(new Found(DOCUMENT + "." + expected));
  }

  @Test
  void answersWithTheCandidatesWhereTheDocumentPrintsOneLabelTwice() {
    assertThat(References.resolve("13(ي)", ITEMS))
        .isEqualTo(
            new Ambiguous(
                List.of(
                    new Candidate(DOCUMENT + ".13.j", "13(j)"),
                    new Candidate(DOCUMENT + ".13.jj", "13(jj)"))));
    assertThat(References.resolve("13(ل ل)", ITEMS))
        .isInstanceOfSatisfying(
            Ambiguous.class,
            ambiguous ->
                assertThat(ambiguous.candidates())
                    .extracting(Candidate::shown)
                    .containsExactlyInAnyOrder("13(ll)", "13(lll)"));
  }

  @Test
  void answersWithTheDocumentsWhereTwoFit() {
    List<Referable> items = new ArrayList<>(ITEMS);
    items.add(new Referable("other.13.a", "other", "OTHER/1", "", "13", "a", Map.of("en", "a")));

    assertThat(References.resolve("13(a)", items))
        .isInstanceOfSatisfying(
            Ambiguous.class,
            ambiguous ->
                assertThat(ambiguous.candidates())
                    .extracting(Candidate::shown)
                    .containsExactly("2020 13(a)", "OTHER/1, 13(a)"));
    assertThat(References.resolve("2020 13(a)", items)).isEqualTo(new Found(DOCUMENT + ".13.a"));
    assertThat(References.resolve("OTHER/1, 13(a)", items)).isEqualTo(new Found("other.13.a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "13", "(jj)", "13(zz)", "99(a)", "13(jj) and more", "13((", "٣(أ)"})
  void saysSoWhereNothingFits(String reference) {
    assertThat(References.resolve(reference, ITEMS)).isEqualTo(new NothingFits());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "13(b)(i)|13.b.i",
        "13.b.i|13.b.i",
        "13(i)|13.i",
        "13(b bis)|13.b-bis",
        "115.1|115.1",
        "115.11|115.11",
        "A.7(c)|a.7.c",
        "art5.2(c)|art5.2.c",
      })
  void findsItemsWithinItemsAndNumbers(String reference, String expected) {
    List<Referable> items =
        List.of(
            item("13", "i", "i"),
            item("13", "b", "b"),
            item("13", "b.i", "i"),
            item("13", "b-bis", "b"),
            item("115", "1", "1"),
            item("115", "11", "11"),
            item("a.7", "c", "c"),
            item("art5.2", "c", "c"));

    assertThat(References.resolve(reference, items))
        .isEqualTo(new Found(DOCUMENT + "." + expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "13|jj|13(jj)",
        "13|b.i|13(b)(i)",
        "13|b-bis|13(b bis)",
        "115|11|115.11",
        "a.7|c|a.7(c)"
      })
  void showsAnItemAsPeopleWriteItAndFindsItAgain(String paragraph, String label, String shown) {
    Referable item = item(paragraph, label, "x");

    assertThat(item.shown()).isEqualTo(shown);
    assertThat(item.shownWithDocument()).isEqualTo("2020 " + shown);
    assertThat(References.resolve(shown, List.of(item))).isEqualTo(new Found(item.id()));
    assertThat(References.resolve("2020 " + shown, List.of(item))).isEqualTo(new Found(item.id()));
  }

  @Test
  void takesAnyStringWithoutFailing() {
    var random = new Random(11);
    for (int run = 0; run < 20_000; run++) {
      var text = new StringBuilder();
      random.ints(random.nextInt(40), 0, 0x3000).forEach(text::appendCodePoint);
      if (run % 3 == 0) {
        text.insert(0, "13(").append((char) (0xD800 + random.nextInt(0x800))).append(')');
      }

      assertThatCode(() -> References.resolve(text.toString(), ITEMS)).doesNotThrowAnyException();
    }
  }

  @Test
  void labelsGoThereAndBackOverTheWholeSeries() {
    for (int ordinal = 1; ordinal <= 104; ordinal++) {
      String label = LabelSeries.at(ordinal);

      assertThat(LabelSeries.ordinal(label)).contains(ordinal);
      assertThat(LabelSeries.canonical("(" + label + ")")).contains(label);
    }
    assertThat(LabelSeries.canonical("(أ أ أ)")).contains("aaa");
    assertThat(LabelSeries.canonical("ظ")).isEmpty();
    assertThat(LabelSeries.ordinal("ab")).isEmpty();
  }
}
