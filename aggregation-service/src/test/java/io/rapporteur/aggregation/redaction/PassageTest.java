package io.rapporteur.aggregation.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Content.Added;
import io.rapporteur.aggregation.compilation.Content.Attachment;
import io.rapporteur.aggregation.compilation.Content.Translation;
import io.rapporteur.aggregation.compilation.Redaction.Field;
import io.rapporteur.aggregation.compilation.Redaction.Stretch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PassageTest {

  private static final Content SAID =
      new Content(
          "substantive",
          "not-stated",
          "😀 Jo and Jo",
          "en",
          List.of(new Translation("fr", "Jo et Jo", "eg"), new Translation("ar", "جو", "eg")),
          Optional.of("Jo shall"),
          Optional.of("en"),
          Optional.empty(),
          Optional.empty(),
          List.of(new Attachment("a1", "Jo.pdf", "application/pdf", 1, "f")));

  @Test
  void meansWordsWhereverTheyStand() {
    assertThat(words("Jo", Optional.empty(), Optional.empty()).in(SAID))
        .containsExactly(
            stretch(Field.TEXT, "", 2, 4),
            stretch(Field.TEXT, "", 9, 11),
            stretch(Field.TRANSLATION, "fr", 0, 2),
            stretch(Field.TRANSLATION, "fr", 6, 8),
            stretch(Field.PROPOSED_TEXT, "", 0, 2),
            stretch(Field.ATTACHMENT_NAME, "a1", 0, 2));
  }

  @Test
  void meansWordsOfOneFieldOrOfOneTranslation() {
    assertThat(words("Jo", Optional.of(Field.PROPOSED_TEXT), Optional.empty()).in(SAID))
        .containsExactly(stretch(Field.PROPOSED_TEXT, "", 0, 2));
    assertThat(words("جو", Optional.of(Field.TRANSLATION), Optional.of("ar")).in(SAID))
        .containsExactly(stretch(Field.TRANSLATION, "ar", 0, 2));
    assertThat(words("Jo", Optional.of(Field.TRANSLATION), Optional.of("ar")).in(SAID)).isEmpty();
  }

  @Test
  void meansWordsThatOverlapThemselves() {
    assertThat(words("oo", Optional.of(Field.RATIONALE), Optional.empty()).in(because("ooo")))
        .containsExactly(stretch(Field.RATIONALE, "", 0, 2), stretch(Field.RATIONALE, "", 1, 3));
  }

  @Test
  void meansATranslationOfTheSecretariatWholeWhereverTheWordsStandInIt() {
    Content said =
        new Content(
            "substantive",
            "not-stated",
            "Jo",
            "en",
            List.of(
                new Translation(
                    "fr",
                    "quelqu’un",
                    Translation.SECRETARIAT,
                    Optional.of(new Added(Optional.of("Jo et Zoé"), Optional.of("car"), false)))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    assertThat(words("Zoé", Optional.empty(), Optional.empty()).in(said))
        .containsExactly(stretch(Field.TRANSLATION, "fr", 0, 9));
    assertThat(words("Jo", Optional.empty(), Optional.empty()).in(said))
        .containsExactly(stretch(Field.TEXT, "", 0, 2), stretch(Field.TRANSLATION, "fr", 0, 9));
    assertThat(words("Zoé", Optional.of(Field.TEXT), Optional.empty()).in(said)).isEmpty();
    assertThat(words("Zoé", Optional.empty(), Optional.of("ar")).in(said)).isEmpty();
    assertThat(place(Field.TRANSLATION, 1, 2).in(said))
        .containsExactly(stretch(Field.TRANSLATION, "fr", 0, 9));
  }

  @Test
  void meansAPlaceOrAWholeFieldAndNothingBeyondItsEnd() {
    assertThat(place(Field.TEXT, 0, 1).in(SAID)).containsExactly(stretch(Field.TEXT, "", 0, 1));
    assertThat(place(Field.TEXT, 10, 12).in(SAID)).isEmpty();
    assertThat(
            new Passage(
                    Optional.of(Field.ATTACHMENT_NAME),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())
                .in(SAID))
        .containsExactly(stretch(Field.ATTACHMENT_NAME, "a1", 0, 6));
    assertThat(place(Field.RATIONALE, 0, 1).in(SAID)).isEmpty();
  }

  private static Content because(String rationale) {
    return new Content(
        "substantive",
        "not-stated",
        "no",
        "en",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(rationale),
        Optional.empty(),
        List.of());
  }

  private static Passage words(String exact, Optional<Field> field, Optional<String> of) {
    return new Passage(field, of, Optional.of(exact), Optional.empty(), Optional.empty());
  }

  private static Passage place(Field field, int from, int to) {
    return new Passage(
        Optional.of(field), Optional.empty(), Optional.empty(), Optional.of(from), Optional.of(to));
  }

  private static Stretch stretch(Field field, String of, int from, int to) {
    return new Stretch(field, of.isEmpty() ? Optional.empty() : Optional.of(of), from, to);
  }
}
