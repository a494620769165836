package io.rapporteur.ingest.groups.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.groups.Group;
import io.rapporteur.ingest.groups.Group.Speaker;
import io.rapporteur.ingest.groups.Groups;
import io.rapporteur.ingest.http.Requests;
import io.rapporteur.ingest.participants.Participants;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Groups are listed for all; the secretariat grants and ends the right to speak for one. */
@RestController
@RequestMapping("/api/v1/groups")
public final class GroupsResource {

  private static final int LARGEST_BODY = 16 * 1024;
  private static final TextLimit NAME = TextLimit.characters(200);
  private static final TextLimit REFERENCE = TextLimit.characters(2_000);

  private final Groups groups;
  private final Participants participants;
  private final Requests requests;

  /** Puts the door together. */
  public GroupsResource(Groups groups, Participants participants, Requests requests) {
    this.groups = groups;
    this.participants = participants;
    this.requests = requests;
  }

  @GetMapping
  Map<String, List<GroupView>> all(@Nullable Authentication authentication) {
    Caller caller = Caller.of(authentication);
    return Map.of(
        "groups", groups.all().stream().map(group -> GroupView.of(group, caller)).toList());
  }

  @PostMapping("/{code}/speakers")
  GroupView grant(
      @PathVariable String code,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    var fields = new Fields(RequestBody.object(http, LARGEST_BODY));
    Group group = find(code);
    String participant = fields.text("participant", NAME);
    if (!participant.isEmpty() && participants.participant(participant).isEmpty()) {
      fields.fault("participant", participant, "code of a participant");
    }
    Optional<Instant> from = fields.optionalInstant("from");
    Optional<Instant> until = fields.optionalInstant("until");
    if (until.isPresent() && !until.get().isAfter(from.orElse(requests.now()))) {
      fields.fault("until", until.get().toString(), "later than its beginning");
    }
    String reference = fields.text("reference", REFERENCE);
    fields.refuseOthers();
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
    Map<String, Object> asked = new TreeMap<>();
    asked.put("act", "grant");
    asked.put("group", code);
    asked.put("participant", participant);
    from.ifPresent(at -> asked.put("from", at.toString()));
    until.ifPresent(at -> asked.put("until", at.toString()));
    asked.put("reference", reference);
    Request request = requests.of(http, response, authentication, asked);
    return append(
        group.with(new Speaker(participant, from.orElse(request.at()), until, reference)),
        request,
        authentication);
  }

  @DeleteMapping("/{code}/speakers/{participant}")
  GroupView end(
      @PathVariable String code,
      @PathVariable String participant,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication) {
    find(code);
    Request request =
        requests.of(
            http,
            response,
            authentication,
            Map.of("act", "end", "group", code, "participant", participant));
    if (!groups.catchUp()) {
      throw new RefusedException(
          ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
    }
    // What stands is looked at first: it holds no try that is not found after it.
    Group group = find(code);
    if (groups.earlier(code, request).isEmpty() && !group.speaks(participant, request.at())) {
      throw new RefusedException(
          ProblemType.NOT_FOUND, participant + " has no right to speak for " + code + ".");
    }
    return append(group.ended(participant, request.at()), request, authentication);
  }

  private GroupView append(Group card, Request request, Authentication authentication) {
    Decided decided =
        groups.earlier(card.code(), request).orElseGet(() -> groups.append(card, request));
    return switch (decided) {
      case COUNTED -> GroupView.of(find(card.code()), Caller.of(authentication));
      case KEY_REUSED ->
          throw new RefusedException(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "Idempotency-Key: used before for another request (expected: a new key for a new"
                  + " request)");
      case OVERTAKEN ->
          throw new RefusedException(
              ProblemType.REVISION_CONFLICT,
              "Another change of this group came first; look at it and ask again.");
    };
  }

  private Group find(String code) {
    var group = groups.group(code);
    if (group.isEmpty() && groups.catchUp()) {
      group = groups.group(code);
    }
    return group.orElseThrow(
        () -> new RefusedException(ProblemType.NOT_FOUND, "There is no group " + code + "."));
  }

  /** A group as it is shown; who may speak for it is shown to the secretariat. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record GroupView(String code, Map<String, String> names, @Nullable List<SpeakerView> speakers) {

    static GroupView of(Group group, Caller caller) {
      return new GroupView(
          group.code(),
          group.names(),
          caller.isSecretariat() ? group.speakers().stream().map(SpeakerView::of).toList() : null);
    }
  }

  /** A right to speak. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SpeakerView(String participant, Instant from, @Nullable Instant until, String reference) {

    static SpeakerView of(Speaker speaker) {
      return new SpeakerView(
          speaker.participant(), speaker.from(), speaker.until().orElse(null), speaker.reference());
    }
  }
}
