package io.rapporteur.aggregation.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Changes.Change;
import io.rapporteur.aggregation.compilation.Changes.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangesTest {

  private static final Comment FIRST = Comments.revision("c", 1, false, false);
  private static final Comment SECOND = Comments.revision("c", 2, false, false);

  @Test
  void nothingChangesBetweenAStateAndItself() {
    Sight sight = sight(List.of(FIRST), List.of(SECOND));

    assertThat(Changes.between(sight, sight)).isEmpty();
  }

  @Test
  void tellsWhatIsNewRevisedAndGone() {
    Comment other = Comments.of("d", "br", "member-state");

    assertThat(between(List.of(), List.of(FIRST)))
        .containsExactly(new Change(Kind.NEW, Optional.empty(), Optional.of(FIRST)));
    assertThat(between(List.of(FIRST), List.of(SECOND)))
        .containsExactly(new Change(Kind.REVISED, Optional.of(FIRST), Optional.of(SECOND)));
    assertThat(between(List.of(FIRST, other), List.of(other)))
        .containsExactly(new Change(Kind.GONE, Optional.of(FIRST), Optional.empty()));
  }

  @Test
  void tellsWhoJoinedTheSameText() {
    Comment joined = Comments.joined(FIRST, "br");

    assertThat(between(List.of(FIRST), List.of(joined)))
        .containsExactly(new Change(Kind.CO_SPONSORS, Optional.of(FIRST), Optional.of(joined)));
  }

  @Test
  void aTextThatCameLateWaitsAndIsOneChangeWhenItIsAccepted() {
    Sight before = sight(List.of(FIRST), List.of());
    Sight waiting = sight(List.of(FIRST), List.of(SECOND));
    Sight accepted = sight(List.of(SECOND), List.of());

    assertThat(Changes.between(before, waiting))
        .containsExactly(new Change(Kind.LATE, Optional.empty(), Optional.of(SECOND)));
    assertThat(Changes.between(waiting, accepted))
        .containsExactly(new Change(Kind.LATE_ACCEPTED, Optional.of(FIRST), Optional.of(SECOND)));
  }

  @Test
  void aFirstTextThatCameLateAndWasAcceptedIsNotNew() {
    assertThat(Changes.between(sight(List.of(), List.of(FIRST)), sight(List.of(FIRST), List.of())))
        .extracting(Change::kind)
        .containsExactly(Kind.LATE_ACCEPTED);
  }

  @Test
  void anotherTextThanTheOneThatWaitedIsARevisionAndTheOneThatWaitedIsGone() {
    Comment third = Comments.revision("c", 3, false, false);

    assertThat(
            Changes.between(
                sight(List.of(FIRST), List.of(SECOND)), sight(List.of(third), List.of())))
        .containsExactlyInAnyOrder(
            new Change(Kind.REVISED, Optional.of(FIRST), Optional.of(third)),
            new Change(Kind.GONE, Optional.of(SECOND), Optional.empty()));
  }

  @Test
  void aLateTextThatWasRefusedIsGone() {
    assertThat(
            Changes.between(
                sight(List.of(FIRST), List.of(SECOND)), sight(List.of(FIRST), List.of())))
        .containsExactly(new Change(Kind.GONE, Optional.of(SECOND), Optional.empty()));
  }

  private static List<Change> between(List<Comment> before, List<Comment> after) {
    return Changes.between(sight(before, List.of()), sight(after, List.of()));
  }

  private static Sight sight(List<Comment> comments, List<Comment> late) {
    return new Sight("secretariat", Optional.empty(), comments, late, Set.of());
  }
}
