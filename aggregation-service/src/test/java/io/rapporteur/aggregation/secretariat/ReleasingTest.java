package io.rapporteur.aggregation.secretariat;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Observation;
import io.rapporteur.aggregation.compilation.Observations;
import io.rapporteur.aggregation.compilation.WorkedComments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who reads an observation, with which text of the comment. */
class ReleasingTest {

  private static final Comment FIRST = WorkedComments.revision("comment", 1);
  private static final Comment SECOND = WorkedComments.revision("comment", 2);

  private final RowsInMemory rows = new RowsInMemory();
  private final Observations observations = new WorkObservations(rows);
  private int keys;

  private void treat(int ofRevision, Change... changes) {
    keys++;
    int seen = Work.of(rows.row("comment")).revision();
    assertThat(
            rows.act(
                "key " + keys,
                "comment",
                Treating.of(ofRevision, List.of(changes), Optional.of(seen))))
        .isInstanceOf(Outcome.Counted.class);
  }

  private static Change observed(String text) {
    return new Change.Observed(text, "en", Map.of());
  }

  private Optional<String> others(Comment shown) {
    return observations.of(shown, false).flatMap(Observation::text);
  }

  private Optional<String> leading(Comment shown) {
    return observations.of(shown, true).flatMap(Observation::text);
  }

  @Test
  void isReadByThoseWhoLeadAloneUntilItIsReleased() {
    treat(1, observed("prepared"));

    assertThat(leading(FIRST)).contains("prepared");
    assertThat(others(FIRST)).isEmpty();

    treat(1, new Change.Released());

    assertThat(others(FIRST)).contains("prepared");
    assertThat(observations.of(FIRST, true).orElseThrow().released()).isTrue();
  }

  @Test
  void staysForOthersAsItWasReleasedWhileTheNextIsPrepared() {
    treat(1, observed("released"), new Change.Released());
    treat(1, observed("next"));

    assertThat(others(FIRST)).contains("released");
    assertThat(leading(FIRST)).contains("next");
    assertThat(observations.of(FIRST, true).orElseThrow().released()).isFalse();

    treat(1, new Change.Released());

    assertThat(others(FIRST)).contains("next");
  }

  @Test
  void isTheSecretariatsAgainWhenTheReleaseIsTakenBack() {
    treat(1, observed("one"), new Change.Released());
    treat(1, observed("two"), new Change.Released());
    treat(1, new Change.ReleaseTakenBack(Optional.empty()));

    assertThat(others(FIRST)).isEmpty();
    assertThat(leading(FIRST)).contains("two");
  }

  @Test
  void neverStandsWithAnEarlierTextThanTheOneItIsOn() {
    treat(1, observed("on the first"), new Change.Released());
    treat(2, observed("on the second, still sealed"), new Change.Released());

    // The edition shows the first text; what is said of the second would tell of it.
    assertThat(others(FIRST)).contains("on the first");
    assertThat(leading(FIRST)).isEmpty();
    assertThat(others(SECOND)).contains("on the second, still sealed");
  }

  @Test
  void isFlaggedWhereTheCommentWasRevisedSince() {
    treat(1, observed("on the first"), new Change.Disposed(Disposition.NOTED));

    Observation seen = observations.of(SECOND, true).orElseThrow();
    assertThat(seen.ofRevision()).isEqualTo(1);
    assertThat(seen.isOutdated(SECOND)).isTrue();
    assertThat(seen.isOutdated(FIRST)).isFalse();
    assertThat(seen.disposition()).contains("noted");
  }

  @Test
  void tellsOthersNothingOfNotesTagsAndAssignments() {
    treat(
        1,
        new Change.Noted("a private note"),
        new Change.Tagged("a tag"),
        new Change.Assigned("a drafter", Optional.empty()));

    assertThat(observations.of(FIRST, false)).isEmpty();
    assertThat(observations.of(FIRST, true)).isEmpty();
  }
}
