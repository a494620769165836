package io.rapporteur.comments.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.rapporteur.comments.comment.BesideResolution.Files;
import io.rapporteur.comments.comment.BesideResolution.Resolved;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BesideResolutionTest {

  private static final Instant NOW = Instant.parse("2021-02-01T12:00:00Z");

  private final FixedConsultations consultations =
      new FixedConsultations(NOW, NOW).turnAway("atlantis").letSpeak("eg", "g77");
  private final KnownFiles files = KnownFiles.none().with("a").withWaiting("w");
  private final List<Fault> faults = new ArrayList<>();

  @Test
  void findsTheGroupTheParticipantsAndTheFilesThatAreMeant() {
    Resolved found =
        resolve(
            new Beside(Optional.of("g77"), List.of("cl", "ng", "cl"), List.of("a", "w")),
            Files.STANDING);

    assertThat(faults).isEmpty();
    assertThat(found.onBehalfOf()).contains("g77");
    assertThat(found.invited()).extracting(Author::participant).containsExactly("cl", "ng");
    assertThat(found.attachments()).extracting(Attachment::id).containsExactly("a", "w");
  }

  @Test
  void tellsOfAllThatIsNotThereAtOnceOnceTheLogIsRead() {
    resolve(
        new Beside(Optional.of("eu"), List.of("atlantis", "eg", "cl"), List.of("gone", "a")),
        Files.STANDING);

    assertThat(faults)
        .extracting(Fault::field, Fault::type)
        .containsExactly(
            tuple("onBehalfOf", "no-right-to-speak"),
            tuple("coSponsors[0]", "not-a-participant"),
            tuple("coSponsors[1]", "invalid-request"),
            tuple("attachments", "unknown-reference"));
    assertThat(consultations.caughtUp()).isTrue();
  }

  @Test
  void letsNobodySpeakForAGroupWhoseRightHasEndedElsewhere() {
    consultations.endElsewhere("eg", "g77");

    resolve(new Beside(Optional.of("g77"), List.of(), List.of()), Files.STANDING);

    assertThat(faults).extracting(Fault::type).containsExactly("no-right-to-speak");
  }

  @Test
  void believesNoRightWhileTheLogIsOutOfReach() {
    consultations.outOfReach();
    var forGroup = new Beside(Optional.of("g77"), List.of(), List.of());

    assertThatThrownBy(() -> resolve(forGroup, Files.STANDING))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.problem().status()).isEqualTo(503));
  }

  @Test
  void takesNoFileThatWaitsForItsVerdictWhereOnlyJudgedOnesAreTaken() {
    resolve(new Beside(Optional.empty(), List.of(), List.of("a", "w")), Files.JUDGED);

    assertThat(faults).singleElement().extracting(Fault::message).asString().contains("w (");
  }

  @Test
  void completesAnActWithTheFilesThatWereGoodWhenItWasPlanned() {
    files.refuse("a");
    var named = new Beside(Optional.empty(), List.of(), List.of("a"));

    assertThat(resolve(named, Files.ANY).attachments()).hasSize(1);
    assertThat(faults).isEmpty();
    assertThat(resolve(named, Files.STANDING).attachments()).isEmpty();
    assertThat(faults).hasSize(1);
  }

  private Resolved resolve(Beside named, Files which) {
    return new BesideResolution(consultations, files, NOW, which).resolve(named, "eg", faults::add);
  }
}
