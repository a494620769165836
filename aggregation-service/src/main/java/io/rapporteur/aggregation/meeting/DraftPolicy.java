package io.rapporteur.aggregation.meeting;

import io.rapporteur.schemas.http.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may be done to the consolidated draft. Each answers all faults; none if it may be done. */
final class DraftPolicy {

  /** Most entries that a meeting ever has. */
  static final int MOST_ENTRIES = 2_000;

  private DraftPolicy() {}

  /** Of entries that are proposed. */
  static List<Fault> proposing(Meeting meeting, List<Card> cards) {
    List<Fault> faults = new ArrayList<>();
    if (meeting.nextNumber() + cards.size() > MOST_ENTRIES + 1) {
      faults.add(
          Fault.of("entries", cards.size() + " more", "at most " + MOST_ENTRIES + " of a meeting"));
    }
    Map<String, String> held = held(meeting, "");
    for (int i = 0; i < cards.size(); i++) {
      String place = "entries[" + i + "]";
      faults.addAll(sharing(held, cards.get(i), place + "."));
      cards.get(i).sources().forEach(source -> held.putIfAbsent(source, place));
    }
    return faults;
  }

  /** Of an entry that is revised. */
  static List<Fault> revising(Meeting meeting, Entry entry, Card card) {
    List<Fault> faults = new ArrayList<>(unsettled(meeting, entry, "revised"));
    if (entry.parent().isEmpty()) {
      faults.addAll(sharing(held(meeting, entry.id()), card, ""));
    }
    return faults;
  }

  /** Of an entry that is taken out. */
  static List<Fault> withdrawing(Meeting meeting, Entry entry) {
    List<Fault> faults = new ArrayList<>(unsettled(meeting, entry, "withdrawn"));
    if (faults.isEmpty() && (!entry.decisions().isEmpty() || entry.parent().isPresent())) {
      faults.add(
          Fault.of(
              "entry", entry.label() + " has come before the meeting", "one that has not; decide"));
    }
    for (Entry other : meeting.mergedInto(entry)) {
      faults.add(
          Fault.of("entry", other.label() + " is merged into it", "one that no other stands in"));
    }
    return faults;
  }

  /** Of another order. */
  static List<Fault> ordering(Meeting meeting, List<String> order) {
    List<Fault> faults = new ArrayList<>();
    Set<String> named = new HashSet<>();
    Set<String> standing = new HashSet<>();
    meeting.entries().forEach(entry -> standing.add(entry.id()));
    for (int i = 0; i < order.size(); i++) {
      if (!named.add(order.get(i)) || !standing.contains(order.get(i))) {
        faults.add(Fault.of("order[" + i + "]", order.get(i), "each entry that stands, once"));
      }
    }
    for (Entry entry : meeting.entries()) {
      if (!named.contains(entry.id())) {
        faults.add(Fault.of("order", entry.label() + " missing", "every entry that stands"));
      }
    }
    return faults;
  }

  /** Of the act that circulates. */
  static List<Fault> circulating(Meeting meeting) {
    return meeting.entries().isEmpty()
        ? List.of(Fault.of("entries", "none", "a draft that has entries"))
        : List.of();
  }

  /** What others see of the draft once this act counts. */
  static List<Step.CirculatedText> circulated(Meeting meeting, Step.Circulated act) {
    return Judgements.tried(meeting, act).pictures().stream()
        .map(entry -> new Step.CirculatedText(entry.id(), entry.picture().orElseThrow().text()))
        .toList();
  }

  private static List<Fault> unsettled(Meeting meeting, Entry entry, String what) {
    if (meeting.gone(entry)) {
      return List.of(Fault.of("entry", entry.label() + " does not stand", "one that stands"));
    }
    return Kind.unsettled(entry.standing())
        ? List.of()
        : List.of(
            Fault.of(
                "entry",
                entry.label() + " is " + entry.standing().orElseThrow().word(),
                "one on which nothing is settled; reopen it before it is " + what));
  }

  private static List<Fault> sharing(Map<String, String> held, Card card, String path) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < card.sources().size(); i++) {
      String holder = held.get(card.sources().get(i));
      if (holder != null && !card.sharesItems()) {
        faults.add(
            Fault.of(
                path + "sources[" + i + "]",
                card.sources().get(i) + " is in " + holder,
                "an item of no other entry, or sharesItems: true"));
      }
    }
    return faults;
  }

  /** Which entry holds each item. */
  private static Map<String, String> held(Meeting meeting, String but) {
    Map<String, String> held = new LinkedHashMap<>();
    for (Entry entry : meeting.entries()) {
      if (!entry.id().equals(but)) {
        entry.card().sources().forEach(source -> held.putIfAbsent(source, entry.label()));
      }
    }
    return held;
  }
}
