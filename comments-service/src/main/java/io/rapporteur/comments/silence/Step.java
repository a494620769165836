package io.rapporteur.comments.silence;

import io.rapporteur.comments.submission.Registration;
import java.time.Instant;
import java.util.Optional;

/**
 * One step of a procedure.
 *
 * @param question question id
 * @param number the revision that it makes
 * @param requestId who asked, with which key; random for an objection
 * @param requestDigest of the validated request; tells nothing for an objection
 * @param at when the request had been read whole
 * @param by client id; empty for an objection
 */
public record Step(
    String question,
    int number,
    String requestId,
    String requestDigest,
    Instant at,
    String by,
    Fact fact) {

  /** What happened. */
  public sealed interface Fact {}

  /** The question was put. */
  public record Put(Question question) implements Fact {}

  /** It reached a member: by its own word, or as the secretariat registered. */
  public record Delivered(String member, Instant deliveredAt, Optional<Registration> registration)
      implements Fact {}

  /** The deadline was moved. */
  public record Extended(Instant closesAt, String reason) implements Fact {}

  /** A member objected; who, stands elsewhere. */
  public record Objected(String objection, boolean late) implements Fact {}

  /** The secretariat took the question back. */
  public record Withdrawn(String reason) implements Fact {}

  /** Silence ran out for all. */
  public record Kept(Instant ranOutAt) implements Fact {}
}
