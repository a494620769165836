package io.rapporteur.aggregation.translation.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.redaction.RedactionLines;
import io.rapporteur.aggregation.redaction.http.NeededView;
import io.rapporteur.aggregation.secretariat.Act;
import io.rapporteur.aggregation.secretariat.Step;
import io.rapporteur.aggregation.secretariat.Subject;
import io.rapporteur.aggregation.secretariat.http.WorkDoor;
import io.rapporteur.aggregation.translation.Translating;
import io.rapporteur.aggregation.translation.http.TranslationFields.Asked;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.IfMatch;
import io.rapporteur.schemas.http.Problem;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import tools.jackson.databind.node.ObjectNode;

/**
 * Courtesy translations that the secretariat adds to comments. One is read at once by whoever reads
 * the comment as it stands; the answer names the edition that is needed for everyone else. Of
 * several, each stands for itself once none has a fault.
 */
@RestController
@RequestMapping("/api/v1/translations")
public final class TranslationsResource {

  private static final int LARGEST_BODY = 8 * 1024 * 1024;
  private static final int MOST = 400;
  private static final TextLimit NAME = TextLimit.characters(200);

  private final WorkDoor door;
  private final RedactionLines redactions;
  private final TranslationFields reading;
  private final TranslationEditions editions;

  /** Puts the door together. */
  public TranslationsResource(
      WorkDoor door, RedactionLines redactions, TranslationEditions editions) {
    this.door = door;
    this.redactions = redactions;
    this.reading = new TranslationFields(door, redactions);
    this.editions = editions;
  }

  @PostMapping
  ResponseEntity<?> translate(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode body = RequestBody.object(request, LARGEST_BODY);
    var fields = new Fields(body);
    String id = fields.text("consultation", NAME);
    WorkDoor.refuse(fields);
    Consultation consultation = door.consultation(id);
    door.looking().freshen();
    door.catchUp();
    var act = new Act(Caller.of(authentication).client(), key, door.now(), Map.of());
    if (body.has("translations")) {
      return several(consultation, fields, act);
    }
    Asked asked =
        reading.read(
            fields,
            consultation,
            WorkDoor.seen(request),
            (thing, said) -> new Act(act.client(), key, act.receivedAt(), said));
    WorkDoor.refuse(fields);
    List<Step> row = done(consultation, asked);
    return answer(ResponseEntity.created(place(consultation, asked.comment())), row)
        .body(view(consultation, asked.comment(), row));
  }

  private ResponseEntity<SeveralView> several(Consultation consultation, Fields fields, Act act) {
    List<Asked> asked = new ArrayList<>();
    for (Fields each : fields.objects("translations", MOST)) {
      asked.add(reading.read(each, consultation, each.optionalNumber("revision"), act::on));
    }
    fields.refuseOthers();
    if (asked.isEmpty()) {
      fields.fault("translations", "none", "1 to " + MOST);
    }
    TranslationFields.eachOnce(asked, fields);
    WorkDoor.refuse(fields);
    List<ResultView> results = new ArrayList<>();
    for (Asked each : asked) {
      results.add(result(consultation, each));
    }
    Stream<String> changed =
        asked.stream()
            .map(Asked::comment)
            .distinct()
            .flatMap(comment -> editions.changed(consultation, comment, row(comment)));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new SeveralView(
                consultation.id(), results, editions.needed(consultation, changed).orElse(null)));
  }

  private ResultView result(Consultation consultation, Asked asked) {
    try {
      List<Step> row = done(consultation, asked);
      return ResultView.of(asked, 200, row.isEmpty() ? 0 : row.getLast().number(), null);
    } catch (RefusedException e) {
      return ResultView.of(asked, e.problem().status(), null, e.problem());
    }
  }

  private List<Step> done(Consultation consultation, Asked asked) {
    return door.done(
        asked.act(),
        Subject.translations(asked.comment()),
        consultation,
        Translating.making(asked.made(), asked.seen(), asked.bytes()));
  }

  @GetMapping("/{comment}")
  ResponseEntity<TranslationRowView> one(
      @PathVariable String comment, @RequestParam String consultation) {
    Consultation found = door.consultation(consultation);
    door.catchUp();
    List<Step> row = row(comment);
    if (row.isEmpty() || !row.getFirst().consultation().equals(consultation)) {
      throw nothing();
    }
    return answer(ResponseEntity.ok(), row).body(view(found, comment, row));
  }

  @DeleteMapping("/{comment}/{revision}/{language}")
  ResponseEntity<TranslationRowView> takeBack(
      @PathVariable String comment,
      @PathVariable String revision,
      @PathVariable String language,
      @RequestParam String consultation,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication) {
    String key = IdempotencyKey.of(request, response);
    int seen = IfMatch.revision(request);
    Consultation found = door.consultation(consultation);
    door.catchUp();
    int of = revision.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(revision) : 0;
    boolean made =
        row(comment).stream()
            .filter(step -> step.consultation().equals(consultation))
            .map(Step::fact)
            .anyMatch(
                fact ->
                    fact instanceof Step.TranslationMade there
                        && there.of() == of
                        && there.language().equals(language));
    if (!made) {
      throw nothing();
    }
    var act =
        new Act(
            Caller.of(authentication).client(),
            key,
            door.now(),
            Map.of("act", "take back", "comment", comment, "of", of, "language", language));
    List<Step> row =
        door.done(
            act, Subject.translations(comment), found, Translating.takingBack(of, language, seen));
    return answer(ResponseEntity.ok(), row).body(view(found, comment, row));
  }

  private List<Step> row(String comment) {
    return door.row(Subject.translations(comment));
  }

  private TranslationRowView view(Consultation consultation, String comment, List<Step> row) {
    return TranslationRowView.of(
        consultation.id(),
        comment,
        row,
        redactions.line(consultation.id(), comment)::last,
        editions.needed(consultation, editions.changed(consultation, comment, row)));
  }

  private static URI place(Consultation consultation, String comment) {
    return URI.create("/api/v1/translations/" + comment + "?consultation=" + consultation.id());
  }

  private static ResponseEntity.BodyBuilder answer(
      ResponseEntity.BodyBuilder answer, List<Step> row) {
    return answer
        .eTag(WorkDoor.tag(row))
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
  }

  private static RefusedException nothing() {
    return new RefusedException(
        ProblemType.NOT_FOUND, "There is no such translation in this consultation.");
  }

  /** What came of several, one by one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SeveralView(String consultation, List<ResultView> results, @Nullable NeededView needs) {}

  /**
   * What came of one.
   *
   * @param status as if it had been the only one
   * @param revision of the row of the comment's translations, as it then stands
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ResultView(
      String comment,
      int commentRevision,
      String language,
      int status,
      @Nullable Integer revision,
      @Nullable Problem problem) {

    static ResultView of(
        Asked asked, int status, @Nullable Integer revision, @Nullable Problem problem) {
      return new ResultView(
          asked.comment(), asked.made().of(), asked.made().language(), status, revision, problem);
    }
  }
}
