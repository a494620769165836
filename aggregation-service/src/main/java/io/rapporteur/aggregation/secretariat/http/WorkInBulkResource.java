package io.rapporteur.aggregation.secretariat.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.secretariat.Act;
import io.rapporteur.aggregation.secretariat.Change;
import io.rapporteur.aggregation.secretariat.Step;
import io.rapporteur.aggregation.secretariat.Treating;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.Problem;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same work on several comments. Each comment is a row of its own, so it is not all or nothing:
 * the answer says of each what came of it. A request with faults of its own does nothing at all,
 * and one that is sent again with its key does what is not done yet.
 */
@RestController
@RequestMapping("/api/v1/compilations/{id}/work")
public final class WorkInBulkResource {

  private static final int MOST = 200;
  private static final String EACH_FOR_ITSELF =
      "Each comment stands for itself: some may have been treated and others not.";

  private final WorkDoor door;

  /** Answers through this. */
  public WorkInBulkResource(WorkDoor door) {
    this.door = door;
  }

  /**
   * One of the comments.
   *
   * @param seen revision of the work that the caller has seen
   * @param ofRevision revision of the comment that it has read
   */
  private record Asked(String comment, Optional<Integer> seen, Optional<Integer> ofRevision) {}

  @PostMapping
  ResponseEntity<BulkView> treat(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode body = RequestBody.object(request, WorkResource.LARGEST_BODY);
    Consultation consultation = door.consultation(id);
    withoutNothingSeen(body);
    var fields = new Fields(body);
    List<Change> changes = new WorkFields(body, fields).ofSeveral();
    List<Asked> asked = asked(fields, WorkFields.onText(changes));
    fields.refuseOthers();
    WorkDoor.refuse(fields);
    door.looking().freshen();
    ObjectNode treatment = body.deepCopy();
    treatment.remove("comments");
    var act = new Act(Caller.of(authentication).client(), key, door.now(), Map.of());
    List<ResultView> results = new ArrayList<>();
    for (Asked each : asked) {
      Map<String, Object> said =
          Map.of(
              "act",
              "treat",
              "comment",
              each.comment(),
              "ofRevision",
              each.ofRevision().orElse(0),
              "body",
              treatment);
      results.add(result(consultation, act.on(each.comment(), said), each, changes));
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new BulkView(id, List.of(EACH_FOR_ITSELF), results));
  }

  /** Revision 0 is what a card shows on which nothing was done; it is as good as none. */
  private static void withoutNothingSeen(ObjectNode body) {
    body.path("comments")
        .forEach(
            each -> {
              if (each instanceof ObjectNode comment
                  && comment.path("revision").isInt()
                  && comment.path("revision").intValue() == 0) {
                comment.remove("revision");
              }
            });
  }

  private static List<Asked> asked(Fields fields, boolean onText) {
    List<Asked> asked = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields each : fields.objects("comments", MOST)) {
      String comment = each.text("comment", WorkFields.NAME);
      Optional<Integer> ofRevision = each.optionalNumber("commentRevision");
      if (ofRevision.isEmpty() && onText) {
        each.fault(
            "commentRevision", "missing", "the revision of the comment whose text has been read");
      }
      if (!ids.add(comment)) {
        each.fault("comment", comment, "each comment once");
      }
      asked.add(new Asked(comment, each.optionalNumber("revision"), ofRevision));
      each.refuseOthers();
    }
    if (asked.isEmpty()) {
      fields.fault("comments", "none", "1 to " + MOST);
    }
    return asked;
  }

  private ResultView result(Consultation consultation, Act act, Asked asked, List<Change> changes) {
    try {
      WorkDoor.There there = door.there(consultation, asked.comment());
      var fields = new Fields(JsonNodeFactory.instance.objectNode());
      asked
          .ofRevision()
          .filter(revision -> there.text(revision).isEmpty())
          .ifPresent(
              revision ->
                  fields.fault(
                      "commentRevision",
                      revision.toString(),
                      "a revision that made a text, such as " + there.shown().revision()));
      WorkDoor.refuse(fields);
      List<Step> row =
          door.done(
              act,
              asked.comment(),
              consultation,
              Treating.of(
                  asked.ofRevision().orElse(there.shown().revision()), changes, asked.seen()));
      return new ResultView(asked.comment(), 200, row.isEmpty() ? 0 : row.getLast().number(), null);
    } catch (RefusedException e) {
      return new ResultView(asked.comment(), e.problem().status(), null, e.problem());
    }
  }

  /** What came of it, comment by comment. */
  record BulkView(String consultation, List<String> notices, List<ResultView> results) {}

  /**
   * What came of one comment.
   *
   * @param status as the door of the one comment would have answered
   * @param revision of the work, as it then stands
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ResultView(
      String comment, int status, @Nullable Integer revision, @Nullable Problem problem) {}
}
