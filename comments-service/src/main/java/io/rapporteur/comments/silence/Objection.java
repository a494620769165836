package io.rapporteur.comments.silence;

import io.rapporteur.comments.submission.Registration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who objected, and why; sealed from all but those whom the question names.
 *
 * @param id random, the same as in the step that it made
 * @param participant code of the member
 * @param requestDigest of what was said
 * @param at when it was received
 * @param by client id of the caller
 * @param language of the reason
 * @param registration how it arrived, where the secretariat entered it
 */
public record Objection(
    String question,
    String id,
    String participant,
    String requestDigest,
    Instant at,
    String by,
    Optional<String> reason,
    Optional<String> language,
    Optional<Registration> registration) {

  /** When it reached the desk or the secretariat; lateness is judged by this. */
  public Instant arrivedAt() {
    return registration.map(Registration::arrivedAt).orElse(at);
  }
}
