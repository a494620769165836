package io.rapporteur.ingest.circulation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that says a text by one byte each 50 ms, so that no time-out of a read is reached. */
public final class DrippingServer implements AutoCloseable {

  private static final Duration DROP = Duration.ofMillis(50);

  private final ServerSocket listening;
  private final byte[] text;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  /** Listens on loopback. */
  public DrippingServer(String text) throws IOException {
    this.text = text.getBytes(StandardCharsets.US_ASCII);
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::listen);
  }

  /** Where it listens. */
  public int port() {
    return listening.getLocalPort();
  }

  private void listen() {
    while (closing.getCount() > 0) {
      try {
        Socket connection = listening.accept();
        connections.add(connection);
        Thread.startVirtualThread(() -> drip(connection));
      } catch (IOException e) {
        // Closed.
      }
    }
  }

  private void drip(Socket connection) {
    try {
      for (byte each : text) {
        connection.getOutputStream().write(each);
        if (closing.await(DROP.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (IOException e) {
      // The other side has had enough.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    listening.close();
    for (Socket each : connections) {
      each.close();
    }
  }
}
