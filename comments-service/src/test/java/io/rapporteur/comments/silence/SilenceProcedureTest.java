package io.rapporteur.comments.silence;

import static io.rapporteur.comments.silence.SilenceTest.CLOSES;
import static io.rapporteur.comments.silence.SilenceTest.PUT;
import static io.rapporteur.comments.silence.SilenceTest.delivered;
import static io.rapporteur.comments.silence.SilenceTest.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.silence.Silence.Ending.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is done in a procedure, by several instances at once. */
class SilenceProcedureTest {

  private final SilencesInMemory silences = new SilencesInMemory();
  private final AtomicInteger ids = new AtomicInteger();
  private final SilenceProcedure procedure =
      new SilenceProcedure(silences, () -> "o" + ids.incrementAndGet());
  private final String q = put("eg", "br").id();

  private Silence put(String... members) {
    return counted(procedure.put(act("put", "k0"), question(members)));
  }

  private Step step(int number, Instant at, Step.Fact fact) {
    return SilenceTest.step(q, number, at, fact);
  }

  private static Act act(String what, String key) {
    return new Act("secretariat", "secretariat", key, PUT, Map.of("act", what));
  }

  private static Silence counted(SilenceOutcome outcome) {
    assertThat(outcome).isInstanceOf(SilenceOutcome.Counted.class);
    return ((SilenceOutcome.Counted) outcome).silence();
  }

  private SilenceOutcome object(String member, Instant at, String reason) {
    return procedure.object(
        q,
        id ->
            new Objection(
                q,
                id,
                member,
                "digest of " + reason,
                at,
                member,
                Optional.of(reason),
                Optional.of("en"),
                Optional.empty()));
  }

  private Silence deliverAll() {
    procedure.deliver(act("reached eg", "k1"), q, delivered("eg", PUT));
    return counted(procedure.deliver(act("reached br", "k2"), q, delivered("br", PUT)));
  }

  private Silence now() {
    return silences.silence(q).orElseThrow();
  }

  @Test
  void aRetryFindsTheQuestionThatItPut() {
    assertThat(counted(procedure.put(act("put", "k0"), question("eg", "br"))).revision())
        .isEqualTo(1);
    assertThat(procedure.put(act("put another", "k0"), question("cl")))
        .isEqualTo(new SilenceOutcome.KeyReused());
  }

  @Test
  void aMemberIsReachedOnce() {
    Silence once = counted(procedure.deliver(act("a", "k1"), q, delivered("eg", PUT)));
    Silence twice = counted(procedure.deliver(act("b", "k2"), q, delivered("eg", CLOSES)));

    assertThat(twice.revision()).isEqualTo(once.revision());
    assertThat(twice.delivery("eg").orElseThrow().deliveredAt()).isEqualTo(PUT);
    assertThat(procedure.deliver(act("c", "k3"), q, delivered("cl", PUT)))
        .isEqualTo(new SilenceOutcome.NotAsked());
    assertThat(procedure.deliver(act("c", "k3"), "none", delivered("eg", PUT)))
        .isEqualTo(new SilenceOutcome.NoSuchQuestion());
  }

  @Test
  void aMemberObjectsOnceAndARetryGetsTheSameAnswer() {
    assertThat(counted(object("eg", PUT, "no")).ending())
        .map(Silence.Ending::kind)
        .contains(Kind.BROKEN);
    counted(object("eg", PUT.plusSeconds(1), "no"));
    assertThat(object("eg", PUT.plusSeconds(2), "for another reason"))
        .isEqualTo(new SilenceOutcome.ObjectedBefore());
    counted(object("br", PUT.plusSeconds(3), "no"));

    assertThat(silences.objections(now()))
        .extracting(Objection::participant)
        .containsExactly("eg", "br");
    assertThat(object("cl", PUT, "no")).isEqualTo(new SilenceOutcome.NotAsked());
  }

  @Test
  void aStepSaysNothingOfWhoObjected() {
    object("eg", PUT, "no");

    Step broken = now().objection("o1").orElseThrow();
    assertThat(broken.by()).isEmpty();
    assertThat(broken.requestId())
        .isEqualTo(new Act("", "", "o1", PUT, Map.of()).requestId().value());
    assertThat(broken.toString()).doesNotContain("eg").doesNotContain("digest of");
  }

  @Test
  void anObjectionIsNotLostToAStepThatCameFirst() {
    silences.comesFirst(step(2, PUT, delivered("br", PUT)));

    Silence silence = counted(object("eg", PUT, "no"));

    assertThat(silence.delivery("br")).isPresent();
    assertThat(silence.ending()).map(Silence.Ending::kind).contains(Kind.BROKEN);
    assertThat(silences.objections(silence)).hasSize(1);
  }

  @Test
  void anObjectionInTimeWinsOverAnApprovalThatComesAfterIt() {
    deliverAll();
    Instant looked = CLOSES.plusSeconds(61);
    silences.comesFirst(step(4, CLOSES, new Step.Objected("elsewhere", false)));

    procedure.conclude(q, looked.minus(EndingSilences.GRACE), looked);

    assertThat(now().ending()).map(Silence.Ending::kind).contains(Kind.BROKEN);
    procedure.conclude(q, looked, looked);
    assertThat(now().revision()).isEqualTo(4);
  }

  @Test
  void approvesOnlyAMinuteAfterSilenceRanOutForAll() {
    var ending = CLOSES.plus(EndingSilences.GRACE);
    deliverAll();

    looking(ending).look();
    assertThat(now().ending()).isEmpty();
    looking(ending.plusMillis(1)).look();
    assertThat(now().ending())
        .contains(new Silence.Ending(Kind.APPROVED, CLOSES, Optional.empty()));
    looking(ending.plusSeconds(90)).look();
    assertThat(silences.appended()).isEqualTo(4);
  }

  @Test
  void approvesNothingThatAnObjectionOnItsWayMayStillBreak() {
    deliverAll();

    procedure.conclude(q, CLOSES, CLOSES.plusSeconds(60));

    assertThat(now().ending()).isEmpty();
  }

  @Test
  void neverApprovesWhatHasNotReachedAMember() {
    procedure.deliver(act("reached eg", "k1"), q, delivered("eg", PUT));

    looking(CLOSES.plus(Duration.ofDays(100))).look();

    assertThat(now().ending()).isEmpty();
  }

  @Test
  void readsTheLogToItsEndBeforeItApproves() {
    deliverAll();
    silences.elsewhere(step(4, CLOSES, new Step.Objected("elsewhere", false)));

    looking(CLOSES.plusSeconds(61)).look();

    assertThat(silences.appended()).isEqualTo(3);
    assertThat(now().ending()).map(Silence.Ending::kind).contains(Kind.BROKEN);
  }

  @Test
  void anObjectionAfterTheEndIsKeptAndBreaksNothing() {
    deliverAll();
    counted(object("eg", CLOSES.plusSeconds(1), "too late"));
    looking(CLOSES.plusSeconds(61)).look();
    counted(object("br", CLOSES.plusSeconds(90), "later"));

    assertThat(now().ending()).map(Silence.Ending::kind).contains(Kind.APPROVED);
    assertThat(silences.objections(now())).hasSize(2);
  }

  @Test
  void aDeadlineMovesToLaterOnlyAndNotAfterTheEnd() {
    var later = new Step.Extended(CLOSES.plusSeconds(60), "asked for");
    assertThat(counted(procedure.extend(act("x", "k1"), q, later)).closesAt())
        .isEqualTo(later.closesAt());
    counted(procedure.extend(act("x", "k1"), q, later));
    assertThat(procedure.extend(act("y", "k2"), q, new Step.Extended(CLOSES, "back")))
        .isInstanceOf(SilenceOutcome.NotLater.class);

    counted(procedure.withdraw(act("w", "k3"), q, new Step.Withdrawn("put anew")));
    assertThat(procedure.extend(act("z", "k4"), q, later)).isInstanceOf(SilenceOutcome.Over.class);
    assertThat(procedure.deliver(act("d", "k5"), q, delivered("eg", PUT)))
        .isInstanceOf(SilenceOutcome.Over.class);
    assertThat(object("eg", PUT, "no")).isInstanceOf(SilenceOutcome.Over.class);
    assertThat(List.of(now().revision())).containsExactly(3);
  }

  private EndingSilences looking(Instant at) {
    return new EndingSilences(silences, procedure, () -> true, Clock.fixed(at, ZoneOffset.UTC));
  }
}
