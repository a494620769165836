package io.rapporteur.ingest.consultations.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.ingest.consultations.Audience;
import io.rapporteur.ingest.consultations.Consultation;
import io.rapporteur.ingest.consultations.Consultation.Edition;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsultationViewTest {

  private static final Consultation CONSULTATION =
      new Consultation(
          "k",
          Map.of("en", "T"),
          List.of("doc"),
          Map.of(),
          1,
          Instant.EPOCH,
          Instant.EPOCH,
          "UTC",
          Map.of(),
          List.of(
              new Edition("first", Instant.EPOCH, Audience.PARTICIPANTS, true),
              new Edition("Add.1", Instant.EPOCH, Audience.PARTICIPANTS, false)),
          Map.of(),
          false,
          4);

  @Test
  void thePublicIsNotToldOfAnEditionForParticipants() {
    ConsultationView view = ConsultationView.of(CONSULTATION, Caller.of(null));

    assertThat(view.editions()).containsExactly("first");
    assertThat(view.forParticipants()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, names = "PUBLIC", mode = EnumSource.Mode.EXCLUDE)
  void whoeverSignsInIsToldOfItAndForWhomItIs(Role role) {
    ConsultationView view =
        ConsultationView.of(CONSULTATION, new Caller(role, "account", Optional.empty(), Set.of()));

    assertThat(view.editions()).containsExactly("first", "Add.1");
    assertThat(view.forParticipants()).containsExactly("Add.1");
  }
}
