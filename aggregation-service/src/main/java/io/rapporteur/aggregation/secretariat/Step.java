package io.rapporteur.aggregation.secretariat;

import io.rapporteur.aggregation.board.Audience;
import io.rapporteur.aggregation.rolling.Grouping;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One counted event of a row.
 *
 * @param subject what the row is about, see {@link Subject}
 * @param consultation consultation id
 * @param number the revision that it makes
 * @param requestId who asked, with which key
 * @param requestDigest of the validated request
 * @param at when the request had been read whole
 * @param by client id
 */
public record Step(
    String subject,
    String consultation,
    int number,
    String requestId,
    String requestDigest,
    Instant at,
    String by,
    Fact fact) {

  /** What happened. */
  public sealed interface Fact {}

  /**
   * A comment was worked on.
   *
   * @param ofRevision revision of the comment whose text the work is on
   */
  public record Treated(int ofRevision, List<Change> changes) implements Fact {

    /** Copies the changes. */
    public Treated {
      changes = List.copyOf(changes);
    }
  }

  /**
   * The Bureau decided to open the board.
   *
   * @param decision reference to the decision
   * @param procedure id of the silence procedure by which it was taken
   */
  public record BoardOpened(Audience audience, String decision, Optional<String> procedure)
      implements Fact {}

  /**
   * A text of a comment was translated, in place of the translation that stood.
   *
   * @param of revision of the comment that made the text
   * @param leavesOut number of the last redaction of the text whose parts it leaves out; 0 if there
   *     was none
   */
  public record TranslationMade(
      int of,
      String language,
      String text,
      Optional<String> proposedText,
      Optional<String> rationale,
      int leavesOut)
      implements Fact {}

  /**
   * A translation is not shown any more.
   *
   * @param of revision of the comment that made the text
   */
  public record TranslationTakenBack(int of, String language) implements Fact {}

  /** The board was closed again. */
  public record BoardClosed(String decision) implements Fact {}

  /**
   * Proposed texts were joined under a label, parted, or left to the computation again.
   *
   * @param texts by their ids in the rolling text
   * @param threshold of the grouping that the secretariat had seen
   */
  public record Grouped(Grouping grouping, List<String> texts, double threshold) implements Fact {

    /** Copies the texts. */
    public Grouped {
      texts = List.copyOf(texts);
    }
  }
}
