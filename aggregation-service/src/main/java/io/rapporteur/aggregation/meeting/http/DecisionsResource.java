package io.rapporteur.aggregation.meeting.http;

import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.meeting.Decision;
import io.rapporteur.aggregation.meeting.Judgement;
import io.rapporteur.aggregation.meeting.Judging;
import io.rapporteur.aggregation.meeting.Kind;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.MeetingOutcome;
import io.rapporteur.aggregation.meeting.StatusLine;
import io.rapporteur.aggregation.meeting.Step;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.IfMatch;
import io.rapporteur.schemas.http.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * The decisions of the meeting: the chair, or the secretariat for it, records them, corrects them
 * by further ones, and shows them; others read what was shown.
 */
@RestController
@RequestMapping("/api/v1/decisions")
public final class DecisionsResource {

  private static final int MOST_AT_ONCE = 500;
  private static final int MOST_ENTRIES = 2_000;

  private final MeetingDoor door;

  /** Answers through this. */
  public DecisionsResource(MeetingDoor door) {
    this.door = door;
  }

  @GetMapping
  ResponseEntity<MeetingView> decisions(
      @RequestParam String consultation,
      @RequestParam(required = false) @Nullable String language,
      @Nullable Authentication authentication) {
    Caller caller = MeetingDoor.caller(authentication);
    String page = MeetingDoor.language(language);
    Instant now = door.now();
    Meeting meeting = door.look(consultation, caller, Meeting::showsDecisions);
    ZoneId zone = door.zone(consultation);
    var status =
        new MeetingView.StatusView(
            now, zone.getId(), StatusLine.of(now, zone, page), meeting.shownAt().orElse(null));
    return MeetingDoor.answer(
        making(meeting, caller, page, true).decisions(status), meeting, caller);
  }

  @PostMapping
  ResponseEntity<ActView> decide(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode body = RequestBody.object(request, EntriesResource.LARGEST_BODY);
    var fields = new Fields(body);
    Consultation consultation = door.consultation(fields);
    Instant now = door.now();
    MeetingFields read = door.reading(consultation, now);
    List<Decision> decisions = new ArrayList<>();
    for (Fields each : fields.objects("decisions", MOST_AT_ONCE)) {
      decisions.add(read.decision(each, "decisions[" + decisions.size() + "]."));
      each.refuseOthers();
    }
    if (decisions.isEmpty()) {
      fields.fault("decisions", "none", "at least one");
    }
    Instant decidedAt = read.time(fields, "decidedAt").orElse(now);
    boolean shown = fields.flag("shown", false);
    fields.refuseOthers();
    MeetingDoor.refuse(fields);
    // What is new from the floor is on nothing that anyone could have seen otherwise.
    boolean onlyNew = decisions.stream().allMatch(d -> d.kind() == Kind.NEW_FROM_THE_FLOOR);
    Optional<Integer> seen = onlyNew ? Optional.empty() : Optional.of(IfMatch.revision(request));
    return act(
        authentication,
        key,
        now,
        "decide",
        body,
        consultation,
        Judging.deciding(decisions, decidedAt, shown, seen),
        201);
  }

  @PostMapping("/corrections")
  ResponseEntity<ActView> correct(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode body = RequestBody.object(request, EntriesResource.LARGEST_BODY);
    int seen = IfMatch.revision(request);
    var fields = new Fields(body);
    Consultation consultation = door.consultation(fields);
    Instant now = door.now();
    MeetingFields read = door.reading(consultation, now);
    String entry = read.entry(fields.text("entry", MeetingDoor.NAME));
    int corrects =
        fields
            .optionalNumber("corrects")
            .orElseGet(
                () -> {
                  fields.fault("corrects", "missing", "the revision that recorded the decision");
                  return 0;
                });
    String reason = fields.text("reason", MeetingDoor.REASON);
    Optional<Decision> instead =
        fields
            .object("instead")
            .map(
                within -> {
                  Decision decision = read.decision(within, "instead.");
                  within.refuseOthers();
                  return decision.entry().isEmpty()
                      ? new Decision(
                          entry,
                          decision.kind(),
                          decision.wording(),
                          decision.into(),
                          decision.parts(),
                          decision.note())
                      : decision;
                });
    Instant decidedAt = read.time(fields, "decidedAt").orElse(now);
    fields.refuseOthers();
    MeetingDoor.refuse(fields);
    return act(
        authentication,
        key,
        now,
        "correct",
        body,
        consultation,
        Judging.correcting(new Step.Corrected(entry, corrects, reason, instead, decidedAt), seen),
        201);
  }

  @PostMapping("/shown")
  ResponseEntity<ActView> show(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode body = RequestBody.object(request, EntriesResource.LARGEST_BODY);
    var fields = new Fields(body);
    Consultation consultation = door.consultation(fields);
    Instant now = door.now();
    MeetingFields read = door.reading(consultation, now);
    List<String> entries =
        fields.texts("entries", MOST_ENTRIES, MeetingDoor.NAME).stream().map(read::entry).toList();
    boolean statements = fields.flag("statements", false);
    fields.refuseOthers();
    MeetingDoor.refuse(fields);
    Optional<Step.Shown> what =
        entries.isEmpty() && !statements
            ? Optional.empty()
            : Optional.of(new Step.Shown(entries, statements));
    return act(authentication, key, now, "show", body, consultation, Judging.showing(what), 200);
  }

  private ResponseEntity<ActView> act(
      Authentication authentication,
      String key,
      Instant now,
      String what,
      ObjectNode body,
      Consultation consultation,
      Function<Meeting, Judgement> judging,
      int status) {
    Caller caller = MeetingDoor.caller(authentication);
    Map<String, Object> said = Map.of("act", what, "body", body);
    MeetingOutcome.Counted counted =
        door.done(MeetingDoor.act(caller, key, now, said), consultation.id(), judging);
    return MeetingDoor.answer(
        ResponseEntity.status(status),
        ActView.of(counted.step(), making(counted.meeting(), caller, "en", false)),
        counted.meeting(),
        caller);
  }

  private MeetingView.Making making(Meeting meeting, Caller caller, String page, boolean comments) {
    Consultation consultation = door.consultation(meeting.consultation());
    HouseOrder order = door.order(page);
    return new MeetingView.Making(
        consultation,
        meeting,
        caller,
        door.items(consultation),
        order,
        comments ? door.comments(consultation, caller, order) : Optional.empty());
  }
}
