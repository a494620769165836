package io.rapporteur.comments.kafka;

import static io.rapporteur.comments.comment.Contents.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Fact;
import io.rapporteur.comments.comment.FixedConsultations;
import io.rapporteur.comments.comment.JointComment;
import io.rapporteur.comments.comment.Receipt;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.submission.DecidingLateTogether;
import io.rapporteur.comments.submission.DecidingLateTogether.Decision;
import io.rapporteur.comments.submission.DecidingLateTogether.How;
import io.rapporteur.comments.submission.DecidingLateTogether.Outcome;
import io.rapporteur.comments.submission.HandingInTogether;
import io.rapporteur.comments.submission.HandingInTogether.Asked;
import io.rapporteur.comments.submission.Line;
import io.rapporteur.comments.submission.SubmissionOutcome;
import io.rapporteur.comments.submission.Submissions;
import io.rapporteur.schemas.joint.JointText.Arrival;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.topics.Principal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions on all that came late with a submission, on two instances that share one log. */
class LateSubmissionsOnOneLogTest {

  private static final Instant CLOSES = Instant.parse("2021-03-01T00:00:00Z");
  private static final Instant LATE = CLOSES.plusSeconds(60);
  private static final Instant DECIDES = LATE.plusSeconds(3600);
  private static final Author EGYPT = new Author("eg", "MEMBER_STATE", Optional.empty());
  private static final Target ITEM =
      new Target(Optional.of("doc"), Optional.empty(), Optional.empty(), Optional.empty());
  private static final Decision TAKEN = new Decision(true, "note of 2 March");
  private static final Decision NOT_TAKEN = new Decision(false, "too late to be read");

  @TempDir Path folder;
  private CatalogueBroker broker;
  private DeskOnLog one;
  private DeskOnLog two;

  @BeforeEach
  void start() throws IOException {
    broker = CatalogueBroker.start(folder.resolve("kafka"));
    BrokerAccess access = broker.access(Principal.COMMENTS);
    one = new DeskOnLog(folder, "one", access);
    two = new DeskOnLog(folder, "two", access);
    one.start();
    two.start();
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
    broker.close();
  }

  @Test
  void areOneDecisionOnEachCommentWhicheverInstanceIsAskedAndHoweverOften() throws Exception {
    String submission = handIn("s", LATE, 20);
    List<Future<Outcome>> asked = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (int n = 0; n < 6; n++) {
        DeskOnLog instance = n % 2 == 0 ? one : two;
        asked.add(threads.submit(() -> decide(instance, "key", submission, TAKEN)));
      }
      for (Future<Outcome> each : asked) {
        assertThat(hows(each.get())).hasSize(20).containsOnly(How.DECIDED);
      }
    }

    for (JointComment comment : comments(two, submission)) {
      assertThat(comment.state().arrival()).contains(Arrival.ACCEPTED);
      assertThat(comment.number()).isEqualTo(2);
      assertThat(comment.last().fact()).isEqualTo(new Fact.LateDecided(1, true, TAKEN.reason()));
    }
  }

  @Test
  void leaveWhatWasAcceptedBeforeAndTurnARefusalIntoAnAcceptance() {
    String submission = handIn("s", LATE, 3);
    add("more", submission, DECIDES.plusSeconds(1), 1);
    withdraw(comments(one, submission).getFirst());

    Outcome refused = decide(one, "a", submission, NOT_TAKEN, DECIDES);
    Outcome refusedAgain = decide(two, "b", submission, NOT_TAKEN, DECIDES);
    Outcome accepted = decide(two, "c", submission, TAKEN, DECIDES.plusSeconds(2));
    Outcome after = decide(one, "d", submission, NOT_TAKEN, DECIDES.plusSeconds(3));

    assertThat(hows(refused))
        .containsExactlyInAnyOrder(How.WITHDRAWN, How.DECIDED, How.DECIDED, How.WAITING);
    assertThat(hows(refusedAgain))
        .containsExactlyInAnyOrder(How.WITHDRAWN, How.STANDS, How.STANDS, How.WAITING);
    assertThat(hows(accepted))
        .containsExactlyInAnyOrder(How.WITHDRAWN, How.DECIDED, How.DECIDED, How.DECIDED);
    assertThat(hows(after))
        .containsExactlyInAnyOrder(How.WITHDRAWN, How.STANDS, How.STANDS, How.STANDS);
  }

  @Test
  void goOnWhereAKilledInstanceEndedAndDecideNoTextThatCameSince() {
    String submission = handIn("s", LATE, 5);
    var killed =
        new DecidingLateTogether(new KilledAfterTwo(), one.desk().comments(), this::receipt);
    assertThatThrownBy(() -> killed.decide(act("key", TAKEN, DECIDES), submission, TAKEN))
        .isInstanceOf(OutcomeUnknownException.class);
    JointComment open =
        comments(two, submission).stream().filter(c -> c.number() == 1).findFirst().orElseThrow();
    assertThat(comments(two, submission)).filteredOn(c -> c.number() == 2).hasSize(2);
    revise(open, DECIDES.plusSeconds(5));

    Outcome outcome = decide(two, "key", submission, TAKEN, DECIDES.plusSeconds(10));
    Outcome again = decide(one, "key", submission, TAKEN, DECIDES.plusSeconds(20));

    assertThat(hows(outcome))
        .containsOnlyOnce(How.WAITING)
        .filteredOn(How.DECIDED::equals)
        .hasSize(4);
    assertThat(hows(again)).isEqualTo(hows(outcome));
    assertThat(comments(one, submission)).allMatch(comment -> comment.number() == 2);
  }

  @Test
  void refuseAKeyThatWasUsedForAnotherDecisionAndASubmissionThatWasInTime() {
    String submission = handIn("s", LATE, 2);
    String inTime = handIn("t", CLOSES, 2);
    decide(one, "key", submission, NOT_TAKEN);

    assertThat(decide(two, "key", submission, TAKEN)).isInstanceOf(Outcome.KeyReused.class);
    assertThat(decide(two, "k", inTime, TAKEN)).isInstanceOf(Outcome.NothingLate.class);
    assertThat(comments(one, submission)).allMatch(comment -> comment.number() == 2);
  }

  private Outcome decide(DeskOnLog on, String key, String submission, Decision decision) {
    return decide(on, key, submission, decision, DECIDES);
  }

  private Outcome decide(
      DeskOnLog on, String key, String submission, Decision decision, Instant at) {
    return new DecidingLateTogether(on.desk().submissions(), on.desk().comments(), this::receipt)
        .decide(act(key, decision, at), submission, decision);
  }

  private static Act act(String key, Decision decision, Instant at) {
    return new Act("secretariat", "secretariat", key, at, Map.of("accepted", decision.accepted()));
  }

  private static List<How> hows(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Decided.class);
    return ((Outcome.Decided) outcome)
        .fates().stream().map(DecidingLateTogether.Fate::how).toList();
  }

  private static List<JointComment> comments(DeskOnLog on, String submission) {
    Submissions submissions = on.desk().submissions();
    assertThat(submissions.catchUp()).isTrue();
    return submissions.comments(submission).stream()
        .map(first -> on.desk().comments().comment(first.comment()).orElseThrow())
        .toList();
  }

  private void withdraw(JointComment comment) {
    one.desk()
        .comments()
        .append(
            comment.next(
                egypt("withdraw", DECIDES), new Fact.Withdrawn(), false, receipt(null, "")));
  }

  private void revise(JointComment comment, Instant at) {
    two.desk()
        .comments()
        .append(
            comment.next(
                egypt("revise", at),
                new Fact.Said(content("revised"), List.of()),
                true,
                receipt(null, "")));
  }

  private String handIn(String key, Instant at, int comments) {
    return handIn(key, at, Optional.empty(), comments);
  }

  private void add(String key, String submission, Instant at, int comments) {
    handIn(key, at, Optional.of(submission), comments);
  }

  private String handIn(String key, Instant at, Optional<String> addsTo, int comments) {
    var consultations = new FixedConsultations(Instant.EPOCH, CLOSES);
    var handingIn =
        new HandingInTogether(
            one.desk().submissions(),
            one.desk().drafts(),
            consultations,
            this::receipt,
            () -> "save");
    Consultation open = consultations.consultation("k").orElseThrow();
    List<Line> lines =
        IntStream.range(0, comments)
            .mapToObj(
                place ->
                    new Line(
                        place,
                        Optional.empty(),
                        ITEM,
                        content("line " + place),
                        Optional.empty(),
                        List.of(),
                        Map.of("place", place)))
            .toList();
    SubmissionOutcome outcome =
        handingIn.handIn(egypt(key, at), Asked.of(addsTo, open, EGYPT), lines);
    assertThat(outcome).isInstanceOf(SubmissionOutcome.Counted.class);
    return ((SubmissionOutcome.Counted) outcome).handedIn().submission();
  }

  private static Act egypt(String key, Instant at) {
    return new Act("eg", "eg", key, at, Map.of("request", key));
  }

  private Receipt receipt(@org.jspecify.annotations.Nullable Act act, String id) {
    return new Receipt("code", "nonce", "digest", "jws");
  }

  /** Two decisions fit into one act, and the instance dies before the second act. */
  private final class KilledAfterTwo extends ForwardingSubmissions {

    private boolean appended;

    KilledAfterTwo() {
      forwardTo(one.desk().submissions());
    }

    @Override
    public int fitting(List<Revision> revisions) {
      return Math.min(2, revisions.size());
    }

    @Override
    public void append(List<Revision> revisions) {
      if (appended) {
        throw new OutcomeUnknownException("killed");
      }
      appended = true;
      super.append(revisions);
    }
  }
}
