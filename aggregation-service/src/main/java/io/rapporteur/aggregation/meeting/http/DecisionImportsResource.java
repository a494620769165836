package io.rapporteur.aggregation.meeting.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.meeting.Act;
import io.rapporteur.aggregation.meeting.Decision;
import io.rapporteur.aggregation.meeting.ImportingDecisions;
import io.rapporteur.aggregation.meeting.ImportingDecisions.Fate;
import io.rapporteur.aggregation.meeting.ImportingDecisions.Told;
import io.rapporteur.aggregation.meeting.OfflineLine;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decisions that were noted offline in the room, as lines of JSON or as comma-separated values.
 * Without {@code confirm} it is only said what would come of each line.
 */
@RestController
@RequestMapping("/api/v1/decisions/imports")
public final class DecisionImportsResource {

  private static final int LARGEST_FILE = 2 * 1024 * 1024;

  private final MeetingDoor door;
  private final ImportingDecisions importing;

  /** Answers through this. */
  public DecisionImportsResource(MeetingDoor door, ImportingDecisions importing) {
    this.door = door;
    this.importing = importing;
  }

  /**
   * What came of a file, or would.
   *
   * @param counts lines by what comes of them
   */
  record ImportView(
      String consultation, boolean confirmed, Map<String, Integer> counts, List<LineView> lines) {}

  /**
   * What came of a line, or would.
   *
   * @param fate new, taken, unchanged or faulty
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LineView(
      int line,
      String fate,
      @Nullable String entry,
      @Nullable String decision,
      List<Fault> errors) {

    static LineView of(Told told) {
      Optional<Decision> decision = told.line().decision();
      return new LineView(
          told.line().number(),
          told.fate().name().toLowerCase(Locale.ROOT),
          decision.map(Decision::entry).filter(id -> !id.isEmpty()).orElse(null),
          decision.map(d -> d.kind().word()).orElse(null),
          told.faults());
    }
  }

  @PostMapping
  ResponseEntity<ImportView> take(
      @RequestParam String consultation,
      @RequestParam(defaultValue = "false") boolean confirm,
      HttpServletRequest request,
      Authentication authentication)
      throws IOException {
    Caller caller = MeetingDoor.caller(authentication);
    Consultation of = door.consultation(consultation);
    OfflineFile file = OfflineFile.of(request.getContentType());
    byte[] bytes = RequestBody.bytes(request, LARGEST_FILE);
    Instant now = door.now();
    MeetingFields read = door.reading(of, now);
    List<OfflineLine> lines = new ArrayList<>();
    for (OfflineFile.Row row : file.rows(bytes)) {
      lines.add(line(row, read));
    }
    if (lines.isEmpty()) {
      throw new RefusedException(List.of(Fault.of("file", "no lines", "a decision a line")));
    }
    Act act = MeetingDoor.act(caller, "file", now, Map.of());
    List<Told> told =
        confirm ? importing.take(act, of.id(), lines) : importing.look(act, of.id(), lines);
    Map<String, Integer> counts = new TreeMap<>();
    for (Fate fate : Fate.values()) {
      counts.put(fate.name().toLowerCase(Locale.ROOT), 0);
    }
    told.forEach(
        each -> counts.merge(each.fate().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
    return MeetingDoor.answer(
        new ImportView(of.id(), confirm, counts, told.stream().map(LineView::of).toList()),
        door.meeting(of.id()),
        caller);
  }

  private static OfflineLine line(OfflineFile.Row row, MeetingFields read) {
    ObjectNode object;
    try {
      object = row.object();
    } catch (RefusedException e) {
      Fault unread = Fault.of("line", "not JSON", "one JSON object, no key twice");
      return new OfflineLine(
          row.number(), Map.of(), Optional.empty(), Instant.EPOCH, List.of(unread));
    }
    var fields = new Fields(object);
    Decision decision = read.decision(fields, "");
    Optional<Instant> decidedAt = read.time(fields, "decidedAt");
    if (decidedAt.isEmpty() && object.get("decidedAt") == null) {
      fields.fault("decidedAt", "missing", "when it was decided, such as 2021-04-07T18:00");
    }
    fields.refuseOthers();
    return new OfflineLine(
        row.number(),
        Map.of("line", object),
        Optional.of(decision),
        decidedAt.orElse(Instant.EPOCH),
        fields.faults());
  }

  static RefusedException unsupported(@Nullable String type) {
    return new RefusedException(
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        "Content-Type: " + type + " (expected: application/x-ndjson or text/csv)");
  }
}
