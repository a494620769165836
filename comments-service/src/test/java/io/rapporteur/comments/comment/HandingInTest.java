package io.rapporteur.comments.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class HandingInTest {

  private static final Instant OPENS = Instant.parse("2021-01-01T00:00:00Z");
  private static final Instant CLOSES = Instant.parse("2021-03-01T23:59:59Z");
  private static final Instant NOW = Instant.parse("2021-02-01T12:00:00Z");
  private static final Author EGYPT = new Author("eg", "MEMBER_STATE", Optional.of("AFRICAN"));
  private static final Target ITEM =
      new Target(
          Optional.of("doc"), Optional.of("doc.13"), Optional.of("doc.13.jj"), Optional.of(1));

  private static final Target ENTRY = Target.onEntry("k.entry-1", 2);

  private final CommentsInMemory log = new CommentsInMemory();
  private final FixedConsultations agenda = new FixedConsultations(OPENS, CLOSES);
  private final HandingIn desk =
      new HandingIn(
          log, agenda, (act, comment, revision) -> new Receipt("code", "nonce", "digest", "jws"));

  @Test
  void countsAFirstSubmission() {
    Revision made = counted(submit("k1", "text", NOW));

    assertThat(made.number()).isEqualTo(1);
    assertThat(made.late()).isFalse();
    assertThat(made.round()).isEqualTo(1);
  }

  @Test
  void givesARetryTheReceiptOfTheFirstTry() {
    Revision first = counted(submit("k1", "text", NOW));
    Revision again = counted(submit("k1", "text", NOW.plusSeconds(60)));

    assertThat(again).isEqualTo(first);
    assertThat(log.appended()).isEqualTo(1);
  }

  @Test
  void refusesAKeyThatWasUsedForAnotherRequest() {
    submit("k1", "text", NOW);

    assertThat(submit("k1", "other", NOW)).isInstanceOf(Outcome.KeyReused.class);
  }

  @Test
  void letsTheLogPickOneOfTwoInstancesThatGetTheSameKey() throws Exception {
    HandingIn other =
        new HandingIn(log, agenda, (act, comment, revision) -> new Receipt("other", "n", "d", "s"));
    var both = new CountDownLatch(1);
    List<Future<Outcome>> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (HandingIn instance : List.of(desk, other)) {
        outcomes.add(
            threads.submit(
                () -> {
                  both.await();
                  return instance.submit(
                      act("k1", "text", NOW),
                      agenda.consultation("k").orElseThrow(),
                      EGYPT,
                      ITEM,
                      said("text"));
                }));
      }
      both.countDown();
    }

    assertThat(counted(outcomes.get(0).get())).isEqualTo(counted(outcomes.get(1).get()));
  }

  @Test
  void takesTheLastInstantAsInTimeAndTheNextAsLate() {
    assertThat(counted(submit("k1", "text", CLOSES)).late()).isFalse();
    assertThat(counted(submit("k2", "text", CLOSES.plusSeconds(1))).late()).isTrue();
  }

  @Test
  void readsTheLogToItsEndBeforeItCallsAnythingLate() {
    agenda.extendElsewhere(CLOSES.plusSeconds(3600));

    assertThat(counted(submit("k1", "text", CLOSES.plusSeconds(1))).late()).isFalse();
    assertThat(agenda.caughtUp()).isTrue();
  }

  @Test
  void givesMoreTimeToTheOneWhoWasGivenMore() {
    agenda.extendFor("eg", CLOSES.plusSeconds(3600));

    assertThat(counted(submit("k1", "text", CLOSES.plusSeconds(60))).late()).isFalse();
    assertThat(agenda.consultation("k").orElseThrow().late("br", CLOSES.plusSeconds(60))).isTrue();
  }

  @Test
  void judgesACommentOnAnEntryByItsCirculationAndNotByTheRound() {
    Instant until = CLOSES.plusSeconds(86_400);
    circulate(Optional.of(until));

    Revision made = counted(submit("k1", "text", CLOSES.plusSeconds(60), ENTRY));
    Revision revised =
        counted(desk.revise(act("k2", "two", until), made.comment(), 1, said("two")));
    Revision late =
        counted(
            desk.revise(act("k3", "three", until.plusSeconds(1)), made.comment(), 2, said("3")));

    assertThat(made.late()).isFalse();
    assertThat(revised.late()).isFalse();
    assertThat(late.late()).isTrue();
    assertThat(late.target()).isEqualTo(ENTRY);
    assertThat(counted(submit("k4", "text", until)).late()).as("on an item").isTrue();
  }

  @Test
  void takesACommentOnAnEntryBackWheneverItsAuthorWantsTo() {
    circulate(Optional.of(NOW));
    String comment = counted(submit("k1", "text", NOW, ENTRY)).comment();

    Revision withdrawn = counted(desk.withdraw(act("k2", "", CLOSES), comment, 1));

    assertThat(withdrawn.late()).isFalse();
  }

  private void circulate(Optional<Instant> until) {
    agenda.circulate(
        new CirculatedDraft(
            2,
            until,
            Map.of("k.entry-1", new CirculatedDraft.Entry(Set.of(1, 2), Optional.empty())),
            Optional.empty()));
  }

  @Test
  void revisesTheRevisionThatWasSeenAndNoOther() {
    String comment = counted(submit("k1", "text", NOW)).comment();

    Revision second = counted(desk.revise(act("k2", "two", NOW), comment, 1, said("two")));
    Outcome overtaken = desk.revise(act("k3", "three", NOW), comment, 1, said("three"));

    assertThat(second.number()).isEqualTo(2);
    assertThat(overtaken).isEqualTo(new Outcome.Overtaken(2));
  }

  @Test
  void givesARetriedRevisionItsAnswerEvenAfterLaterOnes() {
    String comment = counted(submit("k1", "text", NOW)).comment();
    Revision second = counted(desk.revise(act("k2", "two", NOW), comment, 1, said("two")));
    desk.revise(act("k3", "three", NOW), comment, 2, said("three"));

    assertThat(desk.revise(act("k2", "two", NOW), comment, 1, said("two")))
        .satisfies(again -> assertThat(counted(again)).isEqualTo(second));
  }

  @Test
  void keepsAWithdrawnCommentWithdrawn() {
    String comment = counted(submit("k1", "text", NOW)).comment();
    desk.withdraw(act("k2", "withdraw", NOW), comment, 1);

    assertThat(desk.revise(act("k3", "again", NOW), comment, 2, said("again")))
        .isInstanceOf(Outcome.Withdrawn.class);
  }

  @Test
  void givesARetryItsAnswerHoweverFarTheInstanceHasRead() {
    String comment = counted(submit("k1", "one", NOW)).comment();
    Revision second = counted(desk.revise(act("k2", "two", NOW), comment, 1, said("two")));
    Revision third = counted(desk.withdraw(act("k3", "withdraw", NOW), comment, 2));

    for (int read = 0; read <= 3; read++) {
      log.readOnly(read);
      assertThat(counted(desk.revise(act("k2", "two", NOW), comment, 1, said("two"))))
          .isEqualTo(second);
      log.readOnly(read);
      assertThat(counted(desk.withdraw(act("k3", "withdraw", NOW), comment, 2))).isEqualTo(third);
    }
    assertThat(desk.withdraw(act("k4", "withdraw", NOW), comment, 2))
        .isInstanceOf(Outcome.Withdrawn.class);
  }

  @Test
  void withdrawsAfterTheDeadlineWithoutBeingLate() {
    String comment = counted(submit("k1", "text", NOW)).comment();

    Revision withdrawn =
        counted(desk.withdraw(act("k2", "withdraw", CLOSES.plusSeconds(60)), comment, 1));

    assertThat(withdrawn.withdraws()).isTrue();
    assertThat(withdrawn.late()).isFalse();
  }

  @Test
  void answersAnothersCommentAndNoneAlike() {
    String comment = counted(submit("k1", "text", NOW)).comment();

    assertThat(desk.find(comment, Optional.of("br"))).isEqualTo(desk.find("x", Optional.of("br")));
  }

  @Test
  void saysNothingWhileTheViewIsBehind() {
    log.outOfReach();

    assertThat(desk.find("x", Optional.of("eg"))).isInstanceOf(Outcome.ViewBehind.class);
  }

  private Outcome submit(String key, String text, Instant at) {
    return submit(key, text, at, ITEM);
  }

  private Outcome submit(String key, String text, Instant at, Target target) {
    return desk.submit(
        act(key, text, at), agenda.consultation("k").orElseThrow(), EGYPT, target, said(text));
  }

  private static Revision counted(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Counted.class);
    return ((Outcome.Counted) outcome).comment().last();
  }

  private static Act act(String key, String text, Instant at) {
    return new Act("eg", "eg", key, at, Map.of("text", text));
  }

  private static Fact.Said said(String text) {
    return new Fact.Said(Contents.content(text), List.of());
  }
}
