package io.rapporteur.comments.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.comment.CirculatedDraft;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Contents;
import io.rapporteur.comments.comment.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LatenessTest {

  private static final Instant CLOSES = Instant.parse("2021-03-01T23:59:59Z");
  private static final Instant AFTER = CLOSES.plusSeconds(86_400);
  private static final Target ITEM =
      new Target(Optional.of("doc"), Optional.of("s"), Optional.of("doc.1.a"), Optional.of(1));
  private static final Target OPEN = Target.onEntry("k.entry-1", 1);
  private static final Target SETTLED = Target.onEntry("k.entry-2", 1);

  @Test
  void judgesCommentsOnEntriesByTheirCirculationAndTheRestOfTheActByTheRound() {
    Lateness late = of(AFTER, ITEM, OPEN, SETTLED, SETTLED);

    assertThat(late).isEqualTo(new Lateness(true, List.of("k.entry-2")));
  }

  @Test
  void callsAnActOnEntriesAloneAsLateAsTheyAre() {
    assertThat(of(AFTER, OPEN)).isEqualTo(new Lateness(false, List.of()));
    assertThat(of(AFTER, OPEN, SETTLED)).isEqualTo(new Lateness(true, List.of("k.entry-2")));
  }

  @Test
  void judgesAnActWithoutCommentsByTheRound() {
    assertThat(of(AFTER).act()).isTrue();
    assertThat(of(CLOSES).act()).isFalse();
  }

  private static Lateness of(Instant arrived, Target... targets) {
    var draft =
        new CirculatedDraft(
            1,
            Optional.empty(),
            Map.of(
                "k.entry-1", new CirculatedDraft.Entry(Set.of(1), Optional.empty()),
                "k.entry-2", new CirculatedDraft.Entry(Set.of(1), Optional.of(CLOSES))),
            Optional.empty());
    var consultation =
        new Consultation(
            "k",
            List.of("doc"),
            1,
            CLOSES.minusSeconds(1),
            CLOSES,
            Map.of(),
            List.of(),
            Optional.of(draft));
    return Lateness.of(
        consultation,
        "eg",
        arrived,
        java.util.stream.Stream.of(targets).map(LatenessTest::line).toList());
  }

  private static Line line(Target target) {
    return new Line(
        0,
        Optional.empty(),
        target,
        Contents.content("text"),
        Optional.empty(),
        List.of(),
        Map.of());
  }
}
