package io.rapporteur.aggregation.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One step of a meeting.
 *
 * @param consultation consultation id
 * @param number the revision that it makes
 * @param requestId who asked, with which key
 * @param requestDigest of the validated request
 * @param at when the request had been read whole
 * @param by client id
 * @param role in which the client acted
 */
public record Step(
    String consultation,
    int number,
    String requestId,
    String requestDigest,
    Instant at,
    String by,
    String role,
    Fact fact) {

  /** What happened. */
  public sealed interface Fact {}

  /** Entries were proposed, at the end of the draft. */
  public record Proposed(List<Card> cards) implements Fact {}

  /** An entry was revised. */
  public record Revised(Card card) implements Fact {}

  /** An entry was taken out of the draft. */
  public record Withdrawn(String entry, String reason) implements Fact {}

  /** The entries were put in another order. */
  public record Ordered(List<String> order) implements Fact {}

  /**
   * The draft was circulated as it stood.
   *
   * @param commentsUntil last instant at which comments on it are in time
   * @param entries what the version holds, for those who do not fold the meeting themselves
   */
  public record Circulated(
      int version,
      Optional<String> note,
      Optional<Instant> commentsUntil,
      List<CirculatedText> entries)
      implements Fact {

    /** Copies the entries. */
    public Circulated {
      entries = List.copyOf(entries);
    }
  }

  /**
   * An entry as it was circulated.
   *
   * @param text revision of the meeting that made its text
   */
  public record CirculatedText(String entry, int text) {}

  /** One decision, or several en bloc. */
  public record Decisions(List<Decision> decisions, Instant decidedAt, boolean shown)
      implements Fact {}

  /** The last decision on an entry had been recorded wrongly. */
  public record Corrected(
      String entry, int corrects, String reason, Optional<Decision> instead, Instant decidedAt)
      implements Fact {}

  /** Entries were shown as they stood, with their statements. */
  public record Shown(List<String> entries, boolean statements) implements Fact {}

  /** A statement was recorded, or one in the place of another. */
  public record Stated(Statement statement, Optional<Integer> corrects, boolean shown)
      implements Fact {}

  /** A statement was taken back. */
  public record TakenBack(int statement, String reason) implements Fact {}

  /** The list was adopted. */
  public record ListAdopted(String language, Instant adoptedAt) implements Fact {}

  /** The adopted list is there in a further language. */
  public record Followed(String language, List<String> texts) implements Fact {}

  /** Texts of the adopted list were corrected; the first correction is number 1. */
  public record ListCorrected(int number, String reason, List<CorrectText> texts) implements Fact {

    /** Copies the texts. */
    public ListCorrected {
      texts = List.copyOf(texts);
    }
  }

  /** The text that an item of the list should have in a language. */
  public record CorrectText(int item, String language, String text) {}
}
