package io.rapporteur.aggregation.redaction.http;

import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Redaction;
import io.rapporteur.aggregation.compilation.Redaction.Stretch;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.redaction.Redacting;
import io.rapporteur.aggregation.redaction.RedactionLine;
import io.rapporteur.aggregation.redaction.RedactionLines;
import io.rapporteur.aggregation.redaction.RedactionOutcome;
import io.rapporteur.aggregation.redaction.RedactionRequest;
import io.rapporteur.aggregation.redaction.RedactionStep;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.IfMatch;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the secretariat redacts in comments, and lifts again. It is recorded at once, and read so at
 * once by all who are not the public; the answer names the edition that is needed for the public.
 */
@RestController
@RequestMapping("/api/v1/redactions")
public final class RedactionsResource {

  private static final int LARGEST_BODY = 256 * 1024;
  private static final TextLimit NAME = TextLimit.characters(200);
  private static final TextLimit NOTE = TextLimit.characters(2_000);
  private static final Map<String, String> REASONS =
      Redaction.REASONS.stream()
          .collect(
              Collectors.toMap(
                  Function.identity(), Function.identity(), (one, other) -> one, TreeMap::new));

  private final Compilations compilations;
  private final Looking looking;
  private final CommentTexts texts;
  private final RedactionLines lines;
  private final Redacting redacting;
  private final Clock clock;

  /** Puts the door together. */
  public RedactionsResource(
      Compilations compilations,
      Looking looking,
      RedactionLines lines,
      Redacting redacting,
      Clock clock) {
    this.compilations = compilations;
    this.looking = looking;
    this.texts = new CommentTexts(compilations);
    this.lines = lines;
    this.redacting = redacting;
    this.clock = clock;
  }

  /** The lines of a consultation. */
  record LinesView(String consultation, List<LineView> comments) {}

  @GetMapping
  ResponseEntity<LinesView> all(@RequestParam String consultation) {
    Consultation found = looking.find(consultation);
    catchUp();
    var needed = new NeededEditions(found, lines, texts);
    return answer(ResponseEntity.ok())
        .body(
            new LinesView(
                consultation, lines.lines(consultation).stream().map(needed::view).toList()));
  }

  @GetMapping("/{comment}")
  ResponseEntity<LineView> one(@PathVariable String comment, @RequestParam String consultation) {
    Consultation found = looking.find(consultation);
    catchUp();
    RedactionLine line = lines.line(consultation, comment);
    if (line.revision() == 0) {
      throw nothing();
    }
    return answer(found, line, ResponseEntity.ok());
  }

  @PostMapping
  ResponseEntity<LineView> redact(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    var fields = new Fields(RequestBody.object(request, LARGEST_BODY));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<Consultation> consultation = consultation(fields);
    String comment = fields.text("comment", NAME);
    Optional<Integer> revision = fields.optionalNumber("revision");
    if (revision.isEmpty()) {
      fields.fault("revision", "missing", "that of the text that is redacted");
    }
    Optional<Content> said =
        consultation.flatMap(c -> texts.of(c.id(), comment, revision.orElse(0), fields));
    List<Stretch> stretches = RedactionFields.stretches(fields, said);
    String reason = fields.word("reason", REASONS, Redaction.REASONS.getFirst());
    Optional<String> note = fields.optionalText("note", NOTE);
    fields.refuseOthers();
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
    Map<String, Object> asked = new TreeMap<>();
    asked.put("act", "redact");
    asked.put("consultation", consultation.orElseThrow().id());
    asked.put("comment", comment);
    asked.put("revision", revision.orElseThrow());
    asked.put("stretches", stretches.stream().map(RedactionFields::canonical).toList());
    asked.put("reason", reason);
    note.ifPresent(text -> asked.put("note", text));
    RedactionLine line =
        done(
            new RedactionRequest(
                consultation.get().id(),
                comment,
                Caller.of(authentication).client(),
                key,
                now,
                asked,
                seen(request),
                new RedactionStep.Redacted(revision.get(), stretches, reason, note)));
    return answer(
        consultation.get(),
        line,
        ResponseEntity.created(
            URI.create(
                "/api/v1/redactions/" + comment + "?consultation=" + consultation.get().id())));
  }

  /** A redaction that others came before is not lost, so that a revision need not be named. */
  private static Optional<Integer> seen(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.IF_MATCH) == null
        ? Optional.empty()
        : Optional.of(IfMatch.revision(request));
  }

  @DeleteMapping("/{comment}/{redaction}")
  ResponseEntity<LineView> lift(
      @PathVariable String comment,
      @PathVariable String redaction,
      @RequestParam String consultation,
      @RequestParam Optional<String> note,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication) {
    String key = IdempotencyKey.of(request, response);
    int seen = IfMatch.revision(request);
    Consultation found = looking.find(consultation);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    note.flatMap(NOTE::fault)
        .ifPresent(
            fault -> {
              throw new RefusedException(List.of(Fault.of("note", fault, NOTE.expected())));
            });
    int number = redaction.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(redaction) : 0;
    Map<String, Object> asked = new TreeMap<>();
    asked.put("act", "lift");
    asked.put("consultation", consultation);
    asked.put("comment", comment);
    asked.put("redaction", number);
    note.ifPresent(text -> asked.put("note", text));
    RedactionLine line =
        done(
            new RedactionRequest(
                consultation,
                comment,
                Caller.of(authentication).client(),
                key,
                now,
                asked,
                Optional.of(seen),
                new RedactionStep.Lifted(number, note)));
    return answer(found, line, ResponseEntity.ok());
  }

  private RedactionLine done(RedactionRequest request) {
    return switch (redacting.act(request)) {
      case RedactionOutcome.Counted counted -> counted.line();
      case RedactionOutcome.KeyReused reused ->
          throw new RefusedException(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "Idempotency-Key: used before for another request (expected: a new key for a new"
                  + " request)");
      case RedactionOutcome.NothingThere none -> throw nothing();
      case RedactionOutcome.Changed(int revision) ->
          throw new RefusedException(
              ProblemType.REVISION_CONFLICT,
              "If-Match: what is redacted has changed since (expected: \"%d\", after reading it again)"
                  .formatted(revision));
      case RedactionOutcome.Overtaken overtaken ->
          throw new RefusedException(
              ProblemType.REVISION_CONFLICT, "Other acts came first again and again; ask again.");
      case RedactionOutcome.ViewBehind behind -> throw behind();
    };
  }

  private Optional<Consultation> consultation(Fields fields) {
    String id = fields.text("consultation", NAME);
    Optional<Consultation> found = compilations.consultation(id);
    if (found.isEmpty() && !id.isEmpty()) {
      catchUp();
      found = compilations.consultation(id);
      if (found.isEmpty()) {
        fields.fault("consultation", id, "an open consultation");
      }
    }
    return found;
  }

  private ResponseEntity<LineView> answer(
      Consultation consultation, RedactionLine line, ResponseEntity.BodyBuilder answer) {
    return answer(answer.eTag("\"" + line.revision() + "\""))
        .body(new NeededEditions(consultation, lines, texts).view(line));
  }

  private static ResponseEntity.BodyBuilder answer(ResponseEntity.BodyBuilder answer) {
    return answer
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
  }

  private void catchUp() {
    if (!lines.catchUp() || !compilations.catchUp()) {
      throw behind();
    }
  }

  private static RefusedException behind() {
    return new RefusedException(
        ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
  }

  private static RefusedException nothing() {
    return new RefusedException(
        ProblemType.NOT_FOUND, "There is no such redaction that stands in this consultation.");
  }
}
