package io.rapporteur.ingest.consultations.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.ingest.consultations.Consultation;
import io.rapporteur.ingest.consultations.Consultation.Edition;
import io.rapporteur.schemas.access.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A consultation as a caller may see it: an extension for one participant is shown to that
 * participant, as {@code closesForYou}, and to the secretariat.
 *
 * @param visibility {@code sealed} or {@code as-received}
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
    List<String> editions) {

  static ConsultationView of(Consultation consultation, Caller caller) {
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
        consultation.editions().stream().map(Edition::name).toList());
  }
}
