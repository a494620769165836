package io.rapporteur.schemas.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.rapporteur.schemas.reference.ReferenceExpressions.Fragment;
import io.rapporteur.schemas.reference.ReferenceExpressions.Items;
import io.rapporteur.schemas.reference.ReferenceExpressions.Meaning;
import io.rapporteur.schemas.reference.ReferenceExpressions.Unclear;
import io.rapporteur.schemas.reference.References.Ambiguous;
import io.rapporteur.schemas.reference.References.Referable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ReferenceExpressionsTest {

  private static final String DOCUMENT = "unodc-ccpcj-eg.4-2020-2";
  private static final List<Referable> ITEMS = items();

  /**
   * Paragraph 13 from a to ll in the order of the text, with a list within b, a c bis, and a jj
   * that is printed as j is; 14; an article; 115.1 to 115.163; and 200, which lacks a number.
   */
  private static List<Referable> items() {
    List<Referable> items = new ArrayList<>();
    for (int n = 1; n <= 38; n++) {
      String label = LabelSeries.at(n);
      items.add(item("13", label, label.equals("jj") ? "ي" : ""));
      if (label.equals("b")) {
        Stream.of("b.i", "b.ii", "b.iii").forEach(nested -> items.add(item("13", nested, "")));
      } else if (label.equals("c")) {
        items.add(item("13", "c-bis", ""));
      }
    }
    Stream.of("a", "b").forEach(label -> items.add(item("14", label, "")));
    Stream.of("a", "b").forEach(label -> items.add(item("art5.2", label, "")));
    for (int n = 1; n <= 163; n++) {
      items.add(item("115", String.valueOf(n), ""));
    }
    Stream.of("1", "2", "4").forEach(label -> items.add(item("200", label, "")));
    return items;
  }

  private static Referable item(String paragraph, String label, String printed) {
    return new Referable(
        DOCUMENT + "." + paragraph + "." + label,
        DOCUMENT,
        "UNODC/CCPCJ/EG.4/2020/2",
        "Vienna",
        paragraph,
        label,
        Map.of("ar", printed.isEmpty() ? label : printed));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/reference-expressions.tsv", delimiter = '\t', quoteCharacter = '\0')
  void followsItsVectors(@Nullable String expression, @Nullable String paragraph, String expected) {
    Meaning meaning =
        ReferenceExpressions.read(
            expression == null ? "" : expression, ITEMS, paragraph == null ? "" : paragraph);

    assertThat(shown(meaning)).isEqualTo(expected);
  }

  private static String shown(Meaning meaning) {
    return switch (meaning) {
      case Items(List<String> ids) ->
          ids.stream().map(ReferenceExpressionsTest::bare).collect(Collectors.joining(" "));
      case Unclear(List<Fragment> fragments) ->
          ("? "
                  + fragments.stream()
                      .map(ReferenceExpressionsTest::shown)
                      .collect(Collectors.joining(";")))
              .strip();
    };
  }

  private static String shown(Fragment fragment) {
    String candidates =
        fragment.resolution() instanceof Ambiguous(var found)
            ? found.stream().map(c -> bare(c.id())).collect(Collectors.joining("|", "=", ""))
            : "";
    String missing = fragment.missing().isEmpty() ? "" : "~" + String.join(",", fragment.missing());
    return fragment.written() + candidates + missing;
  }

  private static String bare(String id) {
    return id.substring(DOCUMENT.length() + 1);
  }

  @Test
  void understandsEachItemByEachWayInWhichOneIsWritten() {
    for (Referable item : ITEMS) {
      for (String written :
          List.of(
              item.id(),
              item.paragraph() + "." + item.label(),
              item.symbol() + ", " + item.paragraph() + "." + item.label())) {
        assertThat(ReferenceExpressions.read(written, ITEMS, ""))
            .as(written)
            .isEqualTo(new Items(List.of(item.id())));
      }
    }
  }

  @Test
  void takesAnyStringWithoutFailingAndNoneInPart() {
    var random = new Random(12);
    String signs = "115.1314()abij-–,;. أيو١٢至、";
    for (int run = 0; run < 30_000; run++) {
      var text = new StringBuilder();
      random.ints(random.nextInt(30), 0, signs.length()).forEach(i -> text.append(signs.charAt(i)));
      if (run % 5 == 0) {
        text.append((char) random.nextInt(0x10000));
      }

      assertThatCode(
              () -> {
                Meaning meaning = ReferenceExpressions.read(text.toString(), ITEMS, "115");
                assertThat(meaning)
                    .isNotEqualTo(new Items(List.of()))
                    .isNotEqualTo(new Unclear(List.of()));
              })
          .as(text.toString())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void namesTheBeginningOfAnExpressionThatIsTooLong() {
    assertThat(ReferenceExpressions.read("115.1, ".repeat(1_000), ITEMS, ""))
        .isInstanceOfSatisfying(
            Unclear.class,
            unclear ->
                assertThat(unclear.fragments().getFirst().written()).startsWith("115.1, 115.1"));
  }
}
