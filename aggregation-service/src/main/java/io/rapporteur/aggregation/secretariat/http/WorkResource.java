package io.rapporteur.aggregation.secretariat.http;

import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.secretariat.Act;
import io.rapporteur.aggregation.secretariat.Change;
import io.rapporteur.aggregation.secretariat.Step;
import io.rapporteur.aggregation.secretariat.Treating;
import io.rapporteur.aggregation.secretariat.Work;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The work of the secretariat on one comment; a patch does all that it names, or nothing. */
@RestController
@RequestMapping("/api/v1/compilations/{id}/comments/{comment}/work")
public final class WorkResource {

  static final int LARGEST_BODY = 512 * 1024;

  private final WorkDoor door;
  private final Compilations compilations;

  /** Answers through this; the printed names are those of the compilation. */
  public WorkResource(WorkDoor door, Compilations compilations) {
    this.door = door;
    this.compilations = compilations;
  }

  @GetMapping
  ResponseEntity<WorkView> work(@PathVariable String id, @PathVariable String comment) {
    Consultation consultation = door.consultation(id);
    WorkDoor.There there = door.latest(consultation, comment);
    return answer(consultation, there, door.latest(comment));
  }

  @PatchMapping
  ResponseEntity<WorkView> treat(
      @PathVariable String id,
      @PathVariable String comment,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode body = RequestBody.object(request, LARGEST_BODY);
    Optional<Integer> seen = WorkDoor.seen(request);
    Consultation consultation = door.consultation(id);
    WorkDoor.There there = door.latest(consultation, comment);
    var fields = new Fields(body);
    List<Change> changes = new WorkFields(body, fields).ofOne();
    int ofRevision = ofRevision(fields, changes, there);
    fields.refuseOthers();
    WorkDoor.refuse(fields);
    var act =
        new Act(
            Caller.of(authentication).client(),
            key,
            door.now(),
            Map.of("act", "treat", "comment", comment, "body", body));
    return answer(
        consultation,
        there,
        door.done(act, comment, consultation, Treating.of(ofRevision, changes, seen)));
  }

  /** The revision of the comment that the work is on; what is said of a text must name it. */
  static int ofRevision(Fields fields, List<Change> changes, WorkDoor.There there) {
    Optional<Integer> named = fields.optionalNumber("commentRevision");
    if (named.isEmpty() && WorkFields.onText(changes)) {
      fields.fault(
          "commentRevision", "missing", "the revision of the comment whose text has been read");
    }
    named
        .filter(revision -> there.text(revision).isEmpty())
        .ifPresent(
            revision ->
                fields.fault(
                    "commentRevision",
                    revision.toString(),
                    "a revision that made a text, such as " + there.shown().revision()));
    return named.orElse(there.shown().revision());
  }

  private ResponseEntity<WorkView> answer(
      Consultation consultation, WorkDoor.There there, List<Step> row) {
    String participant = there.shown().participant();
    String name = compilations.names("en").getOrDefault(participant, participant);
    return ResponseEntity.ok()
        .eTag(WorkDoor.tag(row))
        .cacheControl(CacheControl.noStore())
        .body(WorkView.of(there, name, Work.of(row), door.today(consultation), true));
  }
}
