package io.rapporteur.aggregation.meeting;

import io.rapporteur.schemas.http.Fault;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may be decided on an entry as it stands: what may follow what, no circle, and no part pulled
 * from under a decision. Each answers all faults; none if it may be decided.
 */
final class DecidingPolicy {

  private DecidingPolicy() {}

  /**
   * Of one decision.
   *
   * @param meeting before it
   */
  static List<Fault> deciding(Meeting meeting, Decision decision, Instant decidedAt) {
    List<Fault> faults = new ArrayList<>(DecisionShape.faults(decision));
    if (!faults.isEmpty()) {
      return faults;
    }
    if (meeting.nextNumber() + decision.parts().size() > DraftPolicy.MOST_ENTRIES + 1) {
      faults.add(
          Fault.of("parts", "too many", "at most " + DraftPolicy.MOST_ENTRIES + " of a meeting"));
    }
    if (decision.kind() == Kind.NEW_FROM_THE_FLOOR) {
      return faults;
    }
    Optional<Entry> found = meeting.entry(decision.entry()).filter(e -> !meeting.gone(e));
    if (found.isEmpty()) {
      faults.add(Fault.of("entry", decision.entry(), "an entry that stands"));
      return faults;
    }
    Entry entry = found.get();
    decision.into().ifPresent(into -> faults.addAll(merging(meeting, entry, into)));
    // A circle is told as such, though what is merged already cannot be merged again either.
    if (faults.isEmpty() && !Kind.after(entry.standing()).contains(decision.kind())) {
      faults.add(
          Fault.of(
              "decision",
              decision.kind().word(),
              entry.label()
                  + " is "
                  + entry.standing().map(Kind::word).orElse("proposed")
                  + ", and one of "
                  + String.join(
                      ", ", Kind.after(entry.standing()).stream().map(Kind::word).toList())
                  + " may follow"));
    }
    entry
        .decided()
        .filter(last -> last.decidedAt().isAfter(decidedAt))
        .ifPresent(
            last ->
                faults.add(
                    Fault.of(
                        "decidedAt",
                        decidedAt.toString(),
                        "not before the last decision on "
                            + entry.label()
                            + ", "
                            + last.decidedAt())));
    if (decision.kind() == Kind.REOPENED) {
      faults.addAll(undoing(meeting, entry));
    }
    return faults;
  }

  private static List<Fault> merging(Meeting meeting, Entry entry, String into) {
    Optional<Entry> target = meeting.entry(into).filter(e -> !meeting.gone(e));
    if (target.isEmpty()) {
      return List.of(Fault.of("into", into, "an entry that stands"));
    }
    List<Entry> circle = way(meeting, target.get(), entry);
    if (!circle.isEmpty()) {
      return List.of(Fault.of("into", target.get().label(), circle(entry, circle)));
    }
    return target
        .get()
        .standing()
        .filter(kind -> kind == Kind.MERGED || kind == Kind.SPLIT || kind == Kind.NOT_AGREED)
        .map(
            kind ->
                List.of(
                    Fault.of(
                        "into",
                        target.get().label() + " is " + kind.word(),
                        "an entry that stands")))
        .orElse(List.of());
  }

  /** The way from one entry to another by what became of each; empty if there is none. */
  private static List<Entry> way(Meeting meeting, Entry from, Entry to) {
    Deque<List<Entry>> open = new ArrayDeque<>(List.of(List.of(from)));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      List<Entry> way = open.pop();
      Entry last = way.getLast();
      if (last.id().equals(to.id())) {
        return way;
      }
      if (seen.add(last.id())) {
        for (Entry next : meeting.successors(last)) {
          List<Entry> longer = new ArrayList<>(way);
          longer.add(next);
          open.push(longer);
        }
      }
    }
    return List.of();
  }

  /** Of taking the last decision on an entry back. */
  private static List<Fault> undoing(Meeting meeting, Entry entry) {
    List<Fault> faults = new ArrayList<>();
    Optional<Kind> last = entry.standing();
    List<Entry> fall = new ArrayList<>(meeting.parts(entry));
    if (last.filter(Kind.NEW_FROM_THE_FLOOR::equals).isPresent()) {
      fall.add(entry);
    }
    for (Entry falls : fall) {
      boolean decided = !falls.id().equals(entry.id()) && !falls.decisions().isEmpty();
      if (decided || !meeting.mergedInto(falls).isEmpty()) {
        faults.add(
            Fault.of(
                "entry",
                entry.label() + ": something is decided on " + falls.label(),
                "that nothing hangs on what falls with it; correct that first"));
      }
    }
    return faults;
  }

  /** Of a correction. */
  static List<Fault> correcting(Meeting meeting, Step.Corrected correction) {
    Optional<Entry> found = meeting.entry(correction.entry()).filter(e -> !meeting.gone(e));
    if (found.isEmpty()) {
      return List.of(Fault.of("entry", correction.entry(), "an entry that stands"));
    }
    Entry entry = found.get();
    if (entry.decided().filter(last -> last.step() == correction.corrects()).isEmpty()) {
      return List.of(
          Fault.of(
              "corrects",
              Integer.toString(correction.corrects()),
              "the last decision on "
                  + entry.label()
                  + ", "
                  + entry.decided().map(last -> Integer.toString(last.step())).orElse("none")));
    }
    List<Fault> faults = new ArrayList<>(undoing(meeting, entry));
    if (!faults.isEmpty()) {
      return faults;
    }
    Meeting without =
        Judgements.tried(
            meeting,
            new Step.Corrected(
                correction.entry(),
                correction.corrects(),
                correction.reason(),
                Optional.empty(),
                correction.decidedAt()));
    return correction
        .instead()
        .map(instead -> instead(without, entry, instead, correction.decidedAt()))
        .orElseGet(() -> restoring(without, entry));
  }

  private static List<Fault> instead(
      Meeting without, Entry entry, Decision instead, Instant decidedAt) {
    if (instead.kind() == Kind.NEW_FROM_THE_FLOOR || !instead.entry().equals(entry.id())) {
      return List.of(Fault.of("instead", instead.kind().word(), "a decision on " + entry.label()));
    }
    if (without.gone(without.entry(entry.id()).orElseThrow())) {
      return List.of(Fault.of("instead", instead.kind().word(), "none; it was not new"));
    }
    return deciding(without, instead, decidedAt).stream()
        .map(fault -> fault.within("instead."))
        .toList();
  }

  /** Of the decision before, which stands again. */
  private static List<Fault> restoring(Meeting without, Entry entry) {
    List<Fault> faults = new ArrayList<>();
    for (Entry next : without.successors(without.entry(entry.id()).orElseThrow())) {
      List<Entry> circle = way(without, next, entry);
      if (!circle.isEmpty()) {
        faults.add(Fault.of("corrects", next.label(), circle(entry, circle)));
      } else if (without.gone(next)) {
        faults.add(
            Fault.of("corrects", next.label() + " does not stand", "that it can stand again"));
      }
    }
    return faults;
  }

  private static String circle(Entry entry, List<Entry> way) {
    List<String> labels = new ArrayList<>(List.of(entry.label()));
    way.forEach(each -> labels.add(each.label()));
    return "no circle: " + String.join(" > ", labels);
  }
}
