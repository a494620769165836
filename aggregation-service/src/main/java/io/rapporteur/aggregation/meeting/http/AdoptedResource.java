package io.rapporteur.aggregation.meeting.http;

import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.meeting.Adopted;
import io.rapporteur.aggregation.meeting.Adopting;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.MeetingOutcome;
import io.rapporteur.aggregation.meeting.Step;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.IfMatch;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * The adopted list: chair or secretariat adopts it, and everyone reads it from then on; its lineage
 * is for the two. Before the act there is nothing here, for anyone.
 */
@RestController
@RequestMapping("/api/v1/adopted/{consultation}")
public final class AdoptedResource {

  private static final int MOST_ITEMS = 2_000;

  /** Every text of the list in one record of the log. */
  private static final TextLimit TEXT = TextLimit.characters(20_000);

  private final MeetingDoor door;
  private final Lineage lineage;

  /** Answers through this. */
  public AdoptedResource(MeetingDoor door, Lineage lineage) {
    this.door = door;
    this.lineage = lineage;
  }

  @GetMapping
  ResponseEntity<AdoptedView> adopted(
      @PathVariable String consultation, @Nullable Authentication authentication) {
    return answer(
        ResponseEntity.ok(), door.adopted(consultation), MeetingDoor.caller(authentication));
  }

  @GetMapping("/lineage")
  ResponseEntity<Lineage.LineageView> lineage(
      @PathVariable String consultation, Authentication authentication) {
    Meeting meeting = door.adopted(consultation);
    Caller caller = MeetingDoor.caller(authentication);
    return MeetingDoor.answer(
        lineage.of(door.consultation(consultation), meeting, caller), meeting, caller);
  }

  @PostMapping
  ResponseEntity<AdoptedView> adopt(
      @PathVariable String consultation,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode body = RequestBody.object(request, EntriesResource.LARGEST_BODY);
    int seen = IfMatch.revision(request);
    Consultation of = door.consultation(consultation);
    var fields = new Fields(body);
    Instant now = door.now();
    MeetingFields read = door.reading(of, now);
    String language = MeetingFields.language(fields, "language");
    Instant adoptedAt = read.time(fields, "adoptedAt").orElse(now);
    fields.refuseOthers();
    MeetingDoor.refuse(fields);
    Caller caller = MeetingDoor.caller(authentication);
    MeetingOutcome.Counted counted =
        door.done(
            MeetingDoor.act(caller, key, now, Map.of("act", "adopt", "body", body, "of", of.id())),
            of.id(),
            Adopting.adopting(language, adoptedAt, seen));
    return answer(
        ResponseEntity.created(URI.create("/api/v1/adopted/" + of.id())),
        counted.meeting(),
        caller);
  }

  @PutMapping("/languages/{language}")
  ResponseEntity<AdoptedView> follow(
      @PathVariable String consultation,
      @PathVariable String language,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode body = RequestBody.object(request, EntriesResource.LARGEST_BODY);
    int seen = IfMatch.revision(request);
    Consultation of = door.consultation(consultation);
    MeetingDoor.language(language);
    var fields = new Fields(body);
    List<String> texts = fields.texts("texts", MOST_ITEMS, TEXT);
    fields.refuseOthers();
    MeetingDoor.refuse(fields);
    Caller caller = MeetingDoor.caller(authentication);
    MeetingOutcome.Counted counted =
        door.done(
            MeetingDoor.act(
                caller,
                key,
                door.now(),
                Map.of("act", "follow " + language, "body", body, "of", of.id())),
            of.id(),
            Adopting.following(language, texts, seen));
    return answer(ResponseEntity.ok(), counted.meeting(), caller);
  }

  @PostMapping("/corrections")
  ResponseEntity<AdoptedView> correct(
      @PathVariable String consultation,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode body = RequestBody.object(request, EntriesResource.LARGEST_BODY);
    int seen = IfMatch.revision(request);
    Consultation of = door.consultation(consultation);
    var fields = new Fields(body);
    String reason = fields.text("reason", MeetingDoor.REASON);
    List<Step.CorrectText> texts = new ArrayList<>();
    for (Fields each : fields.objects("texts", MOST_ITEMS)) {
      texts.add(
          new Step.CorrectText(
              each.optionalNumber("number").orElse(0),
              MeetingFields.language(each, "language"),
              each.text("text", TEXT)));
      each.refuseOthers();
    }
    fields.refuseOthers();
    MeetingDoor.refuse(fields);
    Caller caller = MeetingDoor.caller(authentication);
    MeetingOutcome.Counted counted =
        door.done(
            MeetingDoor.act(
                caller,
                key,
                door.now(),
                Map.of("act", "correct the list", "body", body, "of", of.id())),
            of.id(),
            Adopting.correcting(texts, reason, seen));
    return answer(
        ResponseEntity.created(URI.create("/api/v1/adopted/" + of.id())),
        counted.meeting(),
        caller);
  }

  private ResponseEntity<AdoptedView> answer(
      ResponseEntity.BodyBuilder answer, Meeting meeting, Caller caller) {
    Consultation consultation = door.consultation(meeting.consultation());
    Adopted adopted =
        meeting
            .adopted()
            .orElseThrow(
                () -> new RefusedException(List.of(Fault.of("list", "none", "an adopted one"))));
    return MeetingDoor.answer(
        answer,
        AdoptedView.of(consultation, adopted, meeting, door.items(consultation)),
        meeting,
        caller);
  }
}
