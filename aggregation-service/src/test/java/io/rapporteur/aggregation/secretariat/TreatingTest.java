package io.rapporteur.aggregation.secretariat;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.schemas.http.Fault;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What may be done on a comment, and what of two acts counts. */
class TreatingTest {

  private static final String COMMENT = "comment";

  private final RowsInMemory rows = new RowsInMemory();
  private int keys;

  private Outcome treat(Optional<Integer> seen, Change... changes) {
    keys++;
    return rows.act("key " + keys, COMMENT, Treating.of(1, List.of(changes), seen));
  }

  private Work done(Change... changes) {
    assertThat(treat(Optional.of(work().revision()), changes)).isInstanceOf(Outcome.Counted.class);
    return work();
  }

  private Work work() {
    return Work.of(rows.row(COMMENT));
  }

  private static Change.Observed observed(String text) {
    return new Change.Observed(text, "en", Map.of("fr", text + " (fr)"));
  }

  @Test
  void doesAllThatOneActNamesInOneStep() {
    Work work =
        done(
            observed("well taken"),
            new Change.Disposed(Disposition.ACCEPTED_IN_PART),
            new Change.Assigned("drafter-1", Optional.of(LocalDate.of(2021, 4, 9))),
            new Change.Tagged("legal"),
            new Change.Noted("ask the legal office"));

    assertThat(work.revision()).isEqualTo(1);
    assertThat(work.answer().observation().orElseThrow().what().text()).isEqualTo("well taken");
    assertThat(work.disposition()).contains(Disposition.ACCEPTED_IN_PART);
    assertThat(work.assignment().orElseThrow().to()).isEqualTo("drafter-1");
    assertThat(work.tags()).containsExactly("legal");
    assertThat(work.notes()).extracting(Work.Note::text).containsExactly("ask the legal office");
  }

  @Test
  void keepsEveryVersionThatWasReplacedOrTakenBack() {
    done(observed("first"));
    done(observed("second"));
    Work work = done(new Change.ObservationTakenBack(Optional.of("premature")));

    assertThat(work.answer().observation()).isEmpty();
    assertThat(work.steps())
        .extracting(step -> ((Step.Treated) step.fact()).changes().getFirst())
        .containsExactly(
            observed("first"),
            observed("second"),
            new Change.ObservationTakenBack(Optional.of("premature")));
  }

  @Test
  void refusesToReplaceWhatWasNotSeenOrHasChangedSince() {
    done(new Change.Disposed(Disposition.NOTED));
    int seen = work().revision();
    done(new Change.Disposed(Disposition.ACCEPTED));

    assertThat(treat(Optional.empty(), new Change.Disposed(Disposition.NOT_ACCEPTED)))
        .isEqualTo(new Outcome.NotSeen(2));
    assertThat(treat(Optional.of(seen), new Change.Disposed(Disposition.NOT_ACCEPTED)))
        .isEqualTo(new Outcome.Changed(2));
    assertThat(treat(Optional.of(9), new Change.Tagged("ahead of the log")))
        .isEqualTo(new Outcome.Changed(2));
    assertThat(work().disposition()).contains(Disposition.ACCEPTED);
  }

  @Test
  void letsAnActCountWhereSomethingElseHasChangedSinceItWasSeen() {
    int seen = done(new Change.Disposed(Disposition.NOTED)).revision();
    done(new Change.Noted("in between"), new Change.Tagged("legal"));

    assertThat(treat(Optional.of(seen), new Change.Disposed(Disposition.ACCEPTED)))
        .isInstanceOf(Outcome.Counted.class);
    assertThat(work().disposition()).contains(Disposition.ACCEPTED);
  }

  @Test
  void addsNotesAndTagsWithoutAskingWhatWasSeen() {
    done(new Change.Noted("one"), new Change.Tagged("a"));

    assertThat(treat(Optional.empty(), new Change.Noted("two"), new Change.Untagged("a")))
        .isInstanceOf(Outcome.Counted.class);
    assertThat(work().notes()).extracting(Work.Note::text).containsExactly("one", "two");
    assertThat(work().tags()).isEmpty();
  }

  @Test
  void removesANoteByAFurtherStepAndOnlyOnce() {
    int note = done(new Change.Noted("not for the file")).revision();
    Work work = done(new Change.NoteRemoved(note));

    assertThat(work.notes()).isEmpty();
    assertThat(work.steps()).hasSize(2);
    assertThat(faults(treat(Optional.empty(), new Change.NoteRemoved(note))))
        .containsExactly("removeNote: 1 (expected: a note that stands)");
  }

  @Test
  void makesNoStepOfWhatStandsAlready() {
    done(new Change.Disposed(Disposition.NOTED), new Change.Tagged("a"));
    int appended = rows.appended();

    assertThat(
            treat(
                Optional.of(1),
                new Change.Disposed(Disposition.NOTED),
                new Change.Tagged("a"),
                new Change.Untagged("b"),
                new Change.Unassigned()))
        .isInstanceOf(Outcome.Counted.class);
    assertThat(rows.appended()).isEqualTo(appended);
  }

  @Test
  void releasesNothingWhereNothingIsSaid() {
    done(new Change.Noted("only a note"));

    assertThat(faults(treat(Optional.of(1), new Change.Released())))
        .containsExactly("release: true (expected: an observation or a disposition that stands)");
  }

  @Test
  void releasesNoAnswerThatCameAfterTheOneThatWasRead() {
    int seen = done(observed("read")).revision();
    done(observed("not read"));

    assertThat(treat(Optional.of(seen), new Change.Released())).isEqualTo(new Outcome.Changed(2));
  }

  @Test
  void judgesAgainOnWhatStandsWhenAnotherCameFirst() {
    rows.comesFirst(new Step.Treated(1, List.of(new Change.Disposed(Disposition.NOTED))));

    assertThat(treat(Optional.of(0), new Change.Disposed(Disposition.ACCEPTED)))
        .isEqualTo(new Outcome.Changed(1));
    assertThat(work().disposition()).contains(Disposition.NOTED);
  }

  @Test
  void readsTheLogToItsEndBeforeItRefuses() {
    rows.elsewhere(COMMENT, new Step.Treated(1, List.of(new Change.Noted("theirs"))));

    assertThat(treat(Optional.empty(), new Change.NoteRemoved(1)))
        .isInstanceOf(Outcome.Counted.class);
  }

  @Test
  void answersARetryWithTheFirstOutcomeAndRefusesTheKeyForAnotherRequest() {
    var judging = Treating.of(1, List.of(new Change.Noted("once")), Optional.empty());
    rows.act("same", COMMENT, judging);

    assertThat(rows.act("same", COMMENT, judging)).isInstanceOf(Outcome.Counted.class);
    assertThat(work().notes()).hasSize(1);
    var other = new Act("secretariat", "same", RowsInMemory.NOON, Map.of("key", "another"));
    assertThat(new Acting(rows).act(other, COMMENT, "c", judging))
        .isEqualTo(new Outcome.KeyReused());
  }

  @Test
  void isOverdueOnceTheDayIsOverAndNothingIsSaid() {
    Work given = done(new Change.Assigned("d", Optional.of(LocalDate.of(2021, 4, 9))));

    assertThat(given.isOverdue(LocalDate.of(2021, 4, 9))).isFalse();
    assertThat(given.isOverdue(LocalDate.of(2021, 4, 10))).isTrue();
    assertThat(done(new Change.Disposed(Disposition.NOTED)).isOverdue(LocalDate.of(2021, 4, 10)))
        .isFalse();
  }

  @Test
  void refusesMoreTagsThanACommentMayHave() {
    for (int i = 0; i < Treating.MOST_TAGS; i++) {
      done(new Change.Tagged("tag " + i));
    }

    assertThat(faults(treat(Optional.empty(), new Change.Tagged("one more"))))
        .containsExactly("tags.add: 51 tags (expected: at most 50 on a comment)");
  }

  private static List<String> faults(Outcome outcome) {
    return ((Outcome.Faulty) outcome).faults().stream().map(Fault::message).toList();
  }
}
