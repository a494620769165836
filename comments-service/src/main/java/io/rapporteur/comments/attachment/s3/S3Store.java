package io.rapporteur.comments.attachment.s3;

import io.rapporteur.comments.attachment.AttachmentStore;
import io.rapporteur.comments.attachment.StoreUnavailableException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Files in one bucket of any service that speaks S3, addressed by path. Only what the plainest of
 * them know is used: put, get and head of an object. Thread-safe.
 */
public final class S3Store implements AttachmentStore, AutoCloseable {

  private final S3Client client;
  private final String bucket;

  /**
   * @param endpoint of the service
   * @param bucket there already; it is not made
   * @param region as the service calls it
   * @param accessKey id of the key
   * @param secretKey its secret; never printed
   * @param patience how long one call may take, its repetitions included
   */
  public S3Store(
      URI endpoint,
      String bucket,
      String region,
      String accessKey,
      String secretKey,
      Duration patience) {
    this.bucket = bucket;
    this.client =
        S3Client.builder()
            .endpointOverride(endpoint)
            .region(Region.of(region))
            .forcePathStyle(true)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(patience)
                    .socketTimeout(patience))
            .overrideConfiguration(c -> c.apiCallTimeout(patience))
            // Newer checksums are not known to every service.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .build();
  }

  @Override
  public void put(String key, Path file) {
    if (exists(key)) {
      return;
    }
    try {
      client.putObject(request -> request.bucket(bucket).key(key), file);
    } catch (SdkException e) {
      throw new StoreUnavailableException("bucket: " + key + " cannot be kept", e);
    }
  }

  @Override
  public Optional<InputStream> get(String key) {
    try {
      return Optional.of(client.getObject(request -> request.bucket(bucket).key(key)));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw new StoreUnavailableException("bucket: " + key + " cannot be read", e);
    }
  }

  @Override
  public boolean exists(String key) {
    try {
      client.headObject(request -> request.bucket(bucket).key(key));
      return true;
    } catch (NoSuchKeyException e) {
      return false;
    } catch (SdkException e) {
      throw new StoreUnavailableException("bucket: " + key + " cannot be asked for", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
