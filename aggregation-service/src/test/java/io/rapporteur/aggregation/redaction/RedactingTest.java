package io.rapporteur.aggregation.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Redaction.Field;
import io.rapporteur.aggregation.compilation.Redaction.Stretch;
import io.rapporteur.aggregation.redaction.RedactionOutcome.Counted;
import io.rapporteur.aggregation.redaction.RedactionStep.Lifted;
import io.rapporteur.aggregation.redaction.RedactionStep.Redacted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedactingTest {

  private static final Instant NOW = Instant.parse("2021-04-07T16:00:00Z");

  private final InMemory lines = new InMemory();
  private final Redacting redacting = new Redacting(lines);

  /** One log; before an append another instance may come first. */
  private static final class InMemory implements RedactionLines {
    private final List<RedactionStep> log = new ArrayList<>();
    private final List<RedactionStep> first = new ArrayList<>();
    private final List<RedactionStep> unread = new ArrayList<>();

    @Override
    public RedactionLine line(String consultation, String comment) {
      List<RedactionStep> counted = new ArrayList<>();
      for (RedactionStep step : log) {
        if (step.revision() == counted.size() + 1) {
          counted.add(step);
        }
      }
      return new RedactionLine(consultation, comment, counted);
    }

    @Override
    public List<RedactionLine> lines(String consultation) {
      return List.of(line(consultation, "c1"));
    }

    @Override
    public int known(String consultation, String comment, Audience audience) {
      return 0;
    }

    @Override
    public void append(RedactionStep step) {
      log.addAll(first);
      first.clear();
      log.add(step);
    }

    @Override
    public boolean catchUp() {
      log.addAll(unread);
      unread.clear();
      return true;
    }
  }

  @Test
  void recordsARedactionAndLiftsIt() {
    redacting.act(redact("a", Optional.empty()));

    Counted lifted = (Counted) redacting.act(lift("b", 1, 1));

    assertThat(lifted.line().revision()).isEqualTo(2);
    assertThat(lifted.line().standing(1)).isEmpty();
    assertThat(lifted.line().byText()).isEmpty();
    assertThat(lifted.line().made()).hasSize(1);
    assertThat(lifted.line().made().getFirst().lifted()).isPresent();
  }

  @Test
  void answersARetryFromTheFirstAndRefusesAKeyThatWasUsedForSomethingElse() {
    redacting.act(redact("a", Optional.empty()));
    redacting.act(redact("b", Optional.empty()));

    assertThat(redacting.act(redact("a", Optional.empty())))
        .isInstanceOfSatisfying(Counted.class, counted -> assertThat(counted.step()).isEqualTo(1));
    assertThat(lines.log).hasSize(2);
    assertThat(redacting.act(lift("a", 1, 2))).isInstanceOf(RedactionOutcome.KeyReused.class);
  }

  @Test
  void refusesARevisionOfTheLineThatIsNotTheCurrent() {
    redacting.act(redact("a", Optional.empty()));

    assertThat(redacting.act(redact("b", Optional.of(7))))
        .isEqualTo(new RedactionOutcome.Changed(1));
    assertThat(redacting.act(lift("c", 1, 3))).isEqualTo(new RedactionOutcome.Changed(1));
  }

  @Test
  void liftsNothingThatDoesNotStand() {
    redacting.act(redact("a", Optional.empty()));
    redacting.act(lift("b", 1, 1));

    assertThat(redacting.act(lift("c", 1, 2))).isInstanceOf(RedactionOutcome.NothingThere.class);
    assertThat(redacting.act(lift("d", 9, 2))).isInstanceOf(RedactionOutcome.NothingThere.class);
  }

  @Test
  void comesAfterAnotherRedactionThatTheLogTookFirst() {
    lines.first.add(redact("elsewhere", Optional.empty()).step(1));

    Counted counted = (Counted) redacting.act(redact("a", Optional.empty()));

    assertThat(counted.step()).isEqualTo(2);
    assertThat(counted.line().byText().get(1)).hasSize(2);
  }

  @Test
  void readsTheLogToItsEndBeforeItRefuses() {
    lines.unread.add(redact("elsewhere", Optional.empty()).step(1));

    assertThat(redacting.act(lift("a", 1, 1))).isInstanceOf(Counted.class);
  }

  @Test
  void isRefusedIfAnotherCameFirstOnWhatItHadSeen() {
    redacting.act(redact("a", Optional.empty()));
    lines.first.add(redact("elsewhere", Optional.empty()).step(2));

    assertThat(redacting.act(redact("b", Optional.of(1))))
        .isEqualTo(new RedactionOutcome.Changed(2));
  }

  @Test
  void needsACorrigendumForAPublicTextAlone() {
    redacting.act(redact("a", Optional.empty()));
    RedactionLine line = lines.line("k", "c1");

    assertThat(NeededEdition.of(line, 0, List.of("first", "Corr.1"), Set.of("c1/1")))
        .contains(new NeededEdition("Corr.2", "Corr.1"));
    assertThat(NeededEdition.of(line, 1, List.of("first"), Set.of("c1/1"))).isEmpty();
    assertThat(NeededEdition.of(line, 0, List.of("first"), Set.of("c1/2"))).isEmpty();
    redacting.act(lift("b", 1, 1));
    assertThat(NeededEdition.of(lines.line("k", "c1"), 1, List.of("first"), Set.of("c1/1")))
        .contains(new NeededEdition("Corr.1", "first"));
  }

  private static RedactionRequest redact(String key, Optional<Integer> seen) {
    return new RedactionRequest(
        "k",
        "c1",
        "secretariat",
        key,
        NOW,
        Map.of("act", "redact"),
        seen,
        new Redacted(
            1,
            List.of(new Stretch(Field.TEXT, Optional.empty(), 0, 1)),
            "personal-data",
            Optional.empty()));
  }

  private static RedactionRequest lift(String key, int redaction, int seen) {
    return new RedactionRequest(
        "k",
        "c1",
        "secretariat",
        key,
        NOW,
        Map.of("act", "lift"),
        Optional.of(seen),
        new Lifted(redaction, Optional.empty()));
  }
}
