package io.rapporteur.comments.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Beside;
import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.draft.Draft.Said;
import io.rapporteur.comments.draft.Drafting.Move;
import io.rapporteur.schemas.access.Duty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DraftingTest {

  private static final Set<Duty> ALL = EnumSet.allOf(Duty.class);
  private static final Instant NOW = Instant.parse("2021-02-01T12:00:00Z");

  private final AtomicInteger saves = new AtomicInteger();
  private final RememberedDrafts log = new RememberedDrafts();
  private final Drafting drafting = new Drafting(log, () -> "s" + saves.incrementAndGet());

  @Test
  void keepsADraftThatIsNotFinished() {
    Draft draft = counted(drafting.begin(act("k", "unfinished"), said(Optional.empty())));

    assertThat(draft.version()).isEqualTo(1);
    assertThat(draft.standing().stage()).isEqualTo(Stage.DRAFTING);
    assertThat(draft.said().content().complete()).isEmpty();
  }

  @Test
  void answersARetryWithTheDraftOfTheFirstTry() {
    Draft first = counted(drafting.begin(act("k", "a"), said("a")));

    assertThat(counted(drafting.begin(act("k", "a"), said("a")))).isEqualTo(first);
    assertThat(drafting.begin(act("k", "b"), said("b"))).isInstanceOf(DraftOutcome.KeyReused.class);
    assertThat(log.log).hasSize(1);
  }

  @Test
  void tellsTheCurrentVersionToWhoLostARace() {
    String id = counted(drafting.begin(act("k", "a"), said("a"))).id();
    log.meanwhile = () -> rewrite("other", id, 1, "b");

    assertThat(rewrite("mine", id, 1, "c")).isEqualTo(new DraftOutcome.Overtaken(2));
    assertThat(log.current(id).orElseThrow().said().content().text()).contains("b");
  }

  @Test
  void givesARetryOfALostRaceTheSameAnswerAndLosesNothing() {
    String id = counted(drafting.begin(act("k", "a"), said("a"))).id();
    rewrite("other", id, 1, "b");
    rewrite("another", id, 2, "c");

    assertThat(rewrite("mine", id, 1, "d")).isEqualTo(new DraftOutcome.Overtaken(3));
    assertThat(log.versions(id)).hasSize(3);
  }

  @Test
  void givesARetryItsAnswerHoweverLittleTheInstanceHasRead() {
    String id = counted(drafting.begin(act("k", "a"), said("a"))).id();
    Draft rewritten = counted(rewrite("b", id, 1, "b"));
    Draft discarded = counted(move("c", ALL, id, to(Stage.DISCARDED)));
    rewrite("d", id, 3, "d");

    for (Set<String> read : List.of(Set.<String>of(), Set.of(id))) {
      log.readOnly(read);
      assertThat(counted(rewrite("b", id, 1, "b"))).isEqualTo(rewritten);
      log.readOnly(read);
      assertThat(counted(move("c", ALL, id, to(Stage.DISCARDED)))).isEqualTo(discarded);
    }
  }

  @Test
  void hidesADraftOfAnotherDelegationLikeOneThatIsNotThere() {
    String id = counted(drafting.begin(act("k", "a"), said("a"))).id();

    assertThat(drafting.find(id, "br")).isEqualTo(drafting.find("missing", "br"));
    assertThat(
            drafting.move(
                new Act("br", "br", "k2", NOW, Map.of("act", "move")),
                ALL,
                id,
                Optional.empty(),
                to(Stage.IN_REVIEW)))
        .isInstanceOf(DraftOutcome.NoSuchDraft.class);
  }

  @Test
  void returnsADraftWithItsReasonAndReleasesItLater() {
    String id = counted(drafting.begin(act("k", "a"), said("a"))).id();
    Instant due = NOW.plusSeconds(3600);
    move("1", Set.of(Duty.EXPERT), id, to(Stage.IN_REVIEW));
    Draft returned =
        counted(
            move(
                "2",
                Set.of(Duty.REVIEWER),
                id,
                new Move(Stage.RETURNED, Optional.of("source?"), Optional.of(due))));

    assertThat(returned.standing().note()).contains("source?");
    assertThat(returned.standing().dueAt()).contains(due);

    move("3", Set.of(Duty.EXPERT), id, to(Stage.IN_REVIEW));
    Draft released = counted(move("4", Set.of(Duty.REVIEWER), id, to(Stage.RELEASED)));

    assertThat(released.standing().note()).isEmpty();
    assertThat(released.standing().dueAt()).contains(due);
    assertThat(move("5", Set.of(Duty.EXPERT), id, to(Stage.RETURNED)))
        .isInstanceOf(DraftOutcome.NotYours.class);
  }

  @Test
  void takesUpADiscardedDraftAgainAsItWas() {
    String id = counted(drafting.begin(act("k", "a"), said("a"))).id();
    move("1", ALL, id, to(Stage.DISCARDED));

    assertThat(rewrite("2", id, 2, "b")).isInstanceOf(DraftOutcome.NotAtThisStage.class);

    Draft again = counted(move("3", ALL, id, to(Stage.DRAFTING)));
    assertThat(again.said().content().text()).contains("a");
  }

  @Test
  void mergesTheDraftsOfMinistriesIntoOneThatNamesThem() {
    List<String> sources = new ArrayList<>();
    for (String ministry : List.of("Justice", "Interior", "Foreign Affairs")) {
      sources.add(counted(drafting.begin(act(ministry, ministry), of(ministry))).id());
    }

    DraftOutcome outcome = drafting.merge(act("m", "m"), ALL, sources, said("together"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            DraftOutcome.Merged.class,
            merged -> {
              assertThat(merged.draft().origin().mergedFrom())
                  .extracting(source -> source.ministry().orElse(""))
                  .containsExactly("Justice", "Interior", "Foreign Affairs");
              assertThat(merged.overtaken()).isEmpty();
            });
    assertThat(sources)
        .allSatisfy(
            id ->
                assertThat(log.current(id).orElseThrow().standing().stage())
                    .isEqualTo(Stage.MERGED));
    int before = log.log.size();
    assertThat(drafting.merge(act("m", "m"), ALL, sources, said("together"))).isEqualTo(outcome);
    assertThat(log.log).hasSize(before);
    for (Set<String> read : List.of(Set.<String>of(), Set.copyOf(sources))) {
      log.readOnly(read);
      assertThat(drafting.merge(act("m", "m"), ALL, sources, said("together"))).isEqualTo(outcome);
    }
  }

  @Test
  void saysWhichSourceWasSavedAnewWhileItWasMerged() {
    String one = counted(drafting.begin(act("1", "1"), said("1"))).id();
    String two = counted(drafting.begin(act("2", "2"), said("2"))).id();
    log.meanwhile = () -> rewrite("x", two, 1, "newer");

    DraftOutcome outcome = drafting.merge(act("m", "m"), ALL, List.of(one, two), said("together"));

    assertThat(((DraftOutcome.Merged) outcome).overtaken()).containsExactly(two);
    assertThat(log.current(two).orElseThrow().standing().stage()).isEqualTo(Stage.DRAFTING);
  }

  @Test
  void beginsThousandsOfDraftsAndCompletesThemWhenAskedAgain() {
    List<Drafting.Begun> rows = new ArrayList<>();
    for (int row = 1; row <= 5_000; row++) {
      rows.add(
          new Drafting.Begun(
              act(Drafting.keyOfRow("file", row), "row " + row),
              said("row " + row),
              new Draft.Origin(Optional.of("i"), Optional.of(row), List.of())));
    }
    drafting.begin(rows.subList(0, 3_000));

    assertThat(drafting.begin(rows))
        .hasSize(5_000)
        .allMatch(DraftOutcome.Counted.class::isInstance);
    assertThat(log.log).hasSize(5_000);
  }

  @Test
  void countsEachVersionOnceWhateverTheOrderOfSavesAndRetries() {
    var random = new Random(20_201_127);
    for (int round = 0; round < 50; round++) {
      String id = counted(drafting.begin(act("b" + round, "b"), said("b"))).id();
      Map<String, Draft> acknowledged = new HashMap<>();
      for (int n = 0; n < 60; n++) {
        String key = round + "/" + random.nextInt(25);
        int seen = 1 + random.nextInt(log.current(id).orElseThrow().version());
        if (random.nextInt(4) == 0) {
          log.meanwhile = () -> rewrite("m" + random.nextInt(), id, 1 + random.nextInt(5), "m");
        }
        if (rewrite(key, id, seen, key) instanceof DraftOutcome.Counted(Draft made)) {
          acknowledged.putIfAbsent(key, made);
          assertThat(made).isEqualTo(acknowledged.get(key));
        }
      }
      List<Draft> versions = log.versions(id);
      assertThat(versions).containsAll(acknowledged.values());
      for (int v = 0; v < versions.size(); v++) {
        assertThat(versions.get(v).version()).isEqualTo(v + 1);
      }
    }
    assertThat(log.log).extracting(d -> d.save().id()).doesNotHaveDuplicates();
  }

  private DraftOutcome rewrite(String key, String id, int seen, String text) {
    return drafting.rewrite(
        act(key, text + seen), Set.of(Duty.EXPERT), id, Optional.of(seen), said(text));
  }

  private DraftOutcome move(String key, Set<Duty> duties, String id, Move move) {
    return drafting.move(act(key, move.to().word()), duties, id, Optional.empty(), move);
  }

  private static Move to(Stage stage) {
    return new Move(stage, Optional.empty(), Optional.empty());
  }

  private static Draft counted(DraftOutcome outcome) {
    assertThat(outcome).isInstanceOf(DraftOutcome.Counted.class);
    return ((DraftOutcome.Counted) outcome).draft();
  }

  private static Act act(String key, String request) {
    return new Act("eg", "eg", key, NOW, Map.of("request", request));
  }

  private static Said said(String text) {
    return said(Optional.of(text));
  }

  private static Said of(String ministry) {
    Said said = said(ministry);
    return new Said(
        said.consultation(), said.named(), said.resolved(), said.content(), Optional.of(ministry));
  }

  static Said said(Optional<String> text) {
    return new Said(
        "k",
        new Target(Optional.empty(), Optional.empty(), Optional.of("13(jj)"), Optional.empty()),
        Optional.empty(),
        new DraftContent(
            Optional.of(Kind.SUBSTANTIVE),
            Position.NOT_STATED,
            text,
            Optional.of("en"),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Beside.NOTHING),
        Optional.empty());
  }
}
