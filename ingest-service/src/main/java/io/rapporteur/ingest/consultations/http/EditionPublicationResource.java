package io.rapporteur.ingest.consultations.http;

import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.consultations.Audience;
import io.rapporteur.ingest.consultations.Consultation;
import io.rapporteur.ingest.consultations.Consultations;
import io.rapporteur.ingest.consultations.EditionPolicy;
import io.rapporteur.ingest.consultations.EditionPolicy.Asked;
import io.rapporteur.ingest.consultations.EditionPolicy.Verdict;
import io.rapporteur.ingest.http.Requests;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Editions of the comments are published here, and opened to everyone, by the secretariat. */
@RestController
@RequestMapping("/api/v1/consultations/{id}/publication")
public final class EditionPublicationResource {

  private static final int LARGEST_BODY = 64 * 1024;
  private static final TextLimit NAME = TextLimit.characters(200);
  private static final TextLimit REASON = TextLimit.characters(2_000);

  private static final Map<String, Audience> AUDIENCES =
      new TreeMap<>(
          Map.of(
              Audience.EVERYONE.word(), Audience.EVERYONE,
              Audience.PARTICIPANTS.word(), Audience.PARTICIPANTS));

  private final Consultations consultations;
  private final Requests requests;

  /** Puts the door together. */
  public EditionPublicationResource(Consultations consultations, Requests requests) {
    this.consultations = consultations;
    this.requests = requests;
  }

  @PostMapping
  ConsultationView publish(
      @PathVariable String id,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    Asked asked = asked(new Fields(RequestBody.object(http, LARGEST_BODY)));
    find(id);
    if (!consultations.catchUp()) {
      throw behind();
    }
    Consultation consultation = find(id);
    Request request = requests.of(http, response, authentication, canonical(id, asked));
    Decided decided =
        consultations
            .earlier(id, request)
            .orElseGet(
                () ->
                    switch (EditionPolicy.judge(consultation, asked, request.at())) {
                      case Verdict.Stands stands -> Decided.COUNTED;
                      case Verdict.Due due ->
                          consultations.append(id, consultation.revision(), due.change(), request);
                      case Verdict.Faulty faulty ->
                          throw new RefusedException(List.of(faulty.fault()));
                      case Verdict.OpenAlready open ->
                          throw new RefusedException(
                              ProblemType.ALREADY_EXISTS,
                              "audience: everyone (expected: an edition that only participants"
                                  + " read; %s is open to everyone)".formatted(asked.edition()));
                      case Verdict.RoundStillOpen open ->
                          throw new RefusedException(
                              ProblemType.ROUND_STILL_OPEN,
                              "The last deadline is %s; publish 60 s after it, or give a reason."
                                  .formatted(consultation.closesForAnyone()));
                    });
    return ConsultationView.decided(decided, () -> find(id), Caller.of(authentication));
  }

  private static Asked asked(Fields fields) {
    String edition = fields.text("edition", NAME);
    Optional<String> reason = fields.optionalText("reason", REASON);
    Optional<String> corrects = fields.optionalText("corrects", NAME);
    Optional<Audience> audience = fields.optionalWord("audience", AUDIENCES);
    if (edition.equals(Consultation.AS_RECEIVED)) {
      fields.fault("edition", edition, "another name");
    }
    fields.refuseOthers();
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
    return new Asked(edition, audience, reason, corrects);
  }

  private static Map<String, Object> canonical(String id, Asked asked) {
    Map<String, Object> canonical = new TreeMap<>();
    canonical.put("act", "publish");
    canonical.put("consultation", id);
    canonical.put("edition", asked.edition());
    asked.corrects().ifPresent(name -> canonical.put("corrects", name));
    asked.audience().ifPresent(audience -> canonical.put("audience", audience.word()));
    return canonical;
  }

  private Consultation find(String id) {
    Optional<Consultation> found = consultations.consultation(id);
    if (found.isEmpty() && consultations.catchUp()) {
      found = consultations.consultation(id);
    }
    return found.orElseThrow(
        () -> new RefusedException(ProblemType.NOT_FOUND, "There is no consultation " + id + "."));
  }

  private static RefusedException behind() {
    return new RefusedException(
        ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
  }
}
