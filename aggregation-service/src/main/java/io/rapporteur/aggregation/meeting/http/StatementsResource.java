package io.rapporteur.aggregation.meeting.http;

import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.meeting.Judgement;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.MeetingOutcome;
import io.rapporteur.aggregation.meeting.Statement;
import io.rapporteur.aggregation.meeting.Stating;
import io.rapporteur.aggregation.meeting.Step;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.ProblemType;
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
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Explanations of position and disassociations, recorded at the request of a participant; also
 * after the list was adopted.
 */
@RestController
@RequestMapping("/api/v1/decisions/statements")
public final class StatementsResource {

  private static final TextLimit TEXT = TextLimit.characters(20_000);
  private static final Map<String, Statement.Kind> KINDS = kinds();

  private final MeetingDoor door;

  /** Answers through this. */
  public StatementsResource(MeetingDoor door) {
    this.door = door;
  }

  /** The statements of the meeting as they stand. */
  record StatementsView(String consultation, int revision, List<StatementView> statements) {}

  private static Map<String, Statement.Kind> kinds() {
    Map<String, Statement.Kind> kinds = new LinkedHashMap<>();
    for (Statement.Kind kind : Statement.Kind.values()) {
      kinds.put(kind.word(), kind);
    }
    return kinds;
  }

  @PostMapping
  ResponseEntity<StatementsView> state(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode body = RequestBody.object(request, EntriesResource.LARGEST_BODY);
    var fields = new Fields(body);
    Consultation consultation = door.consultation(fields);
    Instant now = door.now();
    MeetingFields read = door.reading(consultation, now);
    Optional<String> entry = fields.optionalText("entry", MeetingDoor.NAME).map(read::entry);
    String participant = fields.text("participant", MeetingDoor.NAME);
    Optional<String> participantClass =
        participant.isBlank() ? Optional.empty() : door.participantClass(participant);
    if (participantClass.isEmpty()) {
      fields.fault(
          Fault.of(
              ProblemType.NOT_A_PARTICIPANT,
              "participant",
              participant,
              "code of a participant",
              List.of()));
    }
    Statement.Kind kind = fields.word("kind", KINDS, Statement.Kind.EXPLANATION_OF_POSITION);
    String text = fields.text("text", TEXT);
    String language = MeetingFields.language(fields, "language");
    Instant statedAt = read.time(fields, "statedAt").orElse(now);
    Optional<Integer> corrects = fields.optionalNumber("corrects");
    boolean shown = fields.flag("shown", false);
    fields.refuseOthers();
    MeetingDoor.refuse(fields);
    var statement =
        new Statement(
            0,
            entry,
            participant,
            participantClass.orElseThrow(),
            kind,
            text,
            language,
            statedAt,
            now);
    return act(
        authentication,
        key,
        now,
        "state",
        body,
        consultation,
        Stating.stating(new Step.Stated(statement, corrects, shown)));
  }

  @PostMapping("/withdrawals")
  ResponseEntity<StatementsView> takeBack(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode body = RequestBody.object(request, EntriesResource.LARGEST_BODY);
    var fields = new Fields(body);
    Consultation consultation = door.consultation(fields);
    int statement = fields.optionalNumber("statement").orElse(0);
    if (statement == 0) {
      fields.fault("statement", "missing", "id of a statement");
    }
    String reason = fields.text("reason", MeetingDoor.REASON);
    fields.refuseOthers();
    MeetingDoor.refuse(fields);
    return act(
        authentication,
        key,
        door.now(),
        "take back",
        body,
        consultation,
        Stating.takingBack(statement, reason));
  }

  private ResponseEntity<StatementsView> act(
      Authentication authentication,
      String key,
      Instant now,
      String what,
      ObjectNode body,
      Consultation consultation,
      Function<Meeting, Judgement> judging) {
    Caller caller = MeetingDoor.caller(authentication);
    Map<String, Object> said = Map.of("act", what, "body", body);
    MeetingOutcome.Counted counted =
        door.done(MeetingDoor.act(caller, key, now, said), consultation.id(), judging);
    var order = door.order("en");
    return MeetingDoor.answer(
        ResponseEntity.status(201),
        new StatementsView(
            consultation.id(),
            counted.step(),
            counted.meeting().statements().stream()
                .map(statement -> StatementView.of(statement, order))
                .toList()),
        counted.meeting(),
        caller);
  }
}
