package io.rapporteur.aggregation.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An entry as the counted steps tell it.
 *
 * @param number counts all entries ever made in the meeting
 * @param card what was last proposed
 * @param version of the text that was proposed, from 1
 * @param cardStep revision of the meeting that made this version
 * @param parent entry that it was split from
 * @param born revision of the meeting that made it
 * @param withdrawn why it was taken out of the draft
 * @param history all decisions, those that were corrected included
 * @param touched revision of the meeting that last changed it
 * @param picture what others see of it
 */
public record Entry(
    String id,
    int number,
    Card card,
    int version,
    int cardStep,
    Optional<String> parent,
    int born,
    Optional<String> withdrawn,
    List<Decided> history,
    int touched,
    Optional<Picture> picture) {

  /** Copies the history. */
  public Entry {
    history = List.copyOf(history);
  }

  /**
   * What others see of an entry since the last act that showed it.
   *
   * @param step revision of the meeting that showed it
   * @param text revision of the meeting that made the wording
   * @param decisions those that stood
   */
  public record Picture(
      int step, int text, Wording wording, List<String> sources, List<Decided> decisions) {

    /** Copies the lists. */
    public Picture {
      sources = List.copyOf(sources);
      decisions = List.copyOf(decisions);
    }
  }

  static Entry of(Card card, int number, int step, Optional<String> parent) {
    return new Entry(
        card.entry(),
        number,
        card,
        1,
        step,
        parent,
        step,
        Optional.empty(),
        List.of(),
        step,
        Optional.empty());
  }

  /** What it is called in the room. */
  public String label() {
    return "entry " + number;
  }

  /** Decisions that have not been corrected, in their order. */
  public List<Decided> decisions() {
    return history.stream().filter(Decided::stands).toList();
  }

  /** The decision that stands; empty if there is none. */
  public Optional<Decided> decided() {
    List<Decided> decisions = decisions();
    return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.getLast());
  }

  /** What was decided last; empty if nothing was. */
  public Optional<Kind> standing() {
    return decided().map(last -> last.decision().kind());
  }

  /** The text as it stands: proposed or as amended, whichever came last. */
  public Wording wording() {
    Wording wording = card.wording();
    for (Decided each : decisions()) {
      if (each.step() > cardStep && each.decision().wording().isPresent()) {
        wording = each.decision().wording().get();
      }
    }
    return wording;
  }

  /** Revision of the meeting that made the text as it stands. */
  int wordingStep() {
    int step = cardStep;
    for (Decided each : decisions()) {
      if (each.step() > cardStep && each.decision().wording().isPresent()) {
        step = each.step();
      }
    }
    return step;
  }

  /** Whether it came from the floor. */
  public boolean fromTheFloor() {
    return history.stream().anyMatch(d -> d.decision().kind() == Kind.NEW_FROM_THE_FLOOR);
  }

  /** Whether others do not see it as it stands. */
  boolean hides() {
    return !decisions().equals(picture.map(Picture::decisions).orElse(List.of()));
  }

  Entry revised(Card next, int step) {
    return new Entry(
        id, number, next, version + 1, step, parent, born, withdrawn, history, step, picture);
  }

  Entry withdrawn(String reason, int step) {
    return new Entry(
        id,
        number,
        card,
        version,
        cardStep,
        parent,
        born,
        Optional.of(reason),
        history,
        step,
        picture);
  }

  Entry touched(int step) {
    return with(history, step);
  }

  Entry decided(Decided decision) {
    List<Decided> next = new ArrayList<>(history);
    next.add(decision);
    return with(next, decision.step());
  }

  Entry corrected(int wrong, int step, String reason) {
    return with(
        history.stream()
            .map(
                each -> each.step() == wrong && each.stands() ? each.corrected(step, reason) : each)
            .toList(),
        step);
  }

  Entry pictured(Optional<Picture> next) {
    return new Entry(
        id, number, card, version, cardStep, parent, born, withdrawn, history, touched, next);
  }

  private Entry with(List<Decided> next, int step) {
    return new Entry(
        id, number, card, version, cardStep, parent, born, withdrawn, next, step, picture);
  }
}
