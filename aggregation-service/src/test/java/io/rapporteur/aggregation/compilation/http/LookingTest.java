package io.rapporteur.aggregation.compilation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.CompilationsInMemory;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Moment;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.paper.Sample;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Role;
import io.rapporteur.schemas.http.RefusedException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LookingTest {

  private static final Caller PUBLIC = Caller.of(null);
  private static final Moment FIRST = new Moment.Edition("first");

  private final CompilationsInMemory compilations = new CompilationsInMemory();
  private final Looking looking = new Looking(compilations, Clock.systemUTC());

  private static Caller caller(Role role) {
    return new Caller(
        role, "account", role == Role.DELEGATION ? Optional.of("cl") : Optional.empty(), Set.of());
  }

  private Consultation consultation() {
    return compilations.consultations().getFirst();
  }

  private Sight now(Caller caller) {
    return looking.look(consultation(), caller, new Moment.Now(), "asOf").sight();
  }

  private static List<Comment> comments() {
    return List.of(
        Sample.comment(
            "1", "br", "member-state", Optional.of(Sample.ITEM_A), Sample.content("en", "text")));
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, names = "PUBLIC", mode = EnumSource.Mode.EXCLUDE)
  void whoeverSignsInReadsAnEditionForParticipants(Role role) {
    compilations.share("first", comments());
    Caller caller = caller(role);

    assertThat(looking.editions(consultation(), caller)).hasSize(1);
    assertThat(looking.manifest(consultation(), caller, "first")).isPresent();
    assertThat(now(caller).edition()).contains("first");
    Sight edition = looking.look(consultation(), caller, FIRST, "asOf").sight();
    assertThat(edition.visibility()).isEqualTo("participants");
    assertThat(edition.comments()).hasSize(1);
    assertThat(looking.lastWhole(consultation(), caller).orElseThrow().audience())
        .isEqualTo(Audience.PARTICIPANTS);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"DELEGATION", "CHAIR", "RAPPORTEUR", "BUREAU"})
  void whoeverSignsInReadsItInTheCompilationToo(Role role) {
    compilations.share("first", comments());

    assertThat(now(caller(role)).visibility()).isEqualTo("participants");
    assertThat(now(caller(role)).comments()).hasSize(1);
  }

  @Test
  void thePublicReadsNothingOfItAndIsAnsweredAsIfItWereNotThere() {
    String unknown = refused();
    compilations.share("first", comments());

    assertThat(now(PUBLIC).visibility()).isEqualTo("sealed");
    assertThat(now(PUBLIC).comments()).isEmpty();
    assertThat(looking.editions(consultation(), PUBLIC)).isEmpty();
    assertThat(looking.manifest(consultation(), PUBLIC, "first")).isEmpty();
    assertThat(looking.lastWhole(consultation(), PUBLIC)).isEmpty();
    assertThat(looking.lastWholeEdition(consultation(), Audience.EVERYONE)).isEmpty();
    assertThat(refused()).isEqualTo(unknown);
  }

  private String refused() {
    return catchThrowableOfType(
            RefusedException.class, () -> looking.look(consultation(), PUBLIC, FIRST, "asOf"))
        .problem()
        .toString();
  }

  @Test
  void thePublicReadsTheOneBeforeUntilItIsOpened() {
    compilations.publish("first", comments());
    compilations.share("second", comments());

    assertThat(now(PUBLIC).edition()).contains("first");
    assertThat(now(caller(Role.BUREAU)).edition()).contains("second");

    compilations.publish("second", comments());

    assertThat(now(PUBLIC).edition()).contains("second");
    assertThat(now(caller(Role.BUREAU)).visibility()).isEqualTo("published");
  }
}
