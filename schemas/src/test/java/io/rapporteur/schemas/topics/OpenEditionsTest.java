package io.rapporteur.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.EditionAudience;
import io.rapporteur.events.EditionOpened;
import io.rapporteur.events.EditionPublished;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenEditionsTest {

  private final List<ConsultationEvent> events = new ArrayList<>();

  private void tell(Object fact) {
    events.add(
        new ConsultationEvent(
            "k", events.size() + 1, "request", "digest", Instant.EPOCH, "secretariat", fact));
  }

  private void published(String edition, EditionAudience audience) {
    tell(new EditionPublished(edition, Instant.EPOCH, null, null, audience));
  }

  @Test
  void oneForParticipantsIsOpenOnceItIsOpened() {
    published("first", EditionAudience.PARTICIPANTS);

    assertThat(OpenEditions.of(events)).isEmpty();

    tell(new EditionOpened("first", null));

    assertThat(OpenEditions.of(events)).containsExactly("first");
  }

  @Test
  void openingOneOpensThoseBeforeItAndNoneAfterIt() {
    published("first", EditionAudience.PARTICIPANTS);
    published("Add.1", EditionAudience.PARTICIPANTS);
    published("Add.2", EditionAudience.PARTICIPANTS);
    tell(new EditionOpened("Add.1", null));

    assertThat(OpenEditions.of(events)).containsExactlyInAnyOrder("first", "Add.1");

    // What is open stays so.
    tell(new EditionOpened("first", null));
    assertThat(OpenEditions.of(events)).containsExactlyInAnyOrder("first", "Add.1");
    tell(new EditionOpened("nowhere", null));
    assertThat(OpenEditions.of(events)).containsExactlyInAnyOrder("first", "Add.1");
  }

  @Test
  void oneForEveryoneOpensThoseBeforeIt() {
    published("first", EditionAudience.PARTICIPANTS);
    published("Add.1", EditionAudience.EVERYONE);
    published("Add.2", EditionAudience.PARTICIPANTS);

    assertThat(OpenEditions.of(events)).containsExactlyInAnyOrder("first", "Add.1");
  }
}
