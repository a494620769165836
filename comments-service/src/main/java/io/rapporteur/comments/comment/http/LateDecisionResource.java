package io.rapporteur.comments.comment.http;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.comment.DecidingLate;
import io.rapporteur.comments.comment.Fact;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The secretariat decides here on what came after the deadline. */
@RestController
@RequestMapping("/api/v1/comments/{id}/late-decision")
public final class LateDecisionResource {

  private static final int LARGEST_BODY = 16 * 1024;
  private static final TextLimit REASON = TextLimit.characters(2_000);

  private final DecidingLate deciding;
  private final Requests requests;
  private final Answers answers;

  /** Puts the door together. */
  public LateDecisionResource(DecidingLate deciding, Consultations consultations, Clock clock) {
    this.deciding = deciding;
    this.requests = new Requests(consultations, clock);
    this.answers = new Answers(consultations);
  }

  @PostMapping
  ResponseEntity<CommentView> decide(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    var fields = new Fields(RequestBody.object(request, LARGEST_BODY));
    Instant receivedAt = requests.now();
    Optional<Integer> text = fields.optionalNumber("text");
    if (text.isEmpty()) {
      fields.fault("text", "missing", "the textRevision of the comment");
    }
    boolean accepted = fields.requiredFlag("accepted");
    String reason = fields.text("reason", REASON);
    fields.refuseOthers();
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
    Map<String, Object> said =
        Map.of(
            "act", "decide-late",
            "comment", id,
            "text", text.orElseThrow(),
            "accepted", accepted,
            "reason", reason);
    Act act = requests.ofSecretariat(authentication, key, receivedAt, said);
    return answers.of(
        deciding.decide(act, id, new Fact.LateDecided(text.get(), accepted, reason)),
        200,
        Optional.empty());
  }
}
