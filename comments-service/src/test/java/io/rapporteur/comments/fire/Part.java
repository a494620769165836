package io.rapporteur.comments.fire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.awaitility.Awaitility;

/** A process of the installation that is killed and started again, on the same port and folder. */
final class Part implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String name;
  private final List<String> command;
  private final Path output;
  private final IntPredicate answers;
  private final AtomicInteger kills = new AtomicInteger();
  private Process process;

  private Part(String name, List<String> command, Path output, IntPredicate answers) {
    this.name = name;
    this.command = command;
    this.output = output;
    this.answers = answers;
    this.process = launch();
  }

  static Part broker(Path folder, int port) {
    return new Part(
        "broker",
        java(BrokerProcess.class, "384m", folder.resolve("log").toString(), "" + port),
        folder.resolve("broker.out"),
        starts -> said(folder.resolve("broker.out"), "broker is ready") == starts);
  }

  static Part desk(String name, Path folder, int port, Class<?> main, List<String> settings) {
    List<String> command = java(main, "384m", "--server.port=" + port);
    command.addAll(settings);
    return new Part(name, command, folder.resolve(name + ".out"), starts -> healthy(port));
  }

  private static List<String> java(Class<?> main, String heap, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heap,
            "-XX:TieredStopAtLevel=1",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private Process launch() {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return name;
  }

  int kills() {
    return kills.get();
  }

  /** Waits until it answers. */
  void awaitReady() {
    Awaitility.await(name)
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> answers.test(kills.get() + 1));
  }

  /** As a power cut of the process would: no hook runs. */
  void killAndStartAgain() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
    kills.incrementAndGet();
    process = launch();
  }

  private static long said(Path output, String words) {
    try {
      return Files.readString(output).lines().filter(line -> line.contains(words)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean healthy(int port) {
    try {
      return HTTP.send(
                  HttpRequest.newBuilder(
                          URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                      .timeout(Duration.ofSeconds(2))
                      .build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
