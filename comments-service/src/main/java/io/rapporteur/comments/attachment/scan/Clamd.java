package io.rapporteur.comments.attachment.scan;

import io.rapporteur.comments.attachment.Scanner;
import io.rapporteur.comments.attachment.ScannerUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The daemon of ClamAV, asked by {@code INSTREAM} over TCP (clamd(8)): the file goes out in chunks
 * that begin with their length, and a chunk of length zero ends it. What it answers other than
 * {@code OK} or {@code FOUND} is no verdict. Its {@code StreamMaxLength} must not be below the
 * largest file. Thread-safe.
 */
public final class Clamd implements Scanner {

  private static final int CHUNK = 1 << 15;
  private static final int LONGEST_ANSWER = 1024;
  private static final String ANSWER = "stream: ";
  private static final String CLEAN = "OK";
  private static final String FOUND = " FOUND";

  private final InetSocketAddress address;
  private final Duration patience;

  /**
   * @param host name or address of the daemon
   * @param port its TCP port, 3310 as it comes
   * @param patience how long all of it may take
   */
  public Clamd(String host, int port, Duration patience) {
    this.address = InetSocketAddress.createUnresolved(host, port);
    this.patience = patience;
  }

  @Override
  public String name() {
    return "clamd";
  }

  @Override
  public Optional<String> scan(InputStream file) {
    String answer = ask(file);
    if (answer.equals(ANSWER + CLEAN)) {
      return Optional.empty();
    }
    if (answer.startsWith(ANSWER) && answer.endsWith(FOUND)) {
      return Optional.of(answer.substring(ANSWER.length(), answer.length() - FOUND.length()));
    }
    throw new ScannerUnavailableException(
        "clamd: answered '%s' (expected: a verdict)".formatted(answer), null);
  }

  private String ask(InputStream file) {
    var socket = new Socket();
    CompletableFuture<Void> limit = CompletableFuture.runAsync(() -> cut(socket), after(patience));
    try (socket) {
      int millis = Math.toIntExact(patience.toMillis());
      socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), millis);
      socket.setSoTimeout(millis);
      var out = new DataOutputStream(socket.getOutputStream());
      out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
      byte[] chunk = new byte[CHUNK];
      for (int read = file.read(chunk); read > 0; read = file.read(chunk)) {
        out.writeInt(read);
        out.write(chunk, 0, read);
      }
      out.writeInt(0);
      out.flush();
      return answer(socket.getInputStream());
    } catch (IOException e) {
      throw new ScannerUnavailableException(
          "clamd at %s: %s".formatted(address.getHostString(), e.getMessage()), e);
    } finally {
      limit.cancel(false);
    }
  }

  private static Executor after(Duration patience) {
    return CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A daemon that reads nothing would hold a write for ever; a read has a limit of its own. */
  private static void cut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
  }

  private static String answer(InputStream in) throws IOException {
    var answer = new ByteArrayOutputStream();
    for (int b = in.read(); b > 0 && answer.size() < LONGEST_ANSWER; b = in.read()) {
      answer.write(b);
    }
    return answer.toString(StandardCharsets.US_ASCII).strip();
  }
}
