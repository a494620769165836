package io.rapporteur.aggregation.meeting;

import io.rapporteur.schemas.http.Fault;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What tests say in the meeting of consultation {@code c}. */
final class MeetingExamples {

  static final Instant NOON = Instant.parse("2021-04-07T12:00:00Z");

  private MeetingExamples() {}

  static Act act(String key) {
    return new Act("chair", "the-chair", "chair", key, NOON, Map.of("key", key));
  }

  static Step step(int number, String request, Step.Fact fact) {
    return new Step("c", number, request + number, "digest", NOON, "the-chair", "chair", fact);
  }

  static String id(int number) {
    return "c.entry-" + number;
  }

  static Wording english(String text) {
    return new Wording(Map.of("en", text), "en");
  }

  static Card card(String text, String... sources) {
    return new Card("", english(text), List.of(sources), false);
  }

  static Decision on(int entry, Kind kind) {
    return Decision.of(id(entry), kind);
  }

  static Decision amended(int entry, String text) {
    return new Decision(
        id(entry),
        Kind.AGREED_AS_AMENDED,
        Optional.of(english(text)),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  static Decision merged(int entry, int into) {
    return new Decision(
        id(entry),
        Kind.MERGED,
        Optional.empty(),
        Optional.of(id(into)),
        List.of(),
        Optional.empty());
  }

  static Decision split(int entry, String... texts) {
    return new Decision(
        id(entry),
        Kind.SPLIT,
        Optional.empty(),
        Optional.empty(),
        Arrays.stream(texts).map(text -> card(text)).toList(),
        Optional.empty());
  }

  static Decision fromTheFloor(String text) {
    return new Decision(
        "",
        Kind.NEW_FROM_THE_FLOOR,
        Optional.empty(),
        Optional.empty(),
        List.of(card(text)),
        Optional.empty());
  }

  static Statement statement(Optional<String> entry, String participant, String text) {
    return new Statement(
        0,
        entry,
        participant,
        "member-state",
        Statement.Kind.EXPLANATION_OF_POSITION,
        text,
        "en",
        NOON,
        NOON);
  }

  /** A meeting in which acts are done one after the other, each on what stands. */
  static final class Room {

    final MeetingsInMemory log = new MeetingsInMemory();
    private int acts;

    Meeting meeting() {
      return log.meeting("c");
    }

    int seen() {
      return meeting().revision();
    }

    Room propose(String... texts) {
      done(
          Judging.proposing(
              Arrays.stream(texts).map(text -> card(text, "item of " + text)).toList()));
      return this;
    }

    Room decide(Decision... decisions) {
      done(Judging.deciding(List.of(decisions), NOON, false, Optional.of(seen())));
      return this;
    }

    Room circulate() {
      done(Judging.circulating(Optional.empty(), Optional.empty(), seen()));
      return this;
    }

    Room show() {
      done(Judging.showing(Optional.empty()));
      return this;
    }

    Room correct(int entry, Optional<Decision> instead) {
      done(correction(entry, instead));
      return this;
    }

    java.util.function.Function<Meeting, Judgement> correction(
        int entry, Optional<Decision> instead) {
      int last = meeting().entry(id(entry)).orElseThrow().decided().orElseThrow().step();
      return Judging.correcting(
          new Step.Corrected(id(entry), last, "misheard", instead, NOON), seen());
    }

    MeetingOutcome tried(java.util.function.Function<Meeting, Judgement> judging) {
      return log.act("act " + ++acts, judging);
    }

    Meeting done(java.util.function.Function<Meeting, Judgement> judging) {
      MeetingOutcome outcome = tried(judging);
      if (outcome instanceof MeetingOutcome.Counted(Meeting meeting, int step)) {
        return meeting;
      }
      throw new AssertionError(outcome.toString());
    }

    /** The faults of decisions that are refused. */
    List<String> refused(Decision... decisions) {
      return faults(tried(Judging.deciding(List.of(decisions), NOON, false, Optional.of(seen()))));
    }

    static List<String> faults(MeetingOutcome outcome) {
      return outcome instanceof MeetingOutcome.Faulty(List<Fault> faults)
          ? faults.stream().map(Fault::message).toList()
          : List.of(outcome.getClass().getSimpleName());
    }

    /** What others see: text and what is decided, by number. */
    List<String> pictures() {
      return meeting().pictures().stream()
          .map(
              entry -> {
                Entry.Picture picture = entry.picture().orElseThrow();
                String decided =
                    picture.decisions().isEmpty()
                        ? "proposed"
                        : picture.decisions().getLast().decision().kind().word();
                return entry.number() + " " + decided + ": " + picture.wording().texts().get("en");
              })
          .toList();
    }

    /** What stands: text and what is decided, by number. */
    List<String> standing() {
      return meeting().entries().stream()
          .map(
              entry ->
                  entry.number()
                      + " "
                      + entry.standing().map(Kind::word).orElse("proposed")
                      + ": "
                      + entry.wording().texts().get("en"))
          .toList();
    }
  }
}
