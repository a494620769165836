package io.rapporteur.comments.draft.http;

import io.rapporteur.comments.comment.Attachments;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.Draft.Said;
import io.rapporteur.comments.draft.DraftOutcome;
import io.rapporteur.comments.draft.Drafting;
import io.rapporteur.comments.draft.Drafts;
import io.rapporteur.comments.draft.Stage;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.IfMatch;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Drafts of the caller's own delegation: begun, rewritten, reviewed, released and discarded here.
 * Nobody else reads them, the secretariat neither.
 */
@RestController
@RequestMapping("/api/v1/drafts")
public final class DraftsResource {

  /** Eight texts of 20,000 characters in escaped JSON, and some room. */
  static final int LARGEST_BODY = 2 * 1024 * 1024;

  private static final TextLimit NOTE = TextLimit.characters(2_000);
  private static final Map<String, Stage> STAGES =
      Stream.of(Stage.DRAFTING, Stage.IN_REVIEW, Stage.RETURNED, Stage.RELEASED)
          .collect(
              Collectors.toMap(
                  Stage::word, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));

  private final Drafting drafting;
  private final Drafts drafts;
  private final Consultations consultations;
  private final Clock clock;
  private final DraftAnswers answers;
  private final DraftSaying saying;

  /** Puts the door together. */
  public DraftsResource(
      Drafting drafting,
      Drafts drafts,
      Consultations consultations,
      Attachments attachments,
      Clock clock) {
    this.drafting = drafting;
    this.drafts = drafts;
    this.consultations = consultations;
    this.clock = clock;
    this.answers = new DraftAnswers(consultations, attachments, clock);
    this.saying = new DraftSaying(consultations, answers);
  }

  @PostMapping
  ResponseEntity<DraftView> begin(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    var fields = new Fields(RequestBody.object(request, LARGEST_BODY));
    DelegationCaller caller = caller(authentication);
    DraftBody body = DraftBody.read(fields);
    fields.refuseOthers();
    Said said = saying.of(caller, body, body.target(), fields.faults());
    Map<String, Object> asked = body.canonical();
    asked.put("act", "draft");
    return answers.of(drafting.begin(caller.act(key, now(), asked), said), 201);
  }

  @GetMapping("/{id}")
  ResponseEntity<DraftView> one(@PathVariable String id, Authentication authentication) {
    return answers.of(drafting.find(id, caller(authentication).participant()), 200);
  }

  @GetMapping("/{id}/versions")
  Map<String, Object> versions(@PathVariable String id, Authentication authentication) {
    own(id, caller(authentication));
    return Map.of("versions", answers.views(drafts.versions(id)));
  }

  @PutMapping("/{id}")
  ResponseEntity<DraftView> rewrite(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    var fields = new Fields(RequestBody.object(request, LARGEST_BODY));
    DelegationCaller caller = caller(authentication);
    Draft standing = own(id, caller);
    int expected = IfMatch.revision(request);
    DraftBody body = DraftBody.read(fields);
    fields.refuseOthers();
    Said said =
        saying.of(
            caller,
            body,
            DraftSaying.within(standing.said().consultation(), body.target()),
            fields.faults());
    Map<String, Object> asked = body.canonical();
    asked.put("act", "rewrite");
    asked.put("draft", id);
    asked.put("version", expected);
    return answers.of(
        drafting.rewrite(
            caller.act(key, now(), asked), caller.duties(), id, Optional.of(expected), said),
        200);
  }

  @DeleteMapping("/{id}")
  ResponseEntity<DraftView> discard(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication) {
    String key = IdempotencyKey.of(request, response);
    DelegationCaller caller = caller(authentication);
    own(id, caller);
    Optional<Integer> expected = seen(request);
    Map<String, Object> asked = new TreeMap<>(Map.of("act", "discard", "draft", id));
    expected.ifPresent(version -> asked.put("version", version));
    return answers.of(
        drafting.move(
            caller.act(key, now(), asked),
            caller.duties(),
            id,
            expected,
            new Drafting.Move(Stage.DISCARDED, Optional.empty(), Optional.empty())),
        200);
  }

  @PostMapping("/{id}/stage")
  ResponseEntity<DraftView> move(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    var fields = new Fields(RequestBody.object(request, LARGEST_BODY));
    DelegationCaller caller = caller(authentication);
    own(id, caller);
    Optional<Integer> expected = seen(request);
    Stage to = fields.word("to", STAGES, Stage.DRAFTING);
    Optional<String> note = fields.optionalText("note", NOTE);
    Optional<Instant> dueAt = fields.optionalInstant("dueAt");
    if (to == Stage.RETURNED && note.isEmpty()) {
      fields.fault("note", "missing", "why the draft is returned");
    }
    fields.refuseOthers();
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
    Map<String, Object> asked = new TreeMap<>(Map.of("act", "move", "draft", id, "to", to.word()));
    note.ifPresent(text -> asked.put("note", text));
    dueAt.ifPresent(instant -> asked.put("dueAt", instant.toString()));
    expected.ifPresent(version -> asked.put("version", version));
    return answers.of(
        drafting.move(
            caller.act(key, now(), asked),
            caller.duties(),
            id,
            expected,
            new Drafting.Move(to, note, dueAt.map(i -> i.truncatedTo(ChronoUnit.MILLIS)))),
        200);
  }

  private Draft own(String id, DelegationCaller caller) {
    return switch (drafting.find(id, caller.participant())) {
      case DraftOutcome.Counted(Draft draft) -> draft;
      case DraftOutcome other -> throw DraftAnswers.refusal(other);
    };
  }

  private static Optional<Integer> seen(HttpServletRequest request) {
    return request.getHeader("If-Match") == null
        ? Optional.empty()
        : Optional.of(IfMatch.revision(request));
  }

  private DelegationCaller caller(Authentication authentication) {
    return DelegationCaller.of(Caller.of(authentication), consultations);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
