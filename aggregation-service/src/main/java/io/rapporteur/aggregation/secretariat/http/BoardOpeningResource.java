package io.rapporteur.aggregation.secretariat.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.board.Audience;
import io.rapporteur.aggregation.board.Opening;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.secretariat.Act;
import io.rapporteur.aggregation.secretariat.Judgement;
import io.rapporteur.aggregation.secretariat.OpeningBoards;
import io.rapporteur.aggregation.secretariat.Step;
import io.rapporteur.aggregation.secretariat.Subject;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether a board is open to others, by which decision of the Bureau; the secretariat records it.
 */
@RestController
@RequestMapping("/api/v1/compilations/{id}/board")
public final class BoardOpeningResource {

  private static final TextLimit REFERENCE = TextLimit.characters(2_000);
  private static final Map<String, Audience> AUDIENCES = audiences();

  private final WorkDoor door;

  /** Answers through this. */
  public BoardOpeningResource(WorkDoor door) {
    this.door = door;
  }

  private static Map<String, Audience> audiences() {
    Map<String, Audience> words = new LinkedHashMap<>();
    for (Audience audience : Audience.values()) {
      words.put(audience.word(), audience);
    }
    return words;
  }

  @GetMapping
  ResponseEntity<BoardView> board(@PathVariable String id) {
    Consultation consultation = door.consultation(id);
    return answer(consultation, door.latest(Subject.board(id)));
  }

  @PutMapping
  ResponseEntity<BoardView> open(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode body = RequestBody.object(request, WorkResource.LARGEST_BODY);
    Optional<Integer> seen = WorkDoor.seen(request);
    Consultation consultation = door.consultation(id);
    var fields = new Fields(body);
    Audience audience = fields.word("audience", AUDIENCES, Audience.CHAIR);
    String decision = fields.text("decision", REFERENCE);
    Optional<String> procedure = fields.optionalText("procedure", WorkFields.NAME);
    fields.refuseOthers();
    WorkDoor.refuse(fields);
    return done(
        consultation,
        authentication,
        key,
        Map.of("act", "open-board", "consultation", id, "body", body),
        OpeningBoards.opening(audience, decision, procedure, seen));
  }

  @DeleteMapping
  ResponseEntity<BoardView> close(
      @PathVariable String id,
      @RequestParam Optional<String> decision,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication) {
    String key = IdempotencyKey.of(request, response);
    Optional<Integer> seen = WorkDoor.seen(request);
    Consultation consultation = door.consultation(id);
    Optional<String> fault =
        decision.isEmpty() ? Optional.of("missing") : decision.flatMap(REFERENCE::fault);
    if (fault.isPresent()) {
      throw new RefusedException(List.of(Fault.of("decision", fault.get(), REFERENCE.expected())));
    }
    String reference = decision.orElseThrow();
    return done(
        consultation,
        authentication,
        key,
        Map.of("act", "close-board", "consultation", id, "decision", reference),
        OpeningBoards.closing(reference, seen));
  }

  private ResponseEntity<BoardView> done(
      Consultation consultation,
      Authentication authentication,
      String key,
      Map<String, Object> said,
      Function<List<Step>, Judgement> judging) {
    var act = new Act(Caller.of(authentication).client(), key, door.now(), said);
    return answer(
        consultation, door.done(act, Subject.board(consultation.id()), consultation, judging));
  }

  private static ResponseEntity<BoardView> answer(Consultation consultation, List<Step> row) {
    Optional<Opening> opening = OpeningBoards.of(row);
    return ResponseEntity.ok()
        .eTag(WorkDoor.tag(row))
        .cacheControl(CacheControl.noStore())
        .body(
            new BoardView(
                consultation.id(),
                opening.map(o -> o.audience().word()).orElse("closed"),
                opening.map(Opening::decision).orElse(null),
                opening.flatMap(Opening::procedure).orElse(null),
                opening.map(Opening::openedAt).orElse(null),
                row.stream().map(RecordedView::of).toList()));
  }

  /**
   * Who may look at the board.
   *
   * @param audience {@code closed}, {@code chair}, {@code participants} or {@code everyone}
   * @param decision reference to the decision of the Bureau that stands
   * @param procedure id of the silence procedure by which it was taken
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BoardView(
      String consultation,
      String audience,
      @Nullable String decision,
      @Nullable String procedure,
      @Nullable Instant openedAt,
      List<RecordedView> history) {}

  /** A decision as it was recorded. */
  record RecordedView(int revision, String audience, String decision, Instant at, String by) {

    static RecordedView of(Step step) {
      return switch (step.fact()) {
        case Step.BoardOpened opened ->
            new RecordedView(
                step.number(), opened.audience().word(), opened.decision(), step.at(), step.by());
        case Step.BoardClosed(String decision) ->
            new RecordedView(step.number(), "closed", decision, step.at(), step.by());
        default -> new RecordedView(step.number(), "unknown", "", step.at(), step.by());
      };
    }
  }
}
