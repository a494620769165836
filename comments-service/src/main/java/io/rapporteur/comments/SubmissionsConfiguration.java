package io.rapporteur.comments;

import io.rapporteur.comments.kafka.Desk;
import io.rapporteur.comments.receipt.SignedReceipts;
import io.rapporteur.comments.submission.DecidingLateTogether;
import io.rapporteur.comments.submission.HandingInTogether;
import io.rapporteur.comments.submission.http.SubmissionIntake;
import io.rapporteur.comments.submission.http.SubmissionLateDecisionResource;
import io.rapporteur.comments.submission.http.SubmissionReadingResource;
import io.rapporteur.comments.submission.http.SubmissionViews;
import io.rapporteur.comments.submission.http.SubmissionsResource;
import io.rapporteur.comments.submission.pdf.PdfPapers;
import io.rapporteur.schemas.signing.SigningKey;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The part of the desk at which comments are handed in as one act. */
@Configuration(proxyBeanMethods = false)
class SubmissionsConfiguration {

  @Bean
  HandingInTogether commentsHandingInTogether(
      Desk desk, @Qualifier("commentsReceiptKey") SigningKey key) {
    return new HandingInTogether(
        desk.submissions(),
        desk.drafts(),
        desk.consultations(),
        new SignedReceipts(key),
        () -> UUID.randomUUID().toString());
  }

  @Bean
  SubmissionLateDecisionResource commentsSubmissionLateDecisionResource(
      Desk desk,
      @Qualifier("commentsReceiptKey") SigningKey key,
      SubmissionViews views,
      @Qualifier("commentsClock") Clock clock) {
    var deciding =
        new DecidingLateTogether(desk.submissions(), desk.comments(), new SignedReceipts(key));
    return new SubmissionLateDecisionResource(deciding, views, clock);
  }

  @Bean
  SubmissionViews commentsSubmissionViews(Desk desk) {
    return new SubmissionViews(desk.submissions(), desk.comments(), desk.agendas());
  }

  @Bean
  SubmissionsResource commentsSubmissionsResource(
      Desk desk,
      HandingInTogether handingIn,
      SubmissionViews views,
      @Qualifier("commentsClock") Clock clock) {
    var intake =
        new SubmissionIntake(
            handingIn,
            desk.submissions(),
            desk.drafts(),
            desk.comments(),
            desk.consultations(),
            desk.attachments());
    return new SubmissionsResource(intake, desk.consultations(), views, clock);
  }

  @Bean
  SubmissionReadingResource commentsSubmissionReadingResource(Desk desk, SubmissionViews views) {
    return new SubmissionReadingResource(
        desk.submissions(), views, new PdfPapers(desk.submissions(), desk.agendas(), desk.names()));
  }
}
