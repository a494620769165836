package io.rapporteur.comments;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of attachments; {@code comments.yml} lists them with a comment each.
 *
 * @param scanner what looks for malware; without a choice no attachment is taken
 * @param clamd where the daemon of ClamAV is
 * @param largest largest file that is taken
 * @param longest longest time from the first byte of a file to its last
 * @param folder where files are kept; {@code attachments} in the directory if not given
 * @param s3 keeps files in a bucket instead, if its endpoint is given
 * @param extraction whether text is taken out of files, and by whom
 * @param extractionTime how long one file may take
 * @param extractionMemory largest heap of the process that reads a file
 */
@Validated
@ConfigurationProperties("rapporteur.comments.attachments")
public record AttachmentsProperties(
    @Nullable ScannerChoice scanner,
    @DefaultValue Clamd clamd,
    @DefaultValue("20MB") DataSize largest,
    @DefaultValue("PT5M") Duration longest,
    @Nullable Path folder,
    @DefaultValue S3 s3,
    @DefaultValue("confined") Extraction extraction,
    @DefaultValue("PT1M") Duration extractionTime,
    @DefaultValue("256MB") DataSize extractionMemory) {

  /** What looks for malware in files. */
  public enum ScannerChoice {
    /** Nothing: each file is served to its own delegation alone. */
    NONE,
    /** The daemon of ClamAV. */
    CLAMD
  }

  /** Whether text is taken out of files. */
  public enum Extraction {
    /** By a process that can open no connection; not at all where there can be none. */
    CONFINED,
    /** By a process that could. */
    UNCONFINED,
    /** Not at all. */
    OFF
  }

  /**
   * The daemon of ClamAV.
   *
   * @param host its name or address
   * @param port its TCP port
   * @param patience how long looking into one file may take
   */
  public record Clamd(
      @DefaultValue("localhost") String host,
      @DefaultValue("3310") int port,
      @DefaultValue("PT1M") Duration patience) {}

  /**
   * A bucket of a service that speaks S3.
   *
   * @param endpoint of the service
   * @param bucket there already
   * @param region as the service calls it
   * @param accessKey id of the key
   * @param secretKey its secret
   * @param patience how long one call may take
   */
  public record S3(
      @Nullable URI endpoint,
      @DefaultValue("rapporteur") String bucket,
      @DefaultValue("us-east-1") String region,
      @DefaultValue("") String accessKey,
      @DefaultValue("") String secretKey,
      @DefaultValue("PT20S") Duration patience) {

    @Override
    public String toString() {
      return bucket + " at " + endpoint;
    }
  }
}
