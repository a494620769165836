package io.rapporteur.comments.kafka;

import static io.rapporteur.comments.comment.Contents.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Attachment;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Beside;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.Fact;
import io.rapporteur.comments.comment.FixedConsultations;
import io.rapporteur.comments.comment.JointComment;
import io.rapporteur.comments.comment.Receipt;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.Draft.Said;
import io.rapporteur.comments.draft.DraftContent;
import io.rapporteur.comments.draft.DraftOutcome;
import io.rapporteur.comments.draft.Drafting;
import io.rapporteur.comments.draft.Stage;
import io.rapporteur.comments.submission.HandedIn;
import io.rapporteur.comments.submission.HandingInTogether;
import io.rapporteur.comments.submission.HandingInTogether.Asked;
import io.rapporteur.comments.submission.Line;
import io.rapporteur.comments.submission.Submission;
import io.rapporteur.comments.submission.SubmissionOutcome;
import io.rapporteur.comments.submission.Submissions;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts and submissions on two instances of the desk that share one real log. */
class SubmissionsOnOneLogTest {

  private static final Set<Duty> ALL = EnumSet.allOf(Duty.class);
  private static final Instant NOW = Instant.parse("2021-02-01T12:00:00Z");
  private static final Author EGYPT = new Author("eg", "MEMBER_STATE", Optional.of("AFRICAN"));
  private static final Target ITEM =
      new Target(
          Optional.of("doc"), Optional.of("doc.13"), Optional.of("doc.13.jj"), Optional.of(1));
  private static final Consultation OPEN =
      new Consultation(
          "k",
          List.of("doc"),
          1,
          Instant.EPOCH,
          Instant.parse("2021-03-01T00:00:00Z"),
          Map.of(),
          List.of());

  @TempDir Path folder;
  private CatalogueBroker broker;
  private Instance one;
  private Instance two;

  @BeforeEach
  void start() throws IOException {
    broker = CatalogueBroker.start(folder.resolve("kafka"));
    one = new Instance("one", broker.access(Principal.COMMENTS));
    two = new Instance("two", broker.access(Principal.COMMENTS));
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
    broker.close();
  }

  @Test
  void letTheLogPickOneOfTwoSavesOfADraftAndTellBothSidesTheSame() throws Exception {
    Draft begun = draft(one.drafting.begin(act("begin", "a", NOW), said("a")));
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int round = 0; round < 25; round++) {
        int seen = one.desk.drafts().current(begun.id()).orElseThrow().version();
        List<Future<DraftOutcome>> asked = new ArrayList<>();
        for (Instance instance : List.of(one, two)) {
          for (int n = 0; n < 4; n++) {
            String key = instance.name + round + "/" + n;
            asked.add(
                threads.submit(
                    () ->
                        instance.drafting.rewrite(
                            act(key, key, NOW), ALL, begun.id(), Optional.of(seen), said(key))));
          }
        }
        List<DraftOutcome> outcomes = new ArrayList<>();
        for (Future<DraftOutcome> each : asked) {
          outcomes.add(each.get());
        }
        assertThat(outcomes).filteredOn(DraftOutcome.Counted.class::isInstance).hasSize(1);
        assertThat(outcomes)
            .filteredOn(outcome -> !(outcome instanceof DraftOutcome.Counted))
            .allMatch(DraftOutcome.Overtaken.class::isInstance);
        assertThat(one.desk.drafts().catchUp() && two.desk.drafts().catchUp()).isTrue();
        assertThat(one.desk.drafts().versions(begun.id()))
            .isEqualTo(two.desk.drafts().versions(begun.id()))
            .hasSize(seen + 1);
      }
    }
  }

  @Test
  void beginThousandsOfDraftsAndShowThemOnTheOtherInstanceInTheirOrder() {
    List<Drafting.Begun> rows = new ArrayList<>();
    for (int row = 1; row <= 5_000; row++) {
      String key = Drafting.keyOfRow("file", row);
      var origin = new Draft.Origin(Optional.of("import"), Optional.of(row), List.of());
      rows.add(new Drafting.Begun(act(key, key, NOW), said("row " + row), origin));
    }
    one.drafting.begin(rows);

    assertThat(two.desk.drafts().catchUp()).isTrue();
    assertThat(two.desk.drafts().of("eg", draft -> true, "", Integer.MAX_VALUE).drafts())
        .extracting(draft -> draft.origin().row().orElse(0))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 5_000).boxed().toList());
    List<Draft> byPages = new ArrayList<>();
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      var page =
          two.desk
              .drafts()
              .of("eg", draft -> draft.origin().row().orElse(0) % 7 == 0, next.get(), 100);
      byPages.addAll(page.drafts());
      next = page.next();
    }
    assertThat(byPages).hasSize(5_000 / 7).doesNotHaveDuplicates();
  }

  @Test
  void handInOneActWhicheverOfThemIsAskedAndHoweverOften() throws Exception {
    List<Line> lines = new ArrayList<>(inline(40));
    lines.addAll(released(one, 20));
    assertThat(two.desk.submissions().catchUp()).isTrue();
    List<Future<SubmissionOutcome>> asked = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int n = 0; n < 8; n++) {
        Instance instance = n % 2 == 0 ? one : two;
        // Some come after the deadline; the act is that of the first plan in the log all the same.
        Act act = act("submit", "submit", OPEN.closesAt().plusMillis(n % 4 - 2L));
        asked.add(threads.submit(() -> instance.handingIn.handIn(act, asked(), lines)));
      }
      Set<HandedIn> acts = new HashSet<>();
      for (Future<SubmissionOutcome> each : asked) {
        acts.add(handedIn(each.get()));
      }
      assertThat(acts).hasSize(1);
    }

    assertOneWholeSubmission("submit", 60);
  }

  @Test
  void completeAnActThatWasKilledBetweenItsPlanAndItsTransaction() {
    List<Line> lines = new ArrayList<>(inline(3));
    lines.addAll(released(one, 2));
    Act first = act("submit", "submit", OPEN.closesAt());
    HandingInTogether killed = one.handingInOn(new KilledBeforeTheTransaction());
    assertThatThrownBy(() -> killed.handIn(first, asked(), lines))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(two.desk.submissions().catchUp()).isTrue();
    assertThat(two.desk.submissions().act(id("submit"))).isEmpty();
    assertThat(two.desk.submissions().comments(id("submit"))).isEmpty();

    Act later = act("submit", "submit", OPEN.closesAt().plusSeconds(60));
    HandedIn made = handedIn(two.handingIn.handIn(later, asked(), lines));

    assertThat(made.receivedAt()).isEqualTo(first.receivedAt());
    assertThat(made.late()).isFalse();
    assertOneWholeSubmission("submit", 5);
  }

  @Test
  void neverHandInADraftTwiceEvenUnderAnotherKey() throws Exception {
    List<Line> lines = released(one, 10);
    assertThat(two.desk.submissions().catchUp()).isTrue();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<SubmissionOutcome> mine =
          threads.submit(() -> one.handingIn.handIn(act("a", "a", NOW), asked(), lines));
      Future<SubmissionOutcome> yours =
          threads.submit(() -> two.handingIn.handIn(act("b", "b", NOW), asked(), lines));
      List<SubmissionOutcome> outcomes = List.of(mine.get(), yours.get());

      assertThat(outcomes).filteredOn(SubmissionOutcome.Counted.class::isInstance).hasSize(1);
      assertThat(outcomes)
          .filteredOn(SubmissionOutcome.DraftsHeld.class::isInstance)
          .singleElement()
          .isEqualTo(
              new SubmissionOutcome.DraftsHeld(
                  lines.stream().map(line -> line.draft().orElseThrow().id()).toList()));
    }
    assertThat(one.desk.submissions().catchUp()).isTrue();
    List<Submission> all = one.desk.submissions().of(Optional.of("eg"), "", 10).submissions();
    assertThat(all).hasSize(1);
    assertThat(one.desk.submissions().comments(all.getFirst().id())).hasSize(10);
  }

  @Test
  void refuseAKeyThatWasUsedForOtherLines() {
    handedIn(one.handingIn.handIn(act("k", "a", NOW), asked(), inline(1)));
    assertThat(two.desk.submissions().catchUp()).isTrue();

    assertThat(two.handingIn.handIn(act("k", "b", NOW), asked(), inline(2)))
        .isInstanceOf(SubmissionOutcome.KeyReused.class);
    assertThat(two.desk.submissions().comments(id("k"))).hasSize(1);
  }

  @Test
  void addToASubmissionFromBothSidesAtOnce() throws Exception {
    handedIn(one.handingIn.handIn(act("k", "k", NOW), asked(), inline(2)));
    assertThat(two.desk.submissions().catchUp()).isTrue();
    var adding = Asked.of(Optional.of(id("k")), OPEN, EGYPT);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<SubmissionOutcome> a =
          threads.submit(() -> one.handingIn.handIn(act("a", "a", NOW), adding, inline(1)));
      Future<SubmissionOutcome> b =
          threads.submit(() -> two.handingIn.handIn(act("b", "b", NOW), adding, inline(3)));
      handedIn(a.get());
      handedIn(b.get());
    }

    assertThat(one.desk.submissions().catchUp()).isTrue();
    assertThat(one.desk.submissions().submission(id("k")).orElseThrow().revision()).isEqualTo(3);
    assertThat(one.desk.submissions().comments(id("k"))).hasSize(6);
  }

  @Test
  void keepTheFilesOfAnActThatNoCommentNamesAndKnowThatItNamesThem() {
    var annex = new Attachment("annex", "annex.pdf", "application/pdf", 3, "0".repeat(64));
    var withAnnex =
        new Asked(
            Optional.empty(), OPEN, EGYPT, Optional.empty(), List.of(annex), Optional.empty());

    HandedIn made = handedIn(one.handingIn.handIn(act("k", "k", NOW), withAnnex, List.of()));

    assertThat(two.desk.uploads().catchUp()).isTrue();
    assertThat(two.desk.submissions().act(made.act()).orElseThrow().attachments())
        .containsExactly(annex);
    assertThat(two.desk.uploads().named("annex")).isTrue();
    assertThat(two.desk.uploads().named("other")).isFalse();
  }

  @Test
  void askInTheSameActWhomItsCommentsAskAndSpeakForWhomTheySpeak() {
    Author chile = new Author("cl", "MEMBER_STATE", Optional.empty());
    Line line = inline(1).getFirst();
    var joint =
        new Line(
            0,
            Optional.empty(),
            ITEM,
            line.content(),
            Optional.of("g77"),
            List.of(chile),
            line.said());

    handedIn(one.handingIn.handIn(act("k", "k", NOW), asked(), List.of(joint)));

    assertThat(two.desk.comments().catchUp()).isTrue();
    JointComment asked = two.desk.comments().askedOf("cl", "", 10).comments().getFirst();
    assertThat(asked.first().author().onBehalfOf()).contains("g77");
    assertThat(asked.isCoSponsor("cl")).isTrue();
  }

  @Test
  void changeNothingWhereOneActWouldBeTooLarge() {
    String text = "\u0627".repeat(20_000);
    List<Line> lines =
        IntStream.range(0, 250).mapToObj(place -> line(place, Optional.empty(), text)).toList();

    assertThat(one.handingIn.handIn(act("k", "k", NOW), asked(), lines))
        .isInstanceOf(SubmissionOutcome.TooLarge.class);
    assertThat(one.desk.submissions().catchUp()).isTrue();
    assertThat(one.desk.submissions().plan(id("k"))).isEmpty();
    assertThat(one.desk.submissions().comments(id("k"))).isEmpty();
  }

  @Test
  void endWhatAnEarlierLifeOfTheInstanceLeftOpen() throws Exception {
    BrokerAccess access = broker.access(Principal.COMMENTS);
    Map<String, Object> settings = new HashMap<>(access.clientSettings());
    settings.put("transactional.id", "comments-one");
    settings.put("transaction.timeout.ms", 600_000);
    try (var killed =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      killed.initTransactions();
      killed.beginTransaction();
      killed
          .send(
              new ProducerRecord<>(
                  TopicCatalogue.PARTICIPATION_EVENTS.name(), new byte[] {'x'}, new byte[] {0}))
          .get();

      HandedIn made = handedIn(one.handingIn.handIn(act("k", "k", NOW), asked(), inline(1)));

      assertThat(two.desk.submissions().catchUp()).isTrue();
      assertThat(two.desk.submissions().act(made.act())).contains(made);
      assertThatThrownBy(killed::commitTransaction)
          .isInstanceOf(org.apache.kafka.common.KafkaException.class);
    }
  }

  @Test
  void keepTheSubmissionOfACommentThatIsRevised() {
    handedIn(one.handingIn.handIn(act("k", "k", NOW), asked(), inline(1)));
    Revision first = one.desk.submissions().comments(id("k")).getFirst();
    one.desk
        .comments()
        .append(
            new Revision(
                first.comment(),
                2,
                "r",
                "d",
                "eg",
                "k",
                1,
                false,
                NOW,
                NOW,
                EGYPT,
                ITEM,
                first.submission(),
                new Fact.Withdrawn(),
                new Receipt("c", "n", "d", "s")));

    assertThat(one.desk.comments().comment(first.comment()).orElseThrow().withdrawn()).isTrue();
    assertThat(one.desk.submissions().comments(id("k"))).containsExactly(first);
  }

  private void assertOneWholeSubmission(String key, int comments) {
    List<List<Revision>> seen = new ArrayList<>();
    for (Instance instance : List.of(one, two)) {
      Submissions submissions = instance.desk.submissions();
      assertThat(submissions.catchUp()).isTrue();
      HandedIn handedIn = submissions.act(id(key)).orElseThrow();
      List<Revision> found = submissions.comments(id(key));
      assertThat(found).hasSize(comments).extracting(Revision::comment).doesNotHaveDuplicates();
      assertThat(found).allMatch(r -> r.receivedAt().equals(handedIn.receivedAt()));
      assertThat(found).allMatch(r -> r.late() == handedIn.late());
      assertThat(handedIn.comments()).isEqualTo(comments);
      assertThat(submissions.of(Optional.of("eg"), "", 10).submissions()).hasSize(1);
      assertThat(instance.desk.drafts().of("eg", d -> true, "", 1_000).drafts())
          .allMatch(d -> d.standing().stage() == Stage.SUBMITTED)
          .allMatch(d -> d.standing().submission().equals(Optional.of(id(key))));
      seen.add(found);
    }
    assertThat(seen.getFirst()).isEqualTo(seen.getLast());
  }

  /** One instance: its own view, its own producers. */
  private final class Instance implements AutoCloseable {

    private final String name;
    private final DeskOnLog on;
    private final Desk desk;
    private final Drafting drafting;
    private final HandingInTogether handingIn;

    Instance(String name, BrokerAccess access) throws IOException {
      this.name = name;
      on = new DeskOnLog(folder, name, access);
      desk = on.desk();
      drafting = new Drafting(desk.drafts(), () -> UUID.randomUUID().toString());
      handingIn = handingInOn(new ForwardingSubmissions());
      on.start();
    }

    HandingInTogether handingInOn(ForwardingSubmissions submissions) {
      submissions.forwardTo(desk.submissions());
      return new HandingInTogether(
          submissions,
          desk.drafts(),
          new FixedConsultations(OPEN.opensAt(), OPEN.closesAt()),
          (act, id) -> new Receipt(name + UUID.randomUUID(), "nonce", "digest", "jws"),
          () -> UUID.randomUUID().toString());
    }

    @Override
    public void close() {
      on.close();
    }
  }

  private static final class KilledBeforeTheTransaction extends ForwardingSubmissions {

    @Override
    public void append(Together together) {
      throw new OutcomeUnknownException("killed");
    }
  }

  private static List<Line> released(Instance instance, int count) {
    List<Line> lines = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      Draft begun = draft(instance.drafting.begin(act("d" + n, "d" + n, NOW), said("draft " + n)));
      Draft released =
          draft(
              instance.drafting.move(
                  act("r" + n, "r" + n, NOW),
                  ALL,
                  begun.id(),
                  Optional.empty(),
                  new Drafting.Move(Stage.RELEASED, Optional.empty(), Optional.empty())));
      lines.add(line(0, Optional.of(released), "draft " + n));
    }
    return lines;
  }

  private static List<Line> inline(int count) {
    return IntStream.range(0, count)
        .mapToObj(place -> line(place, Optional.empty(), "line " + place))
        .toList();
  }

  private static Line line(int place, Optional<Draft> draft, String text) {
    return new Line(
        place, draft, ITEM, content(text), Optional.empty(), List.of(), Map.of("text", text));
  }

  private static Asked asked() {
    return Asked.of(Optional.empty(), OPEN, EGYPT);
  }

  private static Act act(String key, String request, Instant at) {
    return new Act("eg", "eg", key, at, Map.of("request", request));
  }

  private static String id(String key) {
    return act(key, "", NOW).requestId().created().toString();
  }

  private static HandedIn handedIn(SubmissionOutcome outcome) {
    assertThat(outcome).isInstanceOf(SubmissionOutcome.Counted.class);
    return ((SubmissionOutcome.Counted) outcome).handedIn();
  }

  private static Draft draft(DraftOutcome outcome) {
    assertThat(outcome).isInstanceOf(DraftOutcome.Counted.class);
    return ((DraftOutcome.Counted) outcome).draft();
  }

  private static Said said(String text) {
    Content content = content(text);
    return new Said(
        "k",
        ITEM,
        Optional.of(ITEM),
        new DraftContent(
            Optional.of(content.kind()),
            content.position(),
            Optional.of(text),
            Optional.of("en"),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Beside.NOTHING),
        Optional.of("Justice"));
  }
}
