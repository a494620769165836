package io.rapporteur.aggregation.secretariat;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.board.Audience;
import io.rapporteur.aggregation.board.Opening;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpeningBoardsTest {

  private final RowsInMemory rows = new RowsInMemory();
  private final OpeningBoards boards = new OpeningBoards(rows);

  private Outcome open(String key, Audience audience, Optional<Integer> seen) {
    return rows.act(
        key,
        Subject.board("c"),
        OpeningBoards.opening(audience, "Bureau, 3 March", Optional.of("silence-1"), seen));
  }

  private Outcome close(String key, Optional<Integer> seen) {
    return rows.act(key, Subject.board("c"), OpeningBoards.closing("Bureau, 4 March", seen));
  }

  @Test
  void isClosedUntilADecisionOpensItAndAgainAfterOneThatCloses() {
    assertThat(boards.of("c")).isEmpty();

    open("a", Audience.PARTICIPANTS, Optional.empty());

    assertThat(boards.of("c"))
        .contains(
            new Opening(
                Audience.PARTICIPANTS,
                "Bureau, 3 March",
                Optional.of("silence-1"),
                RowsInMemory.NOON));
    assertThat(boards.of("another")).isEmpty();

    close("b", Optional.of(1));

    assertThat(boards.of("c")).isEmpty();
  }

  @Test
  void refusesADecisionThatDoesNotKnowTheOneBefore() {
    open("a", Audience.CHAIR, Optional.empty());

    assertThat(open("b", Audience.EVERYONE, Optional.empty())).isEqualTo(new Outcome.NotSeen(1));
    assertThat(open("c", Audience.EVERYONE, Optional.of(0))).isEqualTo(new Outcome.Changed(1));
    assertThat(close("d", Optional.empty())).isEqualTo(new Outcome.NotSeen(1));
    assertThat(boards.of("c").orElseThrow().audience()).isEqualTo(Audience.CHAIR);
  }

  @Test
  void closesNothingThatIsClosed() {
    assertThat(close("a", Optional.empty())).isInstanceOf(Outcome.Counted.class);
    assertThat(rows.appended()).isZero();
  }
}
