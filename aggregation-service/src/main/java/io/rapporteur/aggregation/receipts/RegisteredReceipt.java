package io.rapporteur.aggregation.receipts;

import io.rapporteur.aggregation.compilation.Filing.ReceiptCard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A receipt in the register, with its fate.
 *
 * @param participant whose receipt it is; empty for an act of the secretariat
 * @param act what was done, for instance {@code submitted} or {@code joined}; {@code handed-in} or
 *     {@code added} for comments handed in as one act
 * @param comment that it is about; empty for an act that hands in several
 * @param revision of the comment, or of the act that hands in several
 * @param submission that it belongs to, or that it made
 * @param editions that published the text
 */
public record RegisteredReceipt(
    ReceiptCard receipt,
    Optional<String> participant,
    String act,
    Optional<String> comment,
    int revision,
    Optional<String> submission,
    Instant receivedAt,
    boolean late,
    Fate fate,
    List<String> editions) {

  /** What became of the text of an act. */
  public enum Fate {
    /** It is the text in force. */
    IN_FORCE,
    /** It came late and waits for a decision. */
    WAITING,
    /** It came late and was refused. */
    LATE_REFUSED,
    /** Another text of the comment is in force. */
    SUPERSEDED,
    /** The comment was withdrawn. */
    WITHDRAWN,
    /** The act made no text, and stands as it was done. */
    RECORDED;

    /** Its word, for instance {@code in-force}. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
