package io.rapporteur.comments.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DecidingLateTest {

  private static final Instant OPENS = Instant.parse("2021-01-01T00:00:00Z");
  private static final Instant CLOSES = Instant.parse("2021-03-01T23:59:59Z");
  private static final Instant LATE = CLOSES.plusSeconds(1);
  private static final Author EGYPT = new Author("eg", "MEMBER_STATE", Optional.empty());

  private final CommentsInMemory log = new CommentsInMemory();
  private final FixedConsultations agenda = new FixedConsultations(OPENS, CLOSES);
  private final Receipts receipts = (act, comment, n) -> new Receipt("c", "n", "d", "s");
  private final HandingIn desk = new HandingIn(log, agenda, receipts);
  private final DecidingLate deciding = new DecidingLate(log, agenda, receipts);
  private final AtomicInteger keys = new AtomicInteger();

  @Test
  void takesALateTextAsIfItHadBeenInTime() {
    String comment = submit(LATE);
    assertThat(log.comment(comment).orElseThrow().inForce()).isEmpty();

    JointComment decided = counted(decide(comment, 1, true));

    assertThat(decided.inForce().orElseThrow().number()).isEqualTo(1);
    assertThat(decided.lateDecision().orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void leavesTheTextInTimeStandingWhereTheLateOneIsRefused() {
    String comment = submit(CLOSES);
    counted(desk.revise(act("eg", LATE), comment, 1, said("late")));

    JointComment refused = counted(decide(comment, 2, false));

    assertThat(refused.inForce().orElseThrow().number()).isEqualTo(1);
    assertThat(counted(decide(comment, 2, true)).inForce().orElseThrow().number()).isEqualTo(2);
    assertThat(decide(comment, 2, false)).isEqualTo(new Outcome.NothingToDecide());
  }

  @Test
  void decidesNothingOnWhatWasInTimeOrWasReplaced() {
    String inTime = submit(CLOSES);
    String replaced = submit(LATE);
    counted(desk.revise(act("eg", LATE), replaced, 1, said("later")));

    assertThat(decide(inTime, 1, true)).isEqualTo(new Outcome.NothingToDecide());
    assertThat(decide(replaced, 1, true)).isEqualTo(new Outcome.NothingToDecide());
    assertThat(counted(decide(replaced, 2, true)).inForce()).isPresent();
  }

  @Test
  void decidesAgainOnWhatStandsWhereTheAuthorWasFirst() {
    String comment = submit(LATE);
    log.beforeNext(() -> desk.revise(act("eg", LATE), comment, 1, said("later")));

    assertThat(decide(comment, 1, true)).isEqualTo(new Outcome.NothingToDecide());
  }

  private Outcome decide(String comment, int text, boolean accepted) {
    return deciding.decide(
        act("secretariat", LATE.plusSeconds(3600)),
        comment,
        new Fact.LateDecided(text, accepted, "note of 2 March"));
  }

  private String submit(Instant at) {
    return counted(
            desk.submit(
                act("eg", at),
                agenda.consultation("k").orElseThrow(),
                EGYPT,
                new Target(
                    Optional.of("doc"), Optional.empty(), Optional.of("doc.13.a"), Optional.of(1)),
                said("text")))
        .first()
        .comment();
  }

  private static JointComment counted(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Counted.class);
    return ((Outcome.Counted) outcome).comment();
  }

  private Act act(String participant, Instant at) {
    return new Act(participant, participant, "k" + keys.incrementAndGet(), at, Map.of());
  }

  private static Fact.Said said(String text) {
    return new Fact.Said(Contents.content(text), List.of());
  }
}
