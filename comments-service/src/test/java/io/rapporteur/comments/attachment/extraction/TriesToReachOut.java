package io.rapporteur.comments.attachment.extraction;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** What code within the process could try; says what it got. Its input is a port that listens. */
final class TriesToReachOut {

  private TriesToReachOut() {}

  @FunctionalInterface
  interface Attempt {
    void make() throws IOException;
  }

  public static void main(String[] args) throws IOException {
    var confined = new CountDownLatch(1);
    var port = new AtomicInteger();
    // It is there before the confinement, as the threads of a virtual machine are.
    Thread earlier = Thread.ofPlatform().start(() -> reachFromAThread(confined, port));
    if (args[0].equals(ExtractText.CONFINED) && !Confinement.enter()) {
      Runtime.getRuntime().exit(ExtractText.NOT_CONFINED);
    }
    port.set(
        Integer.parseInt(new String(System.in.readAllBytes(), StandardCharsets.US_ASCII).strip()));
    attempt("connection", () -> connect(port.get()));
    attempt("datagram", () -> DatagramChannel.open().close());
    attempt("local", () -> SocketChannel.open(StandardProtocolFamily.UNIX).close());
    attempt("program", () -> new ProcessBuilder("/bin/true").start());
    confined.countDown();
    try {
      earlier.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.out.flush();
    Runtime.getRuntime().exit(ExtractText.TEXT);
  }

  private static void reachFromAThread(CountDownLatch confined, AtomicInteger port) {
    try {
      confined.await();
      attempt("thread", () -> connect(port.get()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void connect(int port) throws IOException {
    new Socket(InetAddress.getLoopbackAddress(), port).close();
  }

  private static void attempt(String name, Attempt attempt) {
    try {
      attempt.make();
      System.out.println(name + " reached");
    } catch (IOException e) {
      System.out.println(name + " refused");
    }
  }
}
