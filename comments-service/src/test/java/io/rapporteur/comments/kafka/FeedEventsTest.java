package io.rapporteur.comments.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.feed.Detail;
import io.rapporteur.comments.feed.Kind;
import io.rapporteur.comments.feed.Told;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.EditionAudience;
import io.rapporteur.events.EditionOpened;
import io.rapporteur.events.EditionPublished;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedEventsTest {

  private static Told told(Object fact) {
    List<Told> told =
        FeedEvents.told(
            new ConsultationEvent("k", 2, "request", "digest", Instant.EPOCH, "by", fact));
    assertThat(told).hasSize(1);
    return told.getFirst();
  }

  private static EditionPublished published(EditionAudience audience) {
    return new EditionPublished("first", Instant.EPOCH, null, null, audience);
  }

  @Test
  void anEditionForParticipantsSaysSoAndItsOpeningIsToldOnceMore() {
    Told shared = told(published(EditionAudience.PARTICIPANTS));
    Told opened = told(new EditionOpened("first", null));

    assertThat(shared.entry().kind()).isEqualTo(Kind.EDITION_PUBLISHED);
    assertThat(shared.entry().details())
        .containsEntry(Detail.EDITION, "first")
        .containsEntry(Detail.AUDIENCE, "participants");
    assertThat(opened.entry().kind()).isEqualTo(Kind.EDITION_OPENED);
    assertThat(opened.entry().details()).containsOnlyKeys(Detail.EDITION);
    assertThat(List.of(shared.reader(), opened.reader())).containsOnly(Told.EVERYONE);
  }

  @Test
  void anEditionForEveryoneNamesNoAudience() {
    assertThat(told(published(EditionAudience.EVERYONE)).entry().details())
        .containsOnlyKeys(Detail.EDITION);
  }
}
