package io.rapporteur.aggregation.meeting.http;

import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.meeting.Card;
import io.rapporteur.aggregation.meeting.Entry;
import io.rapporteur.aggregation.meeting.Judgement;
import io.rapporteur.aggregation.meeting.Judging;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.MeetingOutcome;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.IfMatch;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * The consolidated draft: chair, rapporteur and secretariat propose its entries, and circulate it;
 * others read what was circulated.
 */
@RestController
@RequestMapping("/api/v1/entries")
public final class EntriesResource {

  /** What is written as one event stays below the largest record of the broker. */
  static final int LARGEST_BODY = 768 * 1024;

  private static final int MOST_AT_ONCE = 200;
  private static final int MOST_ENTRIES = 2_000;

  private final MeetingDoor door;

  /** Answers through this. */
  public EntriesResource(MeetingDoor door) {
    this.door = door;
  }

  @GetMapping
  ResponseEntity<MeetingView> draft(
      @RequestParam String consultation,
      @RequestParam(required = false) @Nullable String language,
      @Nullable Authentication authentication) {
    Caller caller = MeetingDoor.caller(authentication);
    String page = MeetingDoor.language(language);
    Meeting meeting = door.look(consultation, caller, m -> !m.pictures().isEmpty());
    return MeetingDoor.answer(making(meeting, caller, page, true).draft(), meeting, caller);
  }

  @GetMapping("/{id}")
  ResponseEntity<EntryView> entry(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String language,
      @Nullable Authentication authentication) {
    Caller caller = MeetingDoor.caller(authentication);
    String page = MeetingDoor.language(language);
    Function<Meeting, Optional<Entry>> seen =
        m ->
            MeetingDoor.leads(caller)
                ? m.entry(id)
                : m.pictures().stream().filter(e -> e.id().equals(id)).findFirst();
    Meeting meeting = door.look(consultation(id), caller, m -> seen.apply(m).isPresent());
    Entry entry = seen.apply(meeting).orElseThrow(MeetingDoor::missing);
    return MeetingDoor.answer(making(meeting, caller, page, true).alone(entry), meeting, caller);
  }

  @PostMapping
  ResponseEntity<ActView> propose(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode body = RequestBody.object(request, LARGEST_BODY);
    var fields = new Fields(body);
    Consultation consultation = door.consultation(fields);
    Instant now = door.now();
    MeetingFields read = door.reading(consultation, now);
    List<Card> cards = new ArrayList<>();
    for (Fields entry : fields.objects("entries", MOST_AT_ONCE)) {
      cards.add(read.card(entry, "entries[" + cards.size() + "].", "", true));
    }
    if (cards.isEmpty()) {
      fields.fault("entries", "none", "at least one");
    }
    fields.refuseOthers();
    MeetingDoor.refuse(fields);
    return act(
        authentication, key, now, "propose", body, consultation, Judging.proposing(cards), 201);
  }

  @PutMapping("/{id}")
  ResponseEntity<ActView> revise(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode body = RequestBody.object(request, LARGEST_BODY);
    int seen = IfMatch.revision(request);
    Consultation consultation = door.consultation(consultation(id));
    var fields = new Fields(body);
    Instant now = door.now();
    Card card = door.reading(consultation, now).card(fields, "", id, false);
    MeetingDoor.refuse(fields);
    return act(
        authentication,
        key,
        now,
        "revise " + id,
        body,
        consultation,
        Judging.revising(card, seen),
        200);
  }

  @DeleteMapping("/{id}")
  ResponseEntity<ActView> withdraw(
      @PathVariable String id,
      @RequestParam String reason,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication) {
    String key = IdempotencyKey.of(request, response);
    int seen = IfMatch.revision(request);
    Consultation consultation = door.consultation(consultation(id));
    MeetingDoor.REASON
        .fault(reason)
        .ifPresent(
            found -> {
              throw new RefusedException(
                  List.of(Fault.of("reason", found, MeetingDoor.REASON.expected())));
            });
    return act(
        authentication,
        key,
        door.now(),
        "withdraw " + id,
        reason,
        consultation,
        Judging.withdrawing(id, reason, seen),
        200);
  }

  @PostMapping("/order")
  ResponseEntity<ActView> order(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode body = RequestBody.object(request, LARGEST_BODY);
    int seen = IfMatch.revision(request);
    var fields = new Fields(body);
    Consultation consultation = door.consultation(fields);
    Instant now = door.now();
    MeetingFields read = door.reading(consultation, now);
    List<String> order =
        fields.texts("order", MOST_ENTRIES, MeetingDoor.NAME).stream().map(read::entry).toList();
    fields.refuseOthers();
    MeetingDoor.refuse(fields);
    return act(
        authentication, key, now, "order", body, consultation, Judging.ordering(order, seen), 200);
  }

  @PostMapping("/circulation")
  ResponseEntity<ActView> circulate(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode body = RequestBody.object(request, LARGEST_BODY);
    int seen = IfMatch.revision(request);
    var fields = new Fields(body);
    Consultation consultation = door.consultation(fields);
    Instant now = door.now();
    Optional<String> note = fields.optionalText("note", MeetingDoor.REASON);
    Optional<Instant> commentsUntil =
        door.reading(consultation, now).deadline(fields, "commentsUntil");
    fields.refuseOthers();
    MeetingDoor.refuse(fields);
    return act(
        authentication,
        key,
        now,
        "circulate",
        body,
        consultation,
        Judging.circulating(note, commentsUntil, seen),
        200);
  }

  private ResponseEntity<ActView> act(
      Authentication authentication,
      String key,
      Instant now,
      String what,
      Object body,
      Consultation consultation,
      Function<Meeting, Judgement> judging,
      int status) {
    Caller caller = MeetingDoor.caller(authentication);
    Map<String, Object> said = Map.of("act", what, "body", body, "of", consultation.id());
    MeetingOutcome.Counted counted =
        door.done(MeetingDoor.act(caller, key, now, said), consultation.id(), judging);
    var made = ActView.of(counted.step(), making(counted.meeting(), caller, "en", false));
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
    if (status == 201) {
      answer.location(URI.create("/api/v1/entries/" + made.entries().getFirst().id()));
    }
    return MeetingDoor.answer(answer, made, counted.meeting(), caller);
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

  /** The consultation of an entry; no id of one holds a slash. */
  private static String consultation(String id) {
    int end = id.lastIndexOf(".entry-");
    return end < 0 ? id : id.substring(0, end);
  }
}
