package io.rapporteur.aggregation.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Gives the numbers of a meeting to what is new in it. */
final class Numbering {

  private Numbering() {}

  static List<Card> of(Meeting meeting, List<Card> cards) {
    List<Card> numbered = new ArrayList<>();
    for (Card card : cards) {
      numbered.add(card.numbered(meeting.id(meeting.nextNumber() + numbered.size())));
    }
    return numbered;
  }

  /** Its new entries with their numbers; parts that name no items have those of the whole. */
  static Decision of(Meeting meeting, Decision decision) {
    List<String> inherited =
        meeting.entry(decision.entry()).map(e -> e.card().sources()).orElse(List.of());
    List<Card> parts =
        of(
            meeting,
            decision.parts().stream()
                .map(
                    part ->
                        part.sources().isEmpty()
                            ? new Card("", part.wording(), inherited, true)
                            : part)
                .toList());
    boolean fresh = decision.kind() == Kind.NEW_FROM_THE_FLOOR;
    return new Decision(
        fresh ? Objects.requireNonNull(parts.getFirst()).entry() : decision.entry(),
        decision.kind(),
        decision.wording(),
        decision.into(),
        parts,
        decision.note());
  }
}
