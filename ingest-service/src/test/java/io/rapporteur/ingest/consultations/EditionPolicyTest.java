package io.rapporteur.ingest.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.ingest.consultations.Consultation.Edition;
import io.rapporteur.ingest.consultations.EditionPolicy.Asked;
import io.rapporteur.ingest.consultations.EditionPolicy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditionPolicyTest {

  private static final Instant CLOSES = Instant.parse("2021-02-01T00:00:00Z");
  private static final Instant AFTER = CLOSES.plus(Duration.ofHours(1));
  private static final Edition OPEN = new Edition("first", AFTER, Audience.EVERYONE, true);
  private static final Edition STAGED = new Edition("first", AFTER, Audience.PARTICIPANTS, false);
  private static final Edition OPENED = new Edition("first", AFTER, Audience.PARTICIPANTS, true);

  static Consultation consultation(boolean asReceived, Edition... editions) {
    return new Consultation(
        "k",
        Map.of("en", "T"),
        List.of("doc"),
        Map.of(),
        1,
        Instant.EPOCH,
        CLOSES,
        "UTC",
        Map.of(),
        List.of(editions),
        Map.of(),
        asReceived,
        1 + editions.length);
  }

  private static Asked asked(String edition, Audience audience) {
    return new Asked(edition, Optional.of(audience), Optional.empty(), Optional.empty());
  }

  private static Asked asked(String edition) {
    return new Asked(edition, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Asked correcting(String corrects, Optional<Audience> audience) {
    return new Asked("Corr.1", audience, Optional.empty(), Optional.of(corrects));
  }

  private static Verdict judge(Asked asked, Edition... editions) {
    return EditionPolicy.judge(consultation(false, editions), asked, AFTER);
  }

  private static Audience audience(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Due.class);
    return ((Change.Publish) ((Verdict.Due) verdict).change()).audience();
  }

  private static String fault(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Faulty.class);
    return ((Verdict.Faulty) verdict).fault().message();
  }

  @Test
  void anEditionIsForEveryoneUnlessItIsSaidToBeForParticipants() {
    assertThat(audience(judge(asked("first")))).isEqualTo(Audience.EVERYONE);
    assertThat(audience(judge(asked("first", Audience.PARTICIPANTS))))
        .isEqualTo(Audience.PARTICIPANTS);
    assertThat(audience(judge(asked("Add.1"), STAGED))).isEqualTo(Audience.EVERYONE);
  }

  @Test
  void theNameOfOneForParticipantsWithEveryoneOpensIt() {
    assertThat(judge(asked("first", Audience.EVERYONE), STAGED))
        .isEqualTo(new Verdict.Due(new Change.OpenEdition("first", Optional.empty())));
  }

  @Test
  void aNameAloneOpensNothing() {
    assertThat(judge(asked("first"), STAGED)).isEqualTo(new Verdict.Stands());
    assertThat(judge(asked("first", Audience.PARTICIPANTS), STAGED))
        .isEqualTo(new Verdict.Stands());
  }

  @Test
  void openingNeedsNoReasonWhileTheRoundIsOpenForItOpensNothingThatCameSince() {
    assertThat(
            EditionPolicy.judge(
                consultation(false, STAGED), asked("first", Audience.EVERYONE), CLOSES))
        .isInstanceOf(Verdict.Due.class);
    assertThat(
            EditionPolicy.judge(
                consultation(false, STAGED), asked("Add.1", Audience.PARTICIPANTS), CLOSES))
        .isEqualTo(new Verdict.RoundStillOpen());
  }

  @Test
  void whatIsOpenIsNotOpenedAgainAndNotClosed() {
    assertThat(judge(asked("first", Audience.EVERYONE), OPENED))
        .isEqualTo(new Verdict.OpenAlready());
    // A publication that is asked for again is answered as it stands.
    assertThat(judge(asked("first", Audience.EVERYONE), OPEN)).isEqualTo(new Verdict.Stands());
    assertThat(fault(judge(asked("first", Audience.PARTICIPANTS), OPENED)))
        .isEqualTo("audience: participants (expected: everyone: first is open to everyone)");
    assertThat(fault(judge(asked("first", Audience.PARTICIPANTS), OPEN))).contains("everyone");
  }

  @Test
  void aCorrectionIsForThoseWhoReadWhatItCorrectsUnlessItSaysOtherwise() {
    Optional<Audience> unsaid = Optional.empty();

    assertThat(audience(judge(correcting("first", unsaid), STAGED)))
        .isEqualTo(Audience.PARTICIPANTS);
    assertThat(audience(judge(correcting("first", unsaid), OPENED))).isEqualTo(Audience.EVERYONE);
    assertThat(audience(judge(correcting("first", unsaid), OPEN))).isEqualTo(Audience.EVERYONE);
    assertThat(audience(judge(correcting("first", Optional.of(Audience.EVERYONE)), STAGED)))
        .isEqualTo(Audience.EVERYONE);
    assertThat(fault(judge(correcting("Add.7", unsaid), STAGED)))
        .isEqualTo("corrects: Add.7 (expected: the last edition, first)");
  }

  @Test
  void whatIsPostedAsReceivedHasNoEditionForParticipants() {
    assertThat(
            fault(
                EditionPolicy.judge(
                    consultation(true), asked("first", Audience.PARTICIPANTS), AFTER)))
        .startsWith("audience: participants");
    assertThat(EditionPolicy.judge(consultation(true), asked("first"), AFTER))
        .isInstanceOf(Verdict.Due.class);
  }
}
