package io.rapporteur.comments.attachment.extraction;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** What code within the process could try; says what it got. Its input is a port that listens. */
final class TriesToReachOut {

  private TriesToReachOut() {}

  @FunctionalInterface
  interface Attempt {
    void make() throws IOException;
  }

  public static void main(String[] args) throws IOException {
    if (args[0].equals(ExtractText.CONFINED) && !Confinement.enter()) {
      Runtime.getRuntime().exit(ExtractText.NOT_CONFINED);
    }
    int port =
        Integer.parseInt(new String(System.in.readAllBytes(), StandardCharsets.US_ASCII).strip());
    attempt("connection", () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    attempt("datagram", () -> DatagramChannel.open().close());
    attempt("local", () -> SocketChannel.open(StandardProtocolFamily.UNIX).close());
    attempt("program", () -> new ProcessBuilder("/bin/true").start());
    Thread other =
        Thread.ofPlatform()
            .start(
                () ->
                    attempt(
                        "thread",
                        () -> new Socket(InetAddress.getLoopbackAddress(), port).close()));
    try {
      other.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.out.flush();
    Runtime.getRuntime().exit(ExtractText.TEXT);
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
