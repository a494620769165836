package io.rapporteur.comments;

import io.rapporteur.comments.attachment.AttachmentStore;
import io.rapporteur.comments.attachment.Judging;
import io.rapporteur.comments.attachment.JudgingWhatWaits;
import io.rapporteur.comments.attachment.Scanner;
import io.rapporteur.comments.attachment.Serving;
import io.rapporteur.comments.attachment.TextExtraction;
import io.rapporteur.comments.attachment.Uploading;
import io.rapporteur.comments.attachment.extraction.ChildProcessExtraction;
import io.rapporteur.comments.attachment.folder.FolderStore;
import io.rapporteur.comments.attachment.folder.PassingFolder;
import io.rapporteur.comments.attachment.http.AttachmentsResource;
import io.rapporteur.comments.attachment.http.CommentAttachmentsResource;
import io.rapporteur.comments.attachment.http.Intake;
import io.rapporteur.comments.attachment.s3.S3Store;
import io.rapporteur.comments.attachment.scan.Clamd;
import io.rapporteur.comments.comment.HandingIn;
import io.rapporteur.comments.kafka.Desk;
import io.rapporteur.comments.receipt.SignedReceipts;
import io.rapporteur.events.AttachmentEvent;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.signing.SigningKey;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The part of the desk that keeps files. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentsProperties.class)
class AttachmentsConfiguration {

  @Bean
  EventLog<AttachmentEvent> commentsAttachmentLog(
      CommentsProperties properties,
      @Qualifier("commentsSchemaIds") SchemaIds ids,
      @Qualifier("commentsClock") Clock clock,
      @Qualifier("commentsClockSkew") ClockSkew skew) {
    return new EventLog<>(TopicCatalogue.ATTACHMENT_EVENTS, properties.kafka(), ids, clock, skew);
  }

  @Bean
  AttachmentStore commentsAttachmentStore(
      CommentsProperties desk, AttachmentsProperties properties) {
    AttachmentsProperties.S3 s3 = properties.s3();
    URI endpoint = s3.endpoint();
    return endpoint == null
        ? new FolderStore(
            Optional.ofNullable(properties.folder())
                .orElseGet(() -> desk.directory().resolve("attachments")))
        : new S3Store(
            endpoint, s3.bucket(), s3.region(), s3.accessKey(), s3.secretKey(), s3.patience());
  }

  @Bean
  PassingFolder commentsPassingFolder(CommentsProperties desk) {
    return PassingFolder.emptied(desk.directory().resolve("passing"));
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  JudgingWhatWaits commentsJudging(
      AttachmentsProperties properties,
      Desk desk,
      @Qualifier("commentsViewReader") ViewReader reader,
      @Qualifier("commentsAttachmentStore") AttachmentStore store,
      @Qualifier("commentsPassingFolder") PassingFolder passing,
      @Qualifier("commentsClock") Clock clock) {
    var judging =
        new Judging(
            store, scanner(properties), extraction(properties, passing.path()), passing.path());
    return new JudgingWhatWaits(desk.uploads(), judging, reader::ready, clock);
  }

  private static Optional<Scanner> scanner(AttachmentsProperties properties) {
    AttachmentsProperties.Clamd clamd = properties.clamd();
    return properties.scanner() == AttachmentsProperties.ScannerChoice.CLAMD
        ? Optional.of(new Clamd(clamd.host(), clamd.port(), clamd.patience()))
        : Optional.empty();
  }

  private static TextExtraction extraction(AttachmentsProperties properties, Path folder) {
    if (properties.extraction() == AttachmentsProperties.Extraction.OFF) {
      return (file, type, text) -> TextExtraction.Result.NOT_TRIED;
    }
    var extraction =
        new ChildProcessExtraction(
            folder,
            properties.extractionTime(),
            properties.extractionMemory().toBytes(),
            properties.extraction() == AttachmentsProperties.Extraction.CONFINED);
    Thread.ofVirtual().name("extraction-probe").start(extraction::tellWhetherConfined);
    return extraction;
  }

  @Bean
  AttachmentsResource commentsAttachmentsResource(
      AttachmentsProperties properties,
      Desk desk,
      JudgingWhatWaits judging,
      @Qualifier("commentsAttachmentStore") AttachmentStore store,
      @Qualifier("commentsPassingFolder") PassingFolder passing,
      @Qualifier("commentsClock") Clock clock) {
    var intake =
        new Intake(
            properties.scanner() != null,
            properties.scanner() == AttachmentsProperties.ScannerChoice.CLAMD,
            passing.path(),
            properties.largest().toBytes(),
            properties.longest());
    return new AttachmentsResource(
        new Uploading(desk.uploads(), store),
        new Serving(store),
        desk.consultations(),
        intake,
        judging::look,
        clock);
  }

  @Bean
  CommentAttachmentsResource commentsCommentAttachmentsResource(
      Desk desk,
      @Qualifier("commentsReceiptKey") SigningKey key,
      @Qualifier("commentsAttachmentStore") AttachmentStore store) {
    var handingIn = new HandingIn(desk.comments(), desk.consultations(), new SignedReceipts(key));
    return new CommentAttachmentsResource(handingIn, desk.uploads(), new Serving(store));
  }
}
