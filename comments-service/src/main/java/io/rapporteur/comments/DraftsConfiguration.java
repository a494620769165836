package io.rapporteur.comments;

import io.rapporteur.comments.draft.Drafting;
import io.rapporteur.comments.draft.http.DraftListsResource;
import io.rapporteur.comments.draft.http.DraftMergesResource;
import io.rapporteur.comments.draft.http.DraftsResource;
import io.rapporteur.comments.kafka.Desk;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The part of the desk at which a delegation drafts. */
@Configuration(proxyBeanMethods = false)
class DraftsConfiguration {

  @Bean
  DraftsResource commentsDraftsResource(Desk desk, @Qualifier("commentsClock") Clock clock) {
    var drafting = new Drafting(desk.drafts(), () -> UUID.randomUUID().toString());
    return new DraftsResource(
        drafting, desk.drafts(), desk.consultations(), desk.attachments(), clock);
  }

  @Bean
  DraftMergesResource commentsDraftMergesResource(
      Desk desk, @Qualifier("commentsClock") Clock clock) {
    var drafting = new Drafting(desk.drafts(), () -> UUID.randomUUID().toString());
    return new DraftMergesResource(drafting, desk.consultations(), desk.attachments(), clock);
  }

  @Bean
  DraftListsResource commentsDraftListsResource(
      Desk desk, @Qualifier("commentsClock") Clock clock) {
    return new DraftListsResource(desk.drafts(), desk.consultations(), desk.attachments(), clock);
  }
}
