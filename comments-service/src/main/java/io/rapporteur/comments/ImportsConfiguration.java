package io.rapporteur.comments;

import io.rapporteur.comments.imports.Importing;
import io.rapporteur.comments.imports.http.DraftExportResource;
import io.rapporteur.comments.imports.http.HandingInImport;
import io.rapporteur.comments.imports.http.ImportSubmissionResource;
import io.rapporteur.comments.imports.http.ImportedDrafts;
import io.rapporteur.comments.imports.http.ImportsResource;
import io.rapporteur.comments.kafka.Desk;
import io.rapporteur.comments.submission.HandingInTogether;
import io.rapporteur.comments.table.http.TemplatesResource;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The part of the desk that gives and takes tables. */
@Configuration(proxyBeanMethods = false)
class ImportsConfiguration {

  @Bean
  Importing commentsImporting(Desk desk) {
    return new Importing(desk.drafts(), desk.imports(), () -> UUID.randomUUID().toString());
  }

  @Bean
  ImportsResource commentsImportsResource(
      Desk desk, Importing importing, @Qualifier("commentsClock") Clock clock) {
    return new ImportsResource(
        importing,
        desk.imports(),
        desk.consultations(),
        desk.attachments(),
        desk.agendas(),
        desk.parties(),
        imported(desk),
        clock);
  }

  private static ImportedDrafts imported(Desk desk) {
    return new ImportedDrafts(
        desk.imports(), desk.drafts(), desk.comments(), desk.consultations(), desk.attachments());
  }

  @Bean
  ImportSubmissionResource commentsImportSubmissionResource(
      Desk desk,
      Importing importing,
      HandingInTogether together,
      @Qualifier("commentsClock") Clock clock) {
    return new ImportSubmissionResource(
        importing,
        new HandingInImport(
            together, imported(desk), desk.drafts(), () -> UUID.randomUUID().toString()),
        desk.consultations(),
        clock);
  }

  @Bean
  DraftExportResource commentsDraftExportResource(Desk desk) {
    return new DraftExportResource(desk.drafts(), desk.consultations(), desk.agendas());
  }

  @Bean
  TemplatesResource commentsTemplatesResource(Desk desk) {
    return new TemplatesResource(desk.agendas());
  }
}
