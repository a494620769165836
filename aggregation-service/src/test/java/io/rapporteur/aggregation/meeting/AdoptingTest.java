package io.rapporteur.aggregation.meeting;

import static io.rapporteur.aggregation.meeting.MeetingExamples.NOON;
import static io.rapporteur.aggregation.meeting.MeetingExamples.amended;
import static io.rapporteur.aggregation.meeting.MeetingExamples.card;
import static io.rapporteur.aggregation.meeting.MeetingExamples.id;
import static io.rapporteur.aggregation.meeting.MeetingExamples.merged;
import static io.rapporteur.aggregation.meeting.MeetingExamples.on;
import static io.rapporteur.aggregation.meeting.MeetingExamples.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapporteur.aggregation.meeting.MeetingExamples.Room;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The adopted list: when it can be adopted, what follows it, and how it is corrected. */
class AdoptingTest {

  private final Room room = new Room();

  @Test
  void adoptsNothingBeforeEverythingIsDecidedShownAndThereInTheLanguage() {
    room.propose("one", "two", "three", "four")
        .decide(on(1, Kind.AGREED), on(2, Kind.AGREED_AD_REFERENDUM))
        .show()
        .decide(on(3, Kind.DEFERRED));

    assertThat(Room.faults(room.tried(Adopting.adopting("fr", NOON, room.seen()))))
        .containsExactly(
            "language: fr (expected: a language of entry 1, [en])",
            "entries: entry 2 is agreed-ad-referendum (expected: agreed, agreed as amended, merged,"
                + " split, deferred or not agreed)",
            "entries: entry 4 is proposed (expected: agreed, agreed as amended, merged, split,"
                + " deferred or not agreed)",
            "entries: entry 3 has not been shown (expected: nothing that is hidden)");
  }

  @Test
  void adoptsWhatIsAgreedNumberedAnewAndClosesTheMeeting() {
    room.propose("one", "two", "three", "four")
        .decide(on(1, Kind.DEFERRED), amended(2, "two amended"), merged(3, 4), on(4, Kind.AGREED));
    room.done(Judging.ordering(List.of(id(4), id(1), id(2), id(3)), room.seen()));
    room.show();

    Meeting adopted = room.done(Adopting.adopting("en", NOON, room.seen()));

    assertThat(adopted.adopted().orElseThrow().items())
        .containsExactly(
            item(1, id(4), Map.of("en", "four"), "en"),
            item(2, id(2), Map.of("en", "two amended"), "en"));
    assertThat(room.tried(Judging.proposing(List.of(card("x")))))
        .isEqualTo(new MeetingOutcome.Closed());
    assertThat(room.tried(room.correction(1, Optional.empty())))
        .isEqualTo(new MeetingOutcome.Closed());
    assertThat(
            room.tried(
                Stating.stating(
                    new Step.Stated(
                        statement(Optional.empty(), "eg", "x"), Optional.empty(), true))))
        .isInstanceOf(MeetingOutcome.Counted.class);
  }

  @Test
  void takesTheTextsOfAFurtherLanguageWholeOrNotAtAll() {
    room.propose("one").decide(on(1, Kind.AGREED)).show();
    assertThat(room.tried(Adopting.following("fr", List.of("un"), room.seen())))
        .isEqualTo(new MeetingOutcome.NothingThere());
    room.done(Adopting.adopting("en", NOON, room.seen()));

    assertThat(Room.faults(room.tried(Adopting.following("en", List.of(), room.seen()))))
        .hasSize(2);
    Meeting followed = room.done(Adopting.following("fr", List.of("un"), room.seen()));
    assertThat(followed.adopted().orElseThrow().items())
        .containsExactly(item(1, id(1), Map.of("en", "one", "fr", "un"), "en"));
    assertThat(followed.adopted().orElseThrow().languages()).containsExactly("en", "fr");
    assertThat(Room.faults(room.tried(Adopting.following("fr", List.of("une"), room.seen()))))
        .containsExactly(
            "language: fr (expected: one in which the list is not there; a correction changes it)");
  }

  @Test
  void givesTheListEveryLanguageInWhichAnItemWasAgreed() {
    room.propose("one", "two")
        .decide(on(1, Kind.AGREED), inTwoLanguages(2, Map.of("en", "two", "fr", "deux")))
        .show();
    Adopted list = room.done(Adopting.adopting("en", NOON, room.seen())).adopted().orElseThrow();
    assertThat(list.items().get(1))
        .isEqualTo(item(2, id(2), Map.of("en", "two", "fr", "deux"), "en", "fr"));
    assertThat(list.languages()).containsExactly("en");

    assertThat(
            Room.faults(room.tried(Adopting.following("fr", List.of("un", "autre"), room.seen()))))
        .containsExactly("texts[1]: another (expected: the text of 2 that was agreed in fr)");
    Adopted followed =
        room.done(Adopting.following("fr", List.of("un", "deux"), room.seen()))
            .adopted()
            .orElseThrow();
    assertThat(followed.languages()).containsExactly("en", "fr");
    assertThat(followed.items().getFirst().agreed()).containsExactly("en");
  }

  @Test
  void correctsTheListByAFurtherActAndKeepsWhatStoodBefore() {
    room.propose("one", "two").decide(on(1, Kind.AGREED), on(2, Kind.AGREED)).show();
    assertThat(room.tried(correction(text(1, "en", "x"))))
        .isEqualTo(new MeetingOutcome.NothingThere());
    room.done(Adopting.adopting("en", NOON, room.seen()));

    room.done(correction(text(2, "en", "two, as it was read out")));
    Adopted list =
        room.done(correction(text(2, "en", "two, at last"), text(1, "en", "once")))
            .adopted()
            .orElseThrow();

    assertThat(list.items())
        .extracting(item -> item.texts().get("en"))
        .containsExactly("once", "two, at last");
    assertThat(list.corrections())
        .extracting(Adopted.Correction::label, Adopted.Correction::reason)
        .containsExactly(tuple("Corr.1", "misprint"), tuple("Corr.2", "misprint"));
    assertThat(list.corrections().getLast().changes())
        .containsExactly(
            new Adopted.Change(2, "en", "two, as it was read out", "two, at last"),
            new Adopted.Change(1, "en", "one", "once"));
  }

  @Test
  void refusesACorrectionOfWhatIsNotThereOrWouldNotChange() {
    room.propose("one").decide(on(1, Kind.AGREED)).show();
    room.done(Adopting.adopting("en", NOON, room.seen()));

    assertThat(Room.faults(room.tried(correction())))
        .containsExactly("texts: none (expected: at least one that is corrected)");
    assertThat(
            Room.faults(
                room.tried(
                    correction(
                        text(0, "en", "x"),
                        text(1, "fr", "un"),
                        text(1, "en", "one"),
                        text(1, "en", "x")))))
        .containsExactly(
            "texts[0].number: 0 (expected: a number of the list, 1 to 1)",
            "texts[1].language: fr (expected: a language in which 1 is there; others follow)",
            "texts[2].text: the one that stands (expected: another)",
            "texts[3].number: 1 (expected: each text once)");
    assertThat(room.tried(Adopting.correcting(List.of(text(1, "en", "x")), "old", 1)))
        .isInstanceOf(MeetingOutcome.Changed.class);
  }

  private Function<Meeting, Judgement> correction(Step.CorrectText... texts) {
    return Adopting.correcting(List.of(texts), "misprint", room.seen());
  }

  private static Step.CorrectText text(int item, String language, String text) {
    return new Step.CorrectText(item, language, text);
  }

  private static Adopted.Item item(
      int number, String entry, Map<String, String> texts, String... agreed) {
    return new Adopted.Item(number, entry, texts, Set.of(agreed));
  }

  private static Decision inTwoLanguages(int entry, Map<String, String> texts) {
    return new Decision(
        id(entry),
        Kind.AGREED_AS_AMENDED,
        Optional.of(new Wording(texts, "en")),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }
}
