package io.rapporteur.comments.comment.http;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/** Identifies requests: who asks, for whom, with which key, and when. */
final class Requests {

  private final Consultations consultations;
  private final Clock clock;

  Requests(Consultations consultations, Clock clock) {
    this.consultations = consultations;
    this.clock = clock;
  }

  /** The participant of the caller, as it stands. */
  Author author(Authentication authentication) {
    String code = Caller.of(authentication).participant().orElse("");
    return participant(code)
        .orElseThrow(
            () ->
                new RefusedException(
                    ProblemType.UNKNOWN_PARTICIPANT,
                    "participant: " + code + " (expected: a participant that was admitted)"));
  }

  /** The same, for what only a contact point does: to speak for the delegation. */
  Author speaker(Authentication authentication) {
    Author author = author(authentication);
    if (!Caller.of(authentication).has(Duty.CONTACT_POINT)) {
      throw new RefusedException(
          ProblemType.FORBIDDEN,
          "This is for a contact point of the delegation; this account has another duty.");
    }
    return author;
  }

  /** A participant, looked for up to the end of the log. */
  Optional<Author> participant(String code) {
    Optional<Author> found = consultations.participant(code);
    return found.isEmpty() && consultations.catchUp() ? consultations.participant(code) : found;
  }

  /** An act of a delegation. */
  Act act(
      Authentication authentication,
      Author author,
      String key,
      Instant receivedAt,
      Map<String, Object> said) {
    return new Act(author.participant(), Caller.of(authentication).client(), key, receivedAt, said);
  }

  /** An act of the secretariat. */
  Act ofSecretariat(
      Authentication authentication, String key, Instant receivedAt, Map<String, Object> said) {
    String client = Caller.of(authentication).client();
    return new Act(client, client, key, receivedAt, said);
  }

  /** The time, in milliseconds as the log keeps it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
