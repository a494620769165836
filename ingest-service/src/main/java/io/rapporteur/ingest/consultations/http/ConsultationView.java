package io.rapporteur.ingest.consultations.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.consultations.Consultation;
import io.rapporteur.ingest.consultations.Consultation.Edition;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Role;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A consultation as a caller may see it: an extension for one participant is shown to that
 * participant, as {@code closesForYou}, and to the secretariat; an edition for participants to all
 * who sign in.
 *
 * @param visibility {@code sealed} or {@code as-received}
 * @param forParticipants those of the editions that everyone does not read yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsultationView(
    String id,
    Map<String, String> titles,
    List<String> documents,
    int round,
    Instant opensAt,
    Instant closesAt,
    String zone,
    @Nullable Instant closesForYou,
    @Nullable Map<String, Instant> extendedFor,
    String visibility,
    List<String> editions,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> forParticipants) {

  static ConsultationView of(Consultation consultation, Caller caller) {
    boolean signedIn = caller.role() != Role.PUBLIC;
    return new ConsultationView(
        consultation.id(),
        consultation.titles(),
        consultation.documents(),
        consultation.round(),
        consultation.opensAt(),
        consultation.closesAt(),
        consultation.zone(),
        caller.participant().map(consultation::closesFor).orElse(null),
        caller.isSecretariat() ? consultation.extendedFor() : null,
        consultation.asReceived() ? Consultation.AS_RECEIVED : Consultation.SEALED,
        names(consultation, edition -> edition.open() || signedIn),
        names(consultation, edition -> !edition.open() && signedIn));
  }

  /** What is answered once a change was decided on. */
  static ConsultationView decided(
      Decided decided, Supplier<Consultation> consultation, Caller caller) {
    return switch (decided) {
      case COUNTED -> of(consultation.get(), caller);
      case KEY_REUSED ->
          throw new RefusedException(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "Idempotency-Key: used before for another request (expected: a new key for a new"
                  + " request)");
      case OVERTAKEN ->
          throw new RefusedException(
              ProblemType.REVISION_CONFLICT,
              "Another change of this consultation came first; look at it and ask again.");
    };
  }

  private static List<String> names(Consultation consultation, Predicate<Edition> shown) {
    return consultation.editions().stream().filter(shown).map(Edition::name).toList();
  }
}
