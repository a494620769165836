package io.rapporteur.comments.comment.http;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.comment.Joining;
import io.rapporteur.comments.comment.Outcome;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.IfMatch;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The co-sponsors of a comment. A participant puts itself there to join and deletes itself to leave
 * or decline; the author puts another there to ask it, and deletes it to go on without.
 */
@RestController
@RequestMapping("/api/v1/comments/{id}/cosponsors/{code}")
public final class CoSponsorsResource {

  private final Joining joining;
  private final Requests requests;
  private final Answers answers;

  /** Puts the door together. */
  public CoSponsorsResource(Joining joining, Consultations consultations, Clock clock) {
    this.joining = joining;
    this.requests = new Requests(consultations, clock);
    this.answers = new Answers(consultations);
  }

  @PutMapping
  ResponseEntity<CommentView> put(
      @PathVariable String id,
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication) {
    String key = IdempotencyKey.of(request, response);
    Instant receivedAt = requests.now();
    Author caller = requests.speaker(authentication);
    if (code.equals(caller.participant())) {
      int text = IfMatch.revision(request);
      Map<String, Object> said = Map.of("act", "join", "comment", id, "text", text);
      Act act = requests.act(authentication, caller, key, receivedAt, said);
      return answer(joining.join(act, id, caller, text), caller);
    }
    Author invited =
        requests
            .participant(code)
            .orElseThrow(
                () ->
                    new RefusedException(
                        List.of(
                            Fault.of(
                                ProblemType.NOT_A_PARTICIPANT,
                                "coSponsors[0]",
                                code,
                                "code of a participant",
                                List.of()))));
    Map<String, Object> said = Map.of("act", "invite", "comment", id, "coSponsor", code);
    Act act = requests.act(authentication, caller, key, receivedAt, said);
    return answer(joining.invite(act, id, invited), caller);
  }

  @DeleteMapping
  ResponseEntity<CommentView> delete(
      @PathVariable String id,
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication) {
    String key = IdempotencyKey.of(request, response);
    Instant receivedAt = requests.now();
    Author caller = requests.speaker(authentication);
    boolean itself = code.equals(caller.participant());
    Map<String, Object> said =
        Map.of("act", itself ? "leave" : "let-go", "comment", id, "coSponsor", code);
    Act act = requests.act(authentication, caller, key, receivedAt, said);
    Outcome outcome = itself ? joining.leave(act, id) : joining.letGo(act, id, code);
    if (itself && outcome instanceof Outcome.Counted) {
      // Who has left sees the comment no longer.
      return ResponseEntity.noContent().build();
    }
    return answer(outcome, caller);
  }

  private ResponseEntity<CommentView> answer(Outcome outcome, Author caller) {
    return answers.of(outcome, 200, Optional.of(caller.participant()));
  }
}
