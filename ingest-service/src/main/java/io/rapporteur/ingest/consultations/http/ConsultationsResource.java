package io.rapporteur.ingest.consultations.http;

import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.consultations.Change;
import io.rapporteur.ingest.consultations.Consultation;
import io.rapporteur.ingest.consultations.Consultations;
import io.rapporteur.ingest.documents.Documents;
import io.rapporteur.ingest.documents.Recommendation;
import io.rapporteur.ingest.http.Requests;
import io.rapporteur.ingest.participants.Participants;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.deadline.TimeInZone;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Consultations are opened and extended here; everyone may read them. */
@RestController
@RequestMapping("/api/v1/consultations")
public final class ConsultationsResource {

  private static final int LARGEST_BODY = 64 * 1024;
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final TextLimit NAME = TextLimit.characters(200);
  private static final TextLimit TITLE = TextLimit.characters(2_000);
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
  private static final int FIRST_ROUND = 1;
  private static final List<String> LANGUAGES = List.of("ar", "zh", "en", "fr", "ru", "es");

  private static final Map<String, Boolean> VISIBILITY =
      new TreeMap<>(Map.of(Consultation.SEALED, false, Consultation.AS_RECEIVED, true));

  private final Consultations consultations;
  private final Documents documents;
  private final Participants participants;
  private final Requests requests;

  /** Puts the door together. */
  public ConsultationsResource(
      Consultations consultations,
      Documents documents,
      Participants participants,
      Requests requests) {
    this.consultations = consultations;
    this.documents = documents;
    this.participants = participants;
    this.requests = requests;
  }

  @GetMapping
  Map<String, Object> all(@Nullable Authentication authentication) {
    Caller caller = Caller.of(authentication);
    return Map.of(
        "consultations",
        consultations.all().stream().map(c -> ConsultationView.of(c, caller)).toList());
  }

  @GetMapping("/{id}")
  ConsultationView one(@PathVariable String id, @Nullable Authentication authentication) {
    return ConsultationView.of(find(id), Caller.of(authentication));
  }

  @PostMapping
  ResponseEntity<ConsultationView> open(
      HttpServletRequest http, HttpServletResponse response, Authentication authentication)
      throws IOException {
    var fields = new Fields(RequestBody.object(http, LARGEST_BODY));
    String id = fields.text("id", NAME);
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      fields.fault("id", id, "small Latin letters, digits, dots and hyphens");
    }
    Map<String, String> titles = new LinkedHashMap<>();
    fields
        .object("titles")
        .ifPresent(
            each -> {
              LANGUAGES.forEach(
                  l -> each.optionalText(l, TITLE).ifPresent(text -> titles.put(l, text)));
              each.refuseOthers();
            });
    if (titles.isEmpty()) {
      fields.fault("titles", "missing", "a title in at least one language");
    }
    List<String> named = fields.texts("documents", 20, NAME);
    checkDocuments(id, named, fields);
    Instant now = requests.now();
    boolean asReceived = fields.optionalWord("visibility", VISIBILITY).orElse(false);
    Optional<ZoneId> zone = TimeInZone.zone(fields, "zone");
    Instant opensAt = TimeInZone.read(fields, "opensAt", zone).orElse(now);
    Optional<Instant> closesAt = TimeInZone.read(fields, "closesAt", zone);
    if (closesAt.isEmpty() || !closesAt.get().isAfter(opensAt)) {
      fields.fault(
          "closesAt", closesAt.map(Instant::toString).orElse("missing"), "later than " + opensAt);
    }
    fields.refuseOthers();
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
    Map<String, Object> asked = new TreeMap<>();
    asked.put("act", "open");
    asked.put("id", id);
    asked.put("titles", titles);
    asked.put("documents", named);
    asked.put("closesAt", closesAt.orElseThrow().toString());
    asked.put("zone", zone.orElse(UTC).getId());
    if (asReceived) {
      asked.put("visibility", Consultation.AS_RECEIVED);
    }
    Request request = requests.of(http, response, authentication, asked);
    Change.Open change =
        new Change.Open(
            titles,
            named,
            places(named),
            FIRST_ROUND,
            opensAt,
            closesAt.get(),
            zone.orElse(UTC).getId(),
            asReceived);
    Decided decided =
        consultations
            .earlier(id, request)
            .orElseGet(() -> consultations.append(id, 0, change, request));
    if (decided == Decided.OVERTAKEN) {
      throw new RefusedException(
          ProblemType.ALREADY_EXISTS, "id: " + id + " (expected: an id that is not taken)");
    }
    return ResponseEntity.created(URI.create("/api/v1/consultations/" + id))
        .body(view(id, decided, authentication));
  }

  @PostMapping("/{id}/extensions")
  ConsultationView extend(
      @PathVariable String id,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    var fields = new Fields(RequestBody.object(http, LARGEST_BODY));
    Consultation consultation = find(id);
    Optional<Instant> closesAt =
        TimeInZone.read(fields, "closesAt", Optional.of(ZoneId.of(consultation.zone())));
    Optional<String> participant = fields.optionalText("participant", NAME);
    participant
        .filter(code -> participants.participant(code).isEmpty())
        .ifPresent(code -> fields.fault("participant", code, "code of a participant"));
    String reason = fields.text("reason", TITLE);
    Map<String, Object> asked = new TreeMap<>();
    asked.put("act", "extend");
    asked.put("consultation", id);
    closesAt.ifPresent(at -> asked.put("closesAt", at.toString()));
    participant.ifPresent(code -> asked.put("participant", code));
    asked.put("reason", reason);
    Request request = requests.of(http, response, authentication, asked);
    Optional<Decided> earlier = consultations.earlier(id, request);
    if (earlier.isPresent()) {
      return view(id, earlier.get(), authentication);
    }
    Instant standing = participant.map(consultation::closesFor).orElse(consultation.closesAt());
    if (closesAt.isEmpty() || !closesAt.get().isAfter(standing)) {
      fields.fault(
          "closesAt", closesAt.map(Instant::toString).orElse("missing"), "later than " + standing);
    }
    fields.refuseOthers();
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
    Change change = new Change.Extend(participant, closesAt.orElseThrow(), reason);
    return view(
        id, consultations.append(id, consultation.revision(), change, request), authentication);
  }

  private Map<String, Integer> places(List<String> named) {
    Map<String, Integer> places = new LinkedHashMap<>();
    named.forEach(document -> places.put(document, documents.places(document)));
    return places;
  }

  private void checkDocuments(String id, List<String> named, Fields fields) {
    if (named.isEmpty()) {
      fields.fault("documents", "missing", "at least one document whose items are published");
    }
    Map<String, String> shortNames = new HashMap<>();
    for (int i = 0; i < named.size(); i++) {
      String document = named.get(i);
      List<Recommendation> published = documents.published(document);
      if (published.isEmpty()) {
        fields.fault("documents[" + i + "]", document, "a document whose items are published");
      }
      published.stream()
          .map(Recommendation::shortName)
          .filter(name -> !name.isEmpty())
          .findFirst()
          .filter(name -> !document.equals(shortNames.computeIfAbsent(name, n -> document)))
          .ifPresent(
              name ->
                  fields.fault(
                      "documents", document, "a short name of its own, and not also " + name));
      consultations.all().stream()
          .filter(other -> !other.id().equals(id) && other.documents().contains(document))
          .findFirst()
          .ifPresent(
              other ->
                  fields.fault(
                      "documents", document, "not in another consultation, here " + other.id()));
    }
  }

  private ConsultationView view(String id, Decided decided, Authentication authentication) {
    return ConsultationView.decided(decided, () -> find(id), Caller.of(authentication));
  }

  private Consultation find(String id) {
    var consultation = consultations.consultation(id);
    if (consultation.isEmpty() && consultations.catchUp()) {
      consultation = consultations.consultation(id);
    }
    return consultation.orElseThrow(
        () -> new RefusedException(ProblemType.NOT_FOUND, "There is no consultation " + id + "."));
  }
}
