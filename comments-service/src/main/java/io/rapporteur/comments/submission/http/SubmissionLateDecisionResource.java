package io.rapporteur.comments.submission.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.http.LateDecisionView;
import io.rapporteur.comments.submission.DecidingLateTogether;
import io.rapporteur.comments.submission.DecidingLateTogether.Decision;
import io.rapporteur.comments.submission.DecidingLateTogether.Fate;
import io.rapporteur.comments.submission.DecidingLateTogether.How;
import io.rapporteur.comments.submission.DecidingLateTogether.Outcome;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The secretariat decides here at once on all that came late with a submission. */
@RestController
@RequestMapping("/api/v1/submissions/{id}/late-decision")
public final class SubmissionLateDecisionResource {

  private static final int LARGEST_BODY = 16 * 1024;
  private static final TextLimit REASON = TextLimit.characters(2_000);
  private static final Map<String, Boolean> DECISIONS = decisions();

  private final DecidingLateTogether deciding;
  private final SubmissionViews views;
  private final Clock clock;

  /** Puts the door together. */
  public SubmissionLateDecisionResource(
      DecidingLateTogether deciding, SubmissionViews views, Clock clock) {
    this.deciding = deciding;
    this.views = views;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param decided how many comments this act decided
   */
  record View(String submission, int decided, List<CommentFate> comments) {}

  /**
   * A comment of the submission.
   *
   * @param outcome {@code decided} by this act, {@code stands} as it was decided before, {@code
   *     in-time}, {@code withdrawn}, or {@code waiting} since it was changed at the same moment
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CommentFate(String id, String outcome, @Nullable LateDecisionView lateDecision) {

    static CommentFate of(Fate fate) {
      return new CommentFate(
          fate.comment().first().comment(),
          fate.how().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          LateDecisionView.of(fate.comment()).orElse(null));
    }
  }

  @PostMapping
  View decide(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    var fields = new Fields(RequestBody.object(request, LARGEST_BODY));
    Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    boolean accepted = fields.word("decision", DECISIONS, false);
    String reason = fields.text("reason", REASON);
    fields.refuseOthers();
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
    Caller caller = Caller.of(authentication);
    String submission = views.visible(id, caller).id();
    var act =
        new Act(
            caller.client(),
            caller.client(),
            key,
            receivedAt,
            Map.of(
                "act", "decide-late-submission",
                "submission", submission,
                "accepted", accepted,
                "reason", reason));
    return switch (deciding.decide(act, submission, new Decision(accepted, reason))) {
      case Outcome.Decided(List<Fate> fates) ->
          new View(
              submission,
              Math.toIntExact(fates.stream().filter(f -> f.how() == How.DECIDED).count()),
              fates.stream().map(CommentFate::of).toList());
      case Outcome.KeyReused reused -> throw SubmissionRefusals.keyReused();
      case Outcome.NothingLate nothing ->
          throw new RefusedException(
              ProblemType.NOTHING_TO_DECIDE,
              "submission: all of it in time (expected: one of which something came late)");
      case Outcome.ViewBehind behind -> throw SubmissionRefusals.viewBehind();
    };
  }

  private static Map<String, Boolean> decisions() {
    Map<String, Boolean> decisions = new LinkedHashMap<>();
    decisions.put("accepted", true);
    decisions.put("refused", false);
    return decisions;
  }
}
