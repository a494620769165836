package io.rapporteur.comments.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.comment.CirculatedDraft;
import io.rapporteur.events.CirculatedEntry;
import io.rapporteur.events.DecisionCorrected;
import io.rapporteur.events.DecisionEvent;
import io.rapporteur.events.DecisionKind;
import io.rapporteur.events.DecisionsShown;
import io.rapporteur.events.DraftCirculated;
import io.rapporteur.events.EntriesDecided;
import io.rapporteur.events.EntriesProposed;
import io.rapporteur.events.EntryDecision;
import io.rapporteur.events.EntryRevised;
import io.rapporteur.events.MeetingEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the desk learns of a meeting. */
class CirculatedDraftsTest {

  private static final Instant NOON = Instant.parse("2021-04-07T12:00:00Z");

  private final List<DecisionEvent> events = new ArrayList<>();

  @Test
  void knowsNothingThatWasNotCirculated() {
    said(new EntriesProposed(List.of(card(1, "one"))));

    assertThat(draft()).isEmpty();
  }

  @Test
  void holdsWhatTheLastCirculationHoldsInItsOrderWithTheTextsOfItsTime() {
    said(new EntriesProposed(List.of(card(1, "one"), card(2, "two"))));
    circulated(1, entry(2, 1), entry(1, 1));
    said(new EntryRevised(card(1, "one again")));
    said(new EntriesProposed(List.of(card(3, "three"))));
    circulated(2, entry(3, 4), entry(1, 3));
    said(new EntryRevised(card(1, "not circulated")));

    CirculatedDraft draft = draft().orElseThrow();

    assertThat(draft.version()).isEqualTo(2);
    assertThat(draft.entries().keySet()).containsExactly("k.entry-3", "k.entry-1");
    assertThat(draft.entry("k.entry-1").orElseThrow().versions()).containsExactlyInAnyOrder(1, 2);
    assertThat(text(1, 1)).contains("one");
    assertThat(text(1, 2)).contains("one again");
    assertThat(text(2, 1)).contains("two");
    assertThat(text(2, 2)).isEmpty();
    assertThat(new CirculatedDrafts(events).text("k.entry-1", 1, "fr")).isEmpty();
  }

  @Test
  void takesTheTextOfADecisionAndThatOfAPartWhereTheCirculationSaysSo() {
    said(new EntriesProposed(List.of(card(1, "one"), card(2, "two"))));
    EntryDecision split =
        decision(2, DecisionKind.SPLIT, Map.of(), null, List.of(card(3, "a part")));
    said(new EntriesDecided(List.of(amended(1, "amended"), split), NOON, true));
    circulated(1, entry(1, 2), entry(3, 2));

    assertThat(text(1, 1)).contains("amended");
    assertThat(text(3, 1)).contains("a part");
  }

  @Test
  void seesThatAnEntryIsSettledWhenOthersDoAndNotWhenItIsDecided() {
    said(new EntriesProposed(List.of(card(1, "one"), card(2, "two"))));
    circulated(1, entry(1, 1), entry(2, 1));
    decided(false, 1, DecisionKind.AGREED);
    decided(true, 2, DecisionKind.OPENED);
    assertThat(settled(1)).isEmpty();
    assertThat(settled(2)).isEmpty();

    said(new DecisionsShown(List.of("k.entry-1"), false));

    assertThat(settled(1)).contains(NOON.plusSeconds(5));
    decided(false, 1, DecisionKind.REOPENED);
    assertThat(settled(1)).as("reopened in private").isPresent();
    said(new DecisionsShown(List.of("k.entry-1"), false));
    assertThat(settled(1)).isEmpty();
  }

  @Test
  void forgetsADecisionThatWasCorrectedOnceThatIsShown() {
    said(new EntriesProposed(List.of(card(1, "one"))));
    circulated(1, entry(1, 1));
    decided(true, 1, DecisionKind.AGREED);
    said(new DecisionCorrected("k.entry-1", 3, "misheard", null, NOON));
    assertThat(settled(1)).isPresent();

    said(new DecisionsShown(List.of("k.entry-1"), false));

    assertThat(settled(1)).isEmpty();
  }

  private Optional<CirculatedDraft> draft() {
    return new CirculatedDrafts(events).draft();
  }

  private Optional<Instant> settled(int entry) {
    return draft().orElseThrow().entry("k.entry-" + entry).orElseThrow().settledAt();
  }

  private Optional<String> text(int entry, int version) {
    return new CirculatedDrafts(events).text("k.entry-" + entry, version, "en");
  }

  private void decided(boolean shown, int entry, DecisionKind kind) {
    said(
        new EntriesDecided(List.of(decision(entry, kind, Map.of(), null, List.of())), NOON, shown));
  }

  private void circulated(int version, CirculatedEntry... entries) {
    said(new DraftCirculated(version, null, null, Arrays.asList(entries)));
  }

  private void said(Object fact) {
    int revision = events.size() + 1;
    events.add(
        new DecisionEvent(
            "k",
            revision,
            "request",
            "digest",
            NOON.plusSeconds(revision),
            "the-chair",
            "chair",
            fact));
  }

  private static CirculatedEntry entry(int number, int text) {
    return new CirculatedEntry("k.entry-" + number, text);
  }

  private static MeetingEntry card(int number, String text) {
    return new MeetingEntry("k.entry-" + number, Map.of("en", text), "en", List.of(), false);
  }

  private static EntryDecision amended(int entry, String text) {
    return decision(entry, DecisionKind.AGREED_AS_AMENDED, Map.of("en", text), "en", List.of());
  }

  private static EntryDecision decision(
      int entry,
      DecisionKind kind,
      Map<String, String> texts,
      @Nullable String language,
      List<MeetingEntry> parts) {
    return new EntryDecision("k.entry-" + entry, kind, texts, language, null, parts, null);
  }
}
