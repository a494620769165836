package io.rapporteur.ingest.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.ingest.circulation.Occasion.Kind;
import io.rapporteur.ingest.circulation.Round.Edition;
import io.rapporteur.ingest.circulation.Round.Extension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OccasionPolicyTest {

  private static final Instant OPENED = Instant.parse("2021-01-01T00:00:00Z");
  private static final Instant CLOSES = Instant.parse("2021-02-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2021-02-15T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2021-03-01T00:00:00Z");

  private final OccasionPolicy policy = new OccasionPolicy(Duration.ofDays(3));

  private static Round round(List<Extension> extensions, List<Edition> editions) {
    return round(extensions, editions, Round.Meeting.NOTHING);
  }

  private static Round round(
      List<Extension> extensions, List<Edition> editions, Round.Meeting meeting) {
    return new Round(
        "c",
        Map.of("en", "T"),
        OPENED,
        OPENED,
        CLOSES,
        "Europe/Vienna",
        extensions,
        editions,
        meeting);
  }

  private static Extension forAll(Instant closesAt, String at) {
    return new Extension(Optional.empty(), closesAt, Instant.parse(at));
  }

  private static Extension forOne(String code, Instant closesAt, String at) {
    return new Extension(Optional.of(code), closesAt, Instant.parse(at));
  }

  private List<String> told(Round round, String participant) {
    return policy.occasions(round, participant).stream().map(Occasion::name).toList();
  }

  @Test
  void tellsOfTheOpeningOfANearDeadlineAndOfEachEdition() {
    Round round = round(List.of(), List.of(new Edition("first", LATEST)));

    assertThat(told(round, "eg")).containsExactly("opened", "closing/" + CLOSES, "published/first");
    assertThat(policy.occasions(round, "eg").get(1).happenedAt())
        .isEqualTo(CLOSES.minus(Duration.ofDays(3)));
  }

  @Test
  void tellsOfAnEditionForParticipantsAndAgainWhenItIsOpenedToEveryone() {
    Round round =
        round(
            List.of(),
            List.of(
                new Edition("first", LATER, true),
                new Edition("Add.1", LATEST, true),
                new Edition("Add.1", LATEST.plusSeconds(1))));

    assertThat(told(round, "eg"))
        .containsExactly(
            "opened", "closing/" + CLOSES, "shared/first", "shared/Add.1", "published/Add.1");
    assertThat(policy.occasions(round, "eg").getLast().happenedAt())
        .isEqualTo(LATEST.plusSeconds(1));
  }

  @Test
  void tellsAnExtensionForOneToThatOneAlone() {
    Round round = round(List.of(forOne("br", LATER, "2021-01-20T00:00:00Z")), List.of());

    assertThat(told(round, "br"))
        .containsExactly("opened", "extended/" + LATER, "closing/" + LATER);
    assertThat(told(round, "eg")).containsExactly("opened", "closing/" + CLOSES);
  }

  @Test
  void tellsAnExtensionForAllToThoseWhoseDeadlineItMoves() {
    Round round =
        round(
            List.of(
                forOne("br", LATEST, "2021-01-20T00:00:00Z"),
                forAll(LATER, "2021-01-21T00:00:00Z")),
            List.of());

    assertThat(told(round, "eg"))
        .containsExactly("opened", "extended/" + LATER, "closing/" + LATER);
    assertThat(told(round, "br"))
        .containsExactly("opened", "extended/" + LATEST, "closing/" + LATEST);
  }

  @Test
  void remindsNobodyWhoWasToldOfTheDeadlineWhenItWasNear() {
    Round round = round(List.of(forAll(LATER, "2021-02-13T00:00:00Z")), List.of());

    assertThat(told(round, "eg")).containsExactly("opened", "extended/" + LATER);
  }

  @Test
  void opensWhenCommentsAreTakenWithTheDeadlineOfThatTime() {
    Instant opens = Instant.parse("2021-01-10T00:00:00Z");
    Round round =
        new Round(
            "c",
            Map.of("en", "T"),
            OPENED,
            opens,
            CLOSES,
            "UTC",
            List.of(forAll(LATER, "2021-01-05T00:00:00Z"), forAll(LATEST, "2021-01-20T00:00:00Z")),
            List.of(),
            Round.Meeting.NOTHING);

    Occasion opening = policy.occasions(round, "eg").getFirst();

    assertThat(opening.kind()).isEqualTo(Kind.OPENED);
    assertThat(opening.happenedAt()).isEqualTo(opens);
    assertThat(opening.closesAt()).contains(LATER);
    assertThat(told(round, "eg"))
        .containsExactly("opened", "extended/" + LATEST, "closing/" + LATEST);
  }

  @Test
  void opensForEachWithItsOwnDeadlineOfThatTime() {
    Instant opens = Instant.parse("2021-01-10T00:00:00Z");
    Round round =
        new Round(
            "c",
            Map.of("en", "T"),
            OPENED,
            opens,
            CLOSES,
            "UTC",
            List.of(forOne("br", LATER, "2021-01-05T00:00:00Z")),
            List.of(),
            Round.Meeting.NOTHING);

    assertThat(policy.occasions(round, "br").getFirst().closesAt()).contains(LATER);
    assertThat(policy.occasions(round, "eg").getFirst().closesAt()).contains(CLOSES);
    assertThat(told(round, "br")).containsExactly("opened", "closing/" + LATER);
  }

  @Test
  void tellsEachVersionOfTheDraftAndTheAdoptedListToAll() {
    Instant until = LATEST.plus(Duration.ofDays(10));
    var meeting =
        new Round.Meeting(
            List.of(
                new Round.Circulation(1, LATER, Optional.empty()),
                new Round.Circulation(2, LATEST, Optional.of(until))),
            Optional.of(until));
    List<Occasion> occasions = policy.occasions(round(List.of(), List.of(), meeting), "eg");

    assertThat(occasions)
        .extracting(Occasion::name)
        .containsExactly(
            "opened",
            "closing/" + CLOSES,
            "draft-circulated/1",
            "draft-circulated/2",
            "list-adopted");
    assertThat(occasions).extracting(Occasion::happenedAt).endsWith(LATER, LATEST, until);
    Occasion first = occasions.get(2);
    assertThat(first.stale(LATER.plus(Duration.ofDays(8)))).as("no deadline, a week").isTrue();
    Occasion second = occasions.get(3);
    assertThat(second.closesAt()).contains(until);
    assertThat(second.stale(until)).as("until comments on it are late").isFalse();
    assertThat(second.stale(until.plusMillis(1))).isTrue();
    assertThat(told(round(List.of(), List.of(), meeting), "br"))
        .isEqualTo(occasions.stream().map(Occasion::name).toList());
  }

  @Test
  void isStaleAfterTheDeadlineAndAWeekAfterAnEdition() {
    List<Occasion> occasions =
        policy.occasions(round(List.of(), List.of(new Edition("first", LATEST))), "eg");

    assertThat(occasions.getFirst().stale(CLOSES)).isFalse();
    assertThat(occasions.getFirst().stale(CLOSES.plusMillis(1))).isTrue();
    assertThat(occasions.getLast().stale(LATEST.plus(Duration.ofDays(7)))).isFalse();
    assertThat(occasions.getLast().stale(LATEST.plus(Duration.ofDays(8)))).isTrue();
  }
}
