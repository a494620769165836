package io.rapporteur.comments.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JoiningTest {

  private static final Instant OPENS = Instant.parse("2021-01-01T00:00:00Z");
  private static final Instant CLOSES = Instant.parse("2021-03-01T23:59:59Z");
  private static final Instant NOW = Instant.parse("2021-02-01T12:00:00Z");
  private static final Author EGYPT = author("eg");
  private static final Author CHILE = author("cl");
  private static final Author NIGERIA = author("ng");

  private final CommentsInMemory log = new CommentsInMemory();
  private final FixedConsultations agenda = new FixedConsultations(OPENS, CLOSES);
  private final Receipts receipts = (act, comment, n) -> new Receipt("c", "n", "d", "s");
  private final HandingIn desk = new HandingIn(log, agenda, receipts);
  private final Joining joining = new Joining(log, agenda, receipts);
  private final AtomicInteger keys = new AtomicInteger();
  private String comment = "";

  @BeforeEach
  void handIn() {
    comment =
        counted(
                desk.submit(
                    act("eg", NOW),
                    agenda.consultation("k").orElseThrow(),
                    EGYPT,
                    new Target(
                        Optional.of("doc"),
                        Optional.empty(),
                        Optional.of("doc.13.a"),
                        Optional.of(1)),
                    said("one", CHILE)))
            .first()
            .comment();
  }

  @Test
  void letsTheOneWhoWasAskedSeeTheCommentAndNobodyElse() {
    assertThat(desk.find(comment, Optional.of("cl"))).isInstanceOf(Outcome.Counted.class);
    assertThat(desk.find(comment, Optional.of("ng"))).isEqualTo(new Outcome.NoSuchComment());
  }

  @Test
  void joinsTheTextThatWasSeenAndNoOther() {
    revise("two", 1);

    assertThat(join(CHILE, 1)).isEqualTo(new Outcome.TextChanged(2));
    assertThat(counted(join(CHILE, 2)).state().standing()).containsExactly("cl");
  }

  @Test
  void joinsNothingThatItWasNotAskedToJoin() {
    assertThat(join(NIGERIA, 1)).isEqualTo(new Outcome.NoSuchComment());
  }

  @Test
  void joinsAfterAnotherThatCameFirst() {
    invite(NIGERIA);
    log.beforeNext(() -> join(NIGERIA, 1));

    JointComment joined = counted(join(CHILE, 1));

    assertThat(joined.state().standing()).containsExactly("cl", "ng");
  }

  @Test
  void joinsNothingThatWasReplacedInTheSameMoment() {
    log.beforeNext(() -> revise("two", 1));

    assertThat(join(CHILE, 1)).isEqualTo(new Outcome.TextChanged(2));
    assertThat(whole().state().standing()).isEmpty();
  }

  @Test
  void tellsTheAuthorWhoRevisesThatSomeoneHasJoinedMeanwhile() {
    join(CHILE, 1);

    assertThat(desk.revise(act("eg", NOW), comment, 1, said("two")))
        .isEqualTo(new Outcome.Overtaken(2));
  }

  @Test
  void keepsTheTextInForceThatTheCoSponsorJoinedUntilItJoinsTheNext() {
    join(CHILE, 1);
    revise("two", 2);

    assertThat(whole().inForce().orElseThrow().number()).isEqualTo(1);
    assertThat(counted(join(CHILE, 3)).inForce().orElseThrow().number()).isEqualTo(3);
  }

  @Test
  void seesNothingOnceItHasLeft() {
    join(CHILE, 1);

    counted(joining.leave(act("cl", NOW), comment));

    assertThat(desk.find(comment, Optional.of("cl"))).isEqualTo(new Outcome.NoSuchComment());
    assertThat(join(CHILE, 1)).isEqualTo(new Outcome.NoSuchComment());
  }

  @Test
  void goesOnWithoutTheOneWhoDoesNotJoinTheNextText() {
    join(CHILE, 1);
    revise("two", 2);

    JointComment left = counted(joining.letGo(act("eg", NOW), comment, "cl"));

    assertThat(left.inForce().orElseThrow().number()).isEqualTo(3);
    assertThat(left.state().standing()).isEmpty();
  }

  @Test
  void letsNobodyButTheAuthorAskOrLetGo() {
    assertThat(joining.invite(act("cl", NOW), comment, NIGERIA))
        .isEqualTo(new Outcome.NoSuchComment());
    invite(NIGERIA);
    assertThat(joining.letGo(act("cl", NOW), comment, "ng")).isEqualTo(new Outcome.NoSuchComment());
  }

  @Test
  void closesWithTheRoundOfTheOneWhoJoinsButLetsItLeaveAfterwards() {
    Instant after = CLOSES.plusSeconds(1);

    assertThat(joining.join(act("cl", after), comment, CHILE, 1))
        .isEqualTo(new Outcome.RoundClosed());
    agenda.extendFor("cl", after);
    counted(joining.join(act("cl", after), comment, CHILE, 1));
    counted(joining.leave(act("cl", after.plusSeconds(60)), comment));
  }

  @Test
  void givesARetryItsFirstAnswer() {
    Act act = act("cl", NOW);
    JointComment first = counted(joining.join(act, comment, CHILE, 1));
    revise("two", 2);

    JointComment again = counted(joining.join(act, comment, CHILE, 1));

    assertThat(again.last()).isEqualTo(first.last());
    assertThat(log.appended()).isEqualTo(3);
  }

  @Test
  void joinsACommentOnAnEntryAsLongAsTheEntryTakesCommentsWhateverHasBecomeOfTheRound() {
    Instant until = CLOSES.plusSeconds(3600);
    agenda.circulate(
        new CirculatedDraft(
            1,
            Optional.of(until),
            Map.of("k.entry-1", new CirculatedDraft.Entry(Set.of(1), Optional.empty())),
            Optional.empty()));
    String onEntry =
        counted(
                desk.submit(
                    act("eg", until),
                    agenda.consultation("k").orElseThrow(),
                    EGYPT,
                    Target.onEntry("k.entry-1", 1),
                    said("one", CHILE, NIGERIA)))
            .first()
            .comment();

    assertThat(counted(joining.join(act("cl", until), onEntry, CHILE, 1)).state().standing())
        .containsExactly("cl");
    assertThat(joining.join(act("ng", until.plusSeconds(1)), onEntry, NIGERIA, 1))
        .isEqualTo(new Outcome.RoundClosed());
  }

  @Test
  void asksNobodyTwice() {
    invite(CHILE);

    assertThat(log.appended()).isEqualTo(1);
  }

  @Test
  void asksNobodyToJoinWhatWasWithdrawn() {
    desk.withdraw(act("eg", NOW), comment, 1);

    assertThat(joining.invite(act("eg", NOW), comment, NIGERIA)).isEqualTo(new Outcome.Withdrawn());
    assertThat(join(CHILE, 1)).isEqualTo(new Outcome.NoSuchComment());
  }

  private JointComment whole() {
    return log.comment(comment).orElseThrow();
  }

  private Outcome join(Author who, int text) {
    return joining.join(act(who.participant(), NOW), comment, who, text);
  }

  private void invite(Author who) {
    counted(joining.invite(act("eg", NOW), comment, who));
  }

  private void revise(String text, int expected) {
    counted(desk.revise(act("eg", NOW), comment, expected, said(text)));
  }

  private static JointComment counted(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Counted.class);
    return ((Outcome.Counted) outcome).comment();
  }

  private Act act(String participant, Instant at) {
    return new Act(participant, participant, "k" + keys.incrementAndGet(), at, Map.of());
  }

  private static Author author(String code) {
    return new Author(code, "MEMBER_STATE", Optional.empty());
  }

  private static Fact.Said said(String text, Author... invited) {
    return new Fact.Said(Contents.content(text), List.of(invited));
  }
}
