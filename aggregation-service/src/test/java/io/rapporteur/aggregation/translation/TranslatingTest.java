package io.rapporteur.aggregation.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Content.Translation;
import io.rapporteur.aggregation.secretariat.Judgement;
import io.rapporteur.aggregation.secretariat.Outcome;
import io.rapporteur.aggregation.secretariat.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TranslatingTest {

  private final List<Step> row = new ArrayList<>();

  @Test
  void aTranslationIsShownWithTheTextThatItIsOfAndWithNoOther() {
    record(made(1, "fr", "un"));
    record(made(1, "ru", "odin"));
    record(made(3, "fr", "trois"));

    assertThat(shown(1, 0)).containsExactly("fr un", "ru odin");
    assertThat(shown(2, 0)).isEmpty();
    assertThat(shown(3, 0)).containsExactly("fr trois");
    assertThat(Translated.of(row).revision()).isEqualTo(3);
  }

  @Test
  void theLastThatIsMadeOfATextStandsUntilItIsTakenBack() {
    record(made(1, "fr", "un"));
    record(made(1, "fr", "une"));
    assertThat(shown(1, 0)).containsExactly("fr une");

    record(new Step.TranslationTakenBack(1, "fr"));

    assertThat(shown(1, 0)).isEmpty();
    assertThat(Translated.of(row).standing(1, "fr")).isEmpty();
  }

  @Test
  void whatDoesNotLeaveOutTheLastRedactionIsWithheld() {
    record(made(1, "fr", "Jo"));
    record(new Step.TranslationMade(1, "ru", "x", Optional.empty(), Optional.empty(), 2));

    assertThat(withheld(0)).containsExactly(false, false);
    assertThat(withheld(2)).containsExactly(true, false);
    assertThat(withheld(3)).containsExactly(true, true);
  }

  @Test
  void aLanguageThatIsFreeNeedsNothingAndOneThatIsNotNeedsWhatWasSeen() {
    record(made(1, "fr", "un"));
    record(made(1, "ru", "odin"));

    assertThat(make(made(1, "es", "uno"), Optional.empty()))
        .isEqualTo(new Judgement.Done(made(1, "es", "uno")));
    assertThat(make(made(2, "fr", "deux"), Optional.empty())).isInstanceOf(Judgement.Done.class);
    assertThat(make(made(1, "fr", "une"), Optional.empty()))
        .isEqualTo(new Judgement.Refused(new Outcome.NotSeen(2)));
    // Russian came since, and is none of its business.
    assertThat(make(made(1, "fr", "une"), Optional.of(1))).isInstanceOf(Judgement.Done.class);
    record(made(1, "fr", "une"));
    assertThat(make(made(1, "fr", "un, une"), Optional.of(2)))
        .isEqualTo(new Judgement.Refused(new Outcome.Changed(3)));
    assertThat(make(made(1, "es", "uno"), Optional.of(4)))
        .isEqualTo(new Judgement.Refused(new Outcome.Changed(3)));
  }

  @Test
  void theSameAgainIsDoneAlreadyUnlessItLeavesOutMore() {
    record(made(1, "fr", "un"));

    assertThat(make(made(1, "fr", "un"), Optional.empty()))
        .isEqualTo(new Judgement.StandsAlready());
    assertThat(
            make(
                new Step.TranslationMade(1, "fr", "un", Optional.empty(), Optional.empty(), 1),
                Optional.of(1)))
        .isInstanceOf(Judgement.Done.class);
  }

  @Test
  void whatIsTakenBackNeedsWhatWasSeenAndIsTakenBackOnce() {
    record(made(1, "fr", "un"));
    record(made(1, "fr", "une"));

    assertThat(Translating.takingBack(1, "fr", 1).apply(row))
        .isEqualTo(new Judgement.Refused(new Outcome.Changed(2)));
    assertThat(Translating.takingBack(1, "fr", 2).apply(row))
        .isEqualTo(new Judgement.Done(new Step.TranslationTakenBack(1, "fr")));
    record(new Step.TranslationTakenBack(1, "fr"));
    assertThat(Translating.takingBack(1, "fr", 2).apply(row))
        .isEqualTo(new Judgement.StandsAlready());
    // A page of before that still shows it does not bring it back unseen.
    assertThat(make(made(1, "fr", "un"), Optional.of(2)))
        .isEqualTo(new Judgement.Refused(new Outcome.Changed(3)));
  }

  @Test
  void aCommentAndAllItsTranslationsFitIntoOneRecord() {
    String third = "e".repeat(Translating.MOST_BYTES / 3);
    record(made(1, "fr", third));
    record(made(2, "ru", third));

    assertThat(Translating.making(made(1, "es", third), Optional.empty(), 0).apply(row))
        .isInstanceOf(Judgement.Done.class);
    assertThat(
            Translating.making(made(1, "es", third), Optional.empty(), third.length()).apply(row))
        .isInstanceOf(Judgement.Done.class);
    assertThat(
            Translating.making(made(1, "es", third), Optional.empty(), third.length() + 1)
                .apply(row))
        .isInstanceOfSatisfying(
            Judgement.Refused.class,
            refused -> assertThat(refused.outcome()).isInstanceOf(Outcome.Faulty.class));
    // The one that it replaces does not count.
    assertThat(
            Translating.making(made(1, "fr", third + "e"), Optional.of(2), third.length())
                .apply(row))
        .isInstanceOf(Judgement.Done.class);
  }

  private Judgement make(Step.TranslationMade made, Optional<Integer> seen) {
    return Translating.making(made, seen, 10).apply(row);
  }

  private List<String> shown(int of, int redaction) {
    return Translated.of(row).shown(of, redaction).stream()
        .map(each -> each.language() + " " + each.text())
        .toList();
  }

  private List<Boolean> withheld(int redaction) {
    return Translated.of(row).shown(1, redaction).stream()
        .map(Translation::added)
        .map(added -> added.orElseThrow().withheld())
        .toList();
  }

  private static Step.TranslationMade made(int of, String language, String text) {
    return new Step.TranslationMade(of, language, text, Optional.empty(), Optional.empty(), 0);
  }

  private void record(Step.Fact fact) {
    int number = row.size() + 1;
    row.add(
        new Step(
            "translation/c1", "k", number, "r" + number, "d", Instant.EPOCH, "secretariat", fact));
  }
}
