package io.rapporteur.comments.attachment.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rapporteur.comments.attachment.ScannerUnavailableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClamdTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The test file of EICAR, in two halves so that this source is not taken for it. */
  private static final byte[] EICAR =
      ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
          .getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  /** Speaks the daemon's side of the protocol, once for each connection. */
  private static final class Daemon implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final BlockingQueue<byte[]> got = new LinkedBlockingQueue<>();
    private final String answer;

    Daemon(String answer) throws IOException {
      this.answer = answer;
      Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
      try (Socket socket = server.accept()) {
        var in = new DataInputStream(socket.getInputStream());
        byte[] command = in.readNBytes("zINSTREAM\0".length());
        assertThat(new String(command, StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
        var file = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
          file.write(in.readNBytes(length));
        }
        got.add(file.toByteArray());
        boolean found = file.toString(StandardCharsets.US_ASCII).contains("EICAR");
        String verdict = found ? "stream: Eicar-Signature FOUND" : "stream: OK";
        socket
            .getOutputStream()
            .write(((answer.isEmpty() ? verdict : answer) + "\0").getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // The other side left.
      }
    }

    Clamd scanner() {
      return new Clamd("127.0.0.1", server.getLocalPort(), PATIENCE);
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  @Test
  void sendsTheWholeFileAndTakesTheVerdict() throws Exception {
    byte[] file = new byte[100_000];
    file[99_999] = 7;
    try (var daemon = new Daemon("")) {
      assertThat(daemon.scanner().scan(new ByteArrayInputStream(file))).isEmpty();
      assertThat(daemon.got.take()).isEqualTo(file);
    }
  }

  @Test
  void saysWhatWasFound() throws IOException {
    try (var daemon = new Daemon("")) {
      assertThat(daemon.scanner().scan(new ByteArrayInputStream(EICAR)))
          .contains("Eicar-Signature");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSTREAM size limit exceeded. ERROR",
        "stream: Can't allocate memory ERROR",
        "OK",
        "stream: FOUNDLING",
        " "
      })
  void takesNothingElseForAVerdict(String answer) throws IOException {
    try (var daemon = new Daemon(answer)) {
      assertThatThrownBy(() -> daemon.scanner().scan(new ByteArrayInputStream(EICAR)))
          .isInstanceOf(ScannerUnavailableException.class);
    }
  }

  @Test
  void givesUpOnADaemonThatIsNotThere() throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    assertThatThrownBy(
            () -> new Clamd("127.0.0.1", port, PATIENCE).scan(new ByteArrayInputStream(EICAR)))
        .isInstanceOf(ScannerUnavailableException.class);
  }

  @Test
  void givesUpOnADaemonThatNeitherReadsNorAnswers() throws IOException {
    // Connections are taken by the kernel, and nobody ever reads.
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var scanner = new Clamd("127.0.0.1", silent.getLocalPort(), Duration.ofMillis(300));

      assertThatThrownBy(() -> scanner.scan(new ByteArrayInputStream(new byte[64 << 20])))
          .isInstanceOf(ScannerUnavailableException.class);
      assertThatThrownBy(() -> scanner.scan(new ByteArrayInputStream(EICAR)))
          .isInstanceOf(ScannerUnavailableException.class);
    }
  }

  /**
   * Where the daemon itself is installed; one signature is given to it, so that it needs no other.
   */
  @Test
  void agreesWithTheDaemonItself() throws Exception {
    Path program = Path.of("/usr/sbin/clamd");
    assumeTrue(Files.isExecutable(program));
    Path signatures = Files.createDirectories(folder.resolve("signatures"));
    Files.writeString(
        signatures.resolve("eicar.ndb"),
        "Test.Eicar:0:0:"
            + HexFormat.of().formatHex(EICAR).toUpperCase(java.util.Locale.ROOT)
            + "\n");
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path settings =
        Files.writeString(
            folder.resolve("clamd.conf"),
            """
            TCPSocket %d
            TCPAddr 127.0.0.1
            DatabaseDirectory %s
            Foreground yes
            User root
            """
                .formatted(port, signatures));
    Process daemon =
        new ProcessBuilder(program.toString(), "--config-file=" + settings)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("clamd.log").toFile())
            .start();
    try {
      var scanner = new Clamd("127.0.0.1", port, PATIENCE);
      await()
          .atMost(Duration.ofMinutes(1))
          .ignoreExceptions()
          .until(() -> scanner.scan(new ByteArrayInputStream(new byte[] {1})).isEmpty());

      assertThat(scanner.scan(new ByteArrayInputStream(EICAR))).contains("Test.Eicar.UNOFFICIAL");
      assertThat(scanner.scan(new ByteArrayInputStream(new byte[5 << 20]))).isEmpty();
    } finally {
      daemon.destroyForcibly().waitFor();
    }
  }
}
