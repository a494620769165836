package io.rapporteur.comments.draft.http;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who asks within a delegation that was admitted; someone with no duty there is refused. */
public record DelegationCaller(String participant, String client, Set<Duty> duties) {

  /** The caller of a request. */
  public static DelegationCaller of(Caller caller, Consultations consultations) {
    String code = caller.participant().orElse("");
    Optional<Author> known = consultations.participant(code);
    if (known.isEmpty() && consultations.catchUp()) {
      known = consultations.participant(code);
    }
    if (known.isEmpty()) {
      throw new RefusedException(
          ProblemType.UNKNOWN_PARTICIPANT,
          "participant: " + code + " (expected: a participant that was admitted)");
    }
    if (caller.duties().isEmpty()) {
      throw DraftAnswers.forbidden();
    }
    return new DelegationCaller(code, caller.client(), caller.duties());
  }

  /** An act of this caller. */
  public Act act(String key, Instant receivedAt, Map<String, Object> asked) {
    return new Act(participant, client, key, receivedAt, asked);
  }
}
