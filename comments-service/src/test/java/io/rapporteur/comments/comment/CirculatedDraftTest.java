package io.rapporteur.comments.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.comment.CirculatedDraft.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CirculatedDraftTest {

  private static final Instant UNTIL = Instant.parse("2021-04-01T18:00:00Z");
  private static final Instant SHOWN = Instant.parse("2021-04-07T10:00:00Z");
  private static final Entry OPEN = new Entry(Set.of(1), Optional.empty());
  private static final Entry SETTLED = new Entry(Set.of(1), Optional.of(SHOWN));

  @Test
  void takesCommentsUntilTheTimeThatTheCirculationNamesWhateverIsDecided() {
    CirculatedDraft draft = draft(Optional.of(UNTIL), Optional.empty());

    assertThat(draft.late("open", UNTIL.plusMillis(999))).isFalse();
    assertThat(draft.late("open", UNTIL.plusSeconds(1))).isTrue();
    assertThat(draft.late("settled", UNTIL)).isFalse();
  }

  @Test
  void takesCommentsUntilOthersSeeThatAnEntryIsSettledWhereNoTimeIsNamed() {
    CirculatedDraft draft = draft(Optional.empty(), Optional.empty());

    assertThat(draft.late("open", SHOWN.plusSeconds(3600))).isFalse();
    assertThat(draft.late("settled", SHOWN)).isFalse();
    assertThat(draft.late("settled", SHOWN.plusMillis(1))).isTrue();
  }

  @Test
  void takesNothingInTimeOnWhatTheLastVersionDoesNotHoldNorAfterTheAdoption() {
    CirculatedDraft draft = draft(Optional.empty(), Optional.of(SHOWN));

    assertThat(draft.late("left out", SHOWN.minusSeconds(60))).isTrue();
    assertThat(draft.late("open", SHOWN.plusMillis(1))).isTrue();
  }

  @Test
  void isIndependentOfTheRound() {
    Instant closed = UNTIL.minusSeconds(100_000);
    var consultation =
        new Consultation(
            "k",
            List.of("doc"),
            1,
            closed.minusSeconds(1),
            closed,
            Map.of(),
            List.of(),
            Optional.of(draft(Optional.of(UNTIL), Optional.empty())));
    Target item =
        new Target(Optional.of("doc"), Optional.empty(), Optional.of("doc.1"), Optional.of(1));

    assertThat(consultation.late(item, "eg", UNTIL)).isTrue();
    assertThat(consultation.late(Target.onEntry("open", 1), "eg", UNTIL)).isFalse();
    assertThat(consultation.late(Target.onEntry("open", 1), "eg", UNTIL.plusSeconds(1))).isTrue();
  }

  private static CirculatedDraft draft(Optional<Instant> until, Optional<Instant> adoptedAt) {
    return new CirculatedDraft(1, until, Map.of("open", OPEN, "settled", SETTLED), adoptedAt);
  }
}
