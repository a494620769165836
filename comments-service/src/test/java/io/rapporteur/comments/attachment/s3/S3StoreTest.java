package io.rapporteur.comments.attachment.s3;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rapporteur.comments.attachment.AttachmentStore;
import io.rapporteur.comments.attachment.AttachmentStoreContract;
import io.rapporteur.comments.attachment.StoreUnavailableException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, on a server that speaks S3 and runs as a process of its own. */
class S3StoreTest extends AttachmentStoreContract {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private static Process server;
  private static URI endpoint;
  private static @Nullable S3Store store;

  @BeforeAll
  static void start() throws IOException {
    int port = freePort();
    endpoint = URI.create("http://127.0.0.1:" + port);
    server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("target/s3/s3mock.jar").toAbsolutePath().toString(),
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--com.adobe.testing.s3mock.http-port=" + port,
                "--com.adobe.testing.s3mock.store.root=" + folder,
                "--com.adobe.testing.s3mock.store.initial-buckets=files")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("server.log").toFile())
            .start();
    await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(S3StoreTest::answers);
    store = new S3Store(endpoint, "files", "us-east-1", "key", "secret", PATIENCE);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (store != null) {
      store.close();
    }
    server.destroyForcibly().waitFor();
  }

  private static boolean answers() throws IOException {
    var connection = (HttpURLConnection) endpoint.resolve("/files").toURL().openConnection();
    try {
      return connection.getResponseCode() == 200;
    } finally {
      connection.disconnect();
    }
  }

  @Override
  protected AttachmentStore store() {
    return Objects.requireNonNull(store);
  }

  @Override
  protected AttachmentStore storeThatIsDown() throws IOException {
    return new S3Store(
        URI.create("http://127.0.0.1:" + freePort()),
        "files",
        "us-east-1",
        "key",
        "secret",
        Duration.ofSeconds(5));
  }

  @Test
  void saysThatABucketIsNotThere() {
    try (var none = new S3Store(endpoint, "none", "us-east-1", "key", "secret", PATIENCE)) {
      assertThatThrownBy(() -> none.get("0".repeat(64)))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
