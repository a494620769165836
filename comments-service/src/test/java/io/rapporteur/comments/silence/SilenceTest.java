package io.rapporteur.comments.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rapporteur.comments.silence.Silence.Ending.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** For whom silence runs, until when, and how it ends. */
class SilenceTest {

  static final Instant PUT = Instant.parse("2021-03-01T09:00:00Z");
  static final Instant CLOSES = Instant.parse("2021-03-04T17:00:00Z");

  private final List<Step> steps = new ArrayList<>();

  static Question question(String... members) {
    return new Question(
        "extended Bureau",
        Map.of("en", "The meeting is held from 6 to 8 April 2021."),
        Optional.empty(),
        List.of(members),
        CLOSES,
        ZoneId.of("Europe/Vienna"),
        Duration.ofHours(24),
        Question.KnownTo.CHAIR);
  }

  static Step step(String question, int number, Instant at, Step.Fact fact) {
    return new Step(question, number, "request " + number, "digest", at, "secretariat", fact);
  }

  static Step.Delivered delivered(String member, Instant at) {
    return new Step.Delivered(member, at, Optional.empty());
  }

  private Silence after(Instant at, Step.Fact fact) {
    steps.add(step("q", steps.size() + 1, at, fact));
    return Silence.of(steps);
  }

  private Silence put(String... members) {
    return after(PUT, new Step.Put(question(members)));
  }

  @Test
  void runsForNobodyWhomItHasNotReached() {
    put("eg", "br");
    Silence silence = after(PUT, delivered("eg", PUT.plusSeconds(60)));

    assertThat(silence.notReached()).containsExactly("br");
    assertThat(silence.runsOutFor("eg")).contains(CLOSES);
    assertThat(silence.runsOutFor("br")).isEmpty();
    assertThat(silence.runsOut()).isEmpty();
    assertThat(silence.late(CLOSES.plus(Duration.ofDays(30)))).isFalse();
  }

  @Test
  void runsFromTheFirstTimeThatItReachedAMember() {
    put("eg");
    after(PUT, delivered("eg", CLOSES.minusSeconds(60)));
    Silence silence = after(PUT, delivered("eg", CLOSES));

    assertThat(silence.delivery("eg").orElseThrow().deliveredAt())
        .isEqualTo(CLOSES.minusSeconds(60));
  }

  @Test
  void runsUntilTheLastInstantOfTheDeadlineForThoseWhomItReachedInTime() {
    put("eg", "br");
    after(PUT, delivered("eg", PUT));
    Silence silence = after(PUT, delivered("br", PUT));

    assertThat(silence.runsOut()).contains(CLOSES);
    assertThat(silence.late(CLOSES)).isFalse();
    assertThat(silence.late(CLOSES.plusMillis(999))).isFalse();
    assertThat(silence.late(CLOSES.plusSeconds(1))).isTrue();
  }

  @Test
  void runsTheShortestTimeAtLeastForThoseWhomItReachedLate() {
    put("eg", "br");
    after(PUT, delivered("eg", PUT));
    Instant reached = CLOSES.minusSeconds(3_600);
    Silence silence = after(reached, delivered("br", reached));

    assertThat(silence.runsOutFor("eg")).contains(CLOSES);
    assertThat(silence.runsOutFor("br")).contains(reached.plus(Duration.ofHours(24)));
    assertThat(silence.runsOut()).contains(reached.plus(Duration.ofHours(24)));
  }

  @Test
  void theShortestTimeIsOfHoursThatPassAlsoOverAChangeOfClocks() {
    put("eg");
    // In Vienna the clocks were put forward at 02:00 on 28 March 2021.
    ZonedDateTime reached = ZonedDateTime.of(2021, 3, 27, 12, 0, 0, 0, ZoneId.of("Europe/Vienna"));
    Silence silence = after(PUT, delivered("eg", reached.toInstant()));

    assertThat(silence.runsOut().orElseThrow().atZone(ZoneId.of("Europe/Vienna")).getHour())
        .isEqualTo(13);
  }

  @Test
  void isBrokenAtOnceByTheFirstObjectionInTime() {
    put("eg", "br");
    Silence silence = after(PUT.plusSeconds(5), new Step.Objected("o1", false));

    assertThat(silence.ending())
        .contains(new Silence.Ending(Kind.BROKEN, PUT.plusSeconds(5), Optional.empty()));
    silence = after(PUT.plusSeconds(9), new Step.Objected("o2", false));
    assertThat(silence.ending().orElseThrow().at()).isEqualTo(PUT.plusSeconds(5));
    assertThat(silence.objection("o2")).isPresent();
    assertThat(silence.objection("o3")).isEmpty();
  }

  @Test
  void isNotBrokenByAnObjectionThatCameLate() {
    put("eg");
    after(PUT, delivered("eg", PUT));
    after(CLOSES.plusSeconds(5), new Step.Objected("o1", true));
    Silence silence = after(CLOSES.plusSeconds(70), new Step.Kept(CLOSES));

    assertThat(silence.ending())
        .contains(new Silence.Ending(Kind.APPROVED, CLOSES, Optional.empty()));
    assertThat(silence.late(PUT)).isTrue();
  }

  @Test
  void runsLongerWhenItIsExtended() {
    put("eg");
    after(PUT, delivered("eg", PUT));
    Silence silence =
        after(PUT, new Step.Extended(CLOSES.plus(Duration.ofDays(2)), "asked for by the chair"));

    assertThat(silence.closesAt()).isEqualTo(CLOSES.plus(Duration.ofDays(2)));
    assertThat(silence.runsOut()).contains(CLOSES.plus(Duration.ofDays(2)));
  }

  @Test
  void isOverOnceItIsWithdrawn() {
    put("eg");
    Silence silence = after(PUT.plusSeconds(1), new Step.Withdrawn("put anew"));

    assertThat(silence.ending())
        .contains(new Silence.Ending(Kind.WITHDRAWN, PUT.plusSeconds(1), Optional.of("put anew")));
  }

  @Test
  void beginsWithItsQuestion() {
    assertThatIllegalArgumentException().isThrownBy(() -> Silence.of(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Silence.of(List.of(step("q", 1, PUT, new Step.Kept(CLOSES)))));
  }
}
