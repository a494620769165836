package io.rapporteur.ingest.participants.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.groups.Groups;
import io.rapporteur.ingest.http.Requests;
import io.rapporteur.ingest.participants.Participant;
import io.rapporteur.ingest.participants.ParticipantPolicy;
import io.rapporteur.ingest.participants.Participants;
import io.rapporteur.ingest.participants.Recorded;
import io.rapporteur.schemas.audit.Note;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IfMatch;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.names.PrintedOrder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who may comment: public, recorded by the secretariat. */
@RestController
@RequestMapping("/api/v1/participants")
public final class ParticipantsResource {

  private static final int LARGEST_BODY = 64 * 1024;

  private final Participants participants;
  private final Groups groups;
  private final Requests requests;

  /** Puts the door together. */
  public ParticipantsResource(Participants participants, Groups groups, Requests requests) {
    this.participants = participants;
    this.groups = groups;
    this.requests = requests;
  }

  /**
   * All of them, in the house order.
   *
   * @param language by whose short names they are filed
   */
  @GetMapping
  Map<String, List<ParticipantView>> all(@RequestParam(defaultValue = "en") String language) {
    if (!ParticipantPolicy.LANGUAGES.contains(language)) {
      throw new RefusedException(
          List.of(
              Fault.of(
                  "language",
                  language,
                  "one of " + String.join(", ", ParticipantPolicy.LANGUAGES))));
    }
    return Map.of(
        "participants",
        participants.all().stream().sorted(order(language)).map(ParticipantView::of).toList());
  }

  private static Comparator<Participant> order(String language) {
    return new PrintedOrder(language)
        .by(
            Participant::participantClass,
            each -> Objects.requireNonNull(each.names().get(language)).shortName(),
            Participant::code);
  }

  @GetMapping("/{code}")
  ResponseEntity<ParticipantView> one(@PathVariable String code) {
    var standing = participants.recorded(code);
    if (standing.isEmpty() && participants.catchUp()) {
      standing = participants.recorded(code);
    }
    return shown(
        ResponseEntity.ok(),
        standing.orElseThrow(
            () ->
                new RefusedException(
                    ProblemType.NOT_FOUND, "There is no participant " + code + ".")));
  }

  /** Creates a participant, or changes the card that {@code If-Match} names. */
  @PutMapping("/{code}")
  ResponseEntity<ParticipantView> put(
      @PathVariable String code,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    var fields = new Fields(RequestBody.object(http, LARGEST_BODY));
    if (!participants.catchUp()) {
      throw new RefusedException(
          ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
    }
    Participant card = ParticipantFields.card(code, fields, groups);
    Request request =
        requests.of(
            http,
            response,
            authentication,
            Map.of("act", "record-participant", "card", ParticipantFields.canonical(card)));
    // What stands is looked at first: it holds no try that is not found after it.
    int standing = participants.recorded(code).map(Recorded::revision).orElse(0);
    Optional<Decided> earlier =
        fields.faults().isEmpty() ? participants.earlier(code, request) : Optional.empty();
    return switch (earlier.orElseGet(() -> record(card, standing, fields, http, request))) {
      case COUNTED -> {
        Note.of("record-participant", code);
        Recorded recorded = participants.recorded(code).orElseThrow();
        yield shown(
            recorded.revision() == 1
                ? ResponseEntity.created(URI.create("/api/v1/participants/" + code))
                : ResponseEntity.ok(),
            recorded);
      }
      case KEY_REUSED ->
          throw new RefusedException(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "Idempotency-Key: used before for another request (expected: a new key for a new"
                  + " request)");
      case OVERTAKEN -> throw conflict(code);
    };
  }

  private Decided record(
      Participant card, int standing, Fields fields, HttpServletRequest http, Request request) {
    ParticipantFields.refuse(
        card, fields, participants.participant(card.code()), participants.all());
    // A new participant needs no If-Match.
    if ((standing > 0 || http.getHeader("If-Match") != null)
        && IfMatch.revision(http) != standing) {
      throw conflict(card.code());
    }
    return participants.append(card, standing, request);
  }

  private static RefusedException conflict(String code) {
    return new RefusedException(
        ProblemType.REVISION_CONFLICT,
        "Another card of " + code + " stands; look at it and ask again.");
  }

  private static ResponseEntity<ParticipantView> shown(
      ResponseEntity.BodyBuilder answer, Recorded recorded) {
    return answer.eTag("\"" + recorded.revision() + "\"").body(ParticipantView.of(recorded.card()));
  }

  /** A participant as it is shown. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ParticipantView(
      String code,
      @com.fasterxml.jackson.annotation.JsonProperty("class") String participantClass,
      @Nullable String regionalGroup,
      String admittedAs,
      Map<String, NameView> names,
      @Nullable String validFrom) {

    static ParticipantView of(Participant participant) {
      return new ParticipantView(
          participant.code(),
          participant.participantClass(),
          participant.regionalGroup(),
          participant.admittedAs(),
          participant.names().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      e -> new NameView(e.getValue().shortName(), e.getValue().formal()))),
          participant.validFrom());
    }
  }

  /** Names in one language. */
  record NameView(
      @com.fasterxml.jackson.annotation.JsonProperty("short") String shortName, String formal) {}
}
