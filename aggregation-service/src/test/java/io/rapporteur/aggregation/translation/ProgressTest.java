package io.rapporteur.aggregation.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Content.Translation;
import io.rapporteur.aggregation.secretariat.Step;
import io.rapporteur.aggregation.translation.Progress.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final List<String> LANGUAGES = List.of("ar", "zh", "en", "fr", "ru", "es");

  @Test
  void tellsHowATextStandsInEachLanguage() {
    Translated translated =
        Translated.of(
            List.of(
                step(1, new Step.TranslationMade(2, "ru", "x", none(), none(), 0)),
                step(2, new Step.TranslationMade(2, "zh", "x", none(), none(), 4)),
                step(3, new Step.TranslationMade(1, "ar", "of another text", none(), none(), 4))));

    Progress progress = Progress.of(comment(), translated, 4, LANGUAGES);

    assertThat(progress.byLanguage())
        .isEqualTo(
            Map.of(
                "en", State.ORIGINAL,
                "fr", State.BY_AUTHOR,
                "zh", State.BY_SECRETARIAT,
                "ru", State.TO_BE_MADE_ANEW,
                "ar", State.MISSING,
                "es", State.MISSING));
    assertThat(LANGUAGES.stream().filter(progress::isWanted)).containsExactly("ar", "ru", "es");
    assertThat(progress.characters()).isEqualTo("🕊 text".codePointCount(0, 7) + 3 + 2);
    assertThat(progress.row()).isEqualTo(3);
    assertThat(progress.leavesOut()).isEqualTo(4);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static Step step(int number, Step.Fact fact) {
    return new Step("translation/c1", "k", number, "r", "d", Instant.EPOCH, "secretariat", fact);
  }

  private static Comment comment() {
    return new Comment(
        "c1",
        2,
        false,
        "k",
        1,
        false,
        Instant.EPOCH,
        Instant.EPOCH,
        "eg",
        "member-state",
        Optional.empty(),
        Optional.of("doc"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        2,
        0,
        Optional.of(
            new Content(
                "substantive",
                "not-stated",
                "🕊 text",
                "en",
                List.of(new Translation("fr", "texte", "eg")),
                Optional.of("one"),
                Optional.of("en"),
                Optional.of("as"),
                Optional.empty(),
                List.of())),
        Optional.empty());
  }
}
