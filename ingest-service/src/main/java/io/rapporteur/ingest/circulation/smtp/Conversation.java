package io.rapporteur.ingest.circulation.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/**
 * The sockets of one conversation with the mail server. All are closed when it ends or has lasted
 * too long: the time-outs of Jakarta Mail are for each read, and a server that sends a byte now and
 * then never reaches one. Jakarta Mail asks only for sockets that are not connected. Thread-safe.
 */
final class Conversation extends SocketFactory implements AutoCloseable {

  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final Future<?> bound;

  /** Begins it. */
  Conversation(Duration longest) {
    bound =
        CompletableFuture.runAsync(
            this::tooLong,
            CompletableFuture.delayedExecutor(
                longest.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread));
  }

  private void tooLong() {
    end.cancel(false);
  }

  /** Whether it was ended since it lasted too long. */
  boolean lastedTooLong() {
    return end.isCancelled();
  }

  @Override
  public Socket createSocket() {
    var socket = new Socket();
    end.whenComplete((done, failure) -> close(socket));
    return socket;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more either way.
    }
  }

  @Override
  public void close() {
    bound.cancel(false);
    end.complete(null);
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException();
  }
}
