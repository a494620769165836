package io.rapporteur.aggregation.redaction;

import io.rapporteur.aggregation.compilation.Redaction.Stretch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One counted act on what is redacted in a comment.
 *
 * @param revision of the line of the comment that it made, from 1
 * @param at when it was recorded
 * @param by client id of the caller
 */
public record RedactionStep(
    String consultation,
    String comment,
    int revision,
    String requestId,
    String requestDigest,
    Instant at,
    String by,
    Fact fact) {

  /** What was done. */
  public sealed interface Fact {}

  /**
   * Parts of a text were redacted.
   *
   * @param text the revision of the comment that made it
   * @param reason word, which is shown
   * @param note for the secretariat alone
   */
  public record Redacted(int text, List<Stretch> stretches, String reason, Optional<String> note)
      implements Fact {

    /** Copies the stretches. */
    public Redacted {
      stretches = List.copyOf(stretches);
    }
  }

  /**
   * What was redacted is shown again.
   *
   * @param redaction the revision of the line that redacted it
   * @param note for the secretariat alone
   */
  public record Lifted(int redaction, Optional<String> note) implements Fact {}
}
