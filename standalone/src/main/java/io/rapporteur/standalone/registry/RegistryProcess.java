package io.rapporteur.standalone.registry;

import io.rapporteur.standalone.data.CannotStartException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apicurio Registry as a child process: on loopback, with a storage that survives a kill, started
 * again when it dies, and ended with its parent. A child that outlived a killed parent is ended at
 * the next start: its process id and start instant are kept, so that no other process is ever taken
 * for it.
 */
public final class RegistryProcess implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryProcess.class);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Path distribution;
  private final Path folder;
  private final Path log;
  private final int port;
  private final Thread supervisor;
  private volatile @Nullable Process child;
  private volatile boolean closing;

  private RegistryProcess(Path distribution, Path folder, Path log, int port) {
    this.distribution = distribution;
    this.folder = folder;
    this.log = log;
    this.port = port;
    this.supervisor =
        Thread.ofPlatform().daemon().name("registry-supervisor").unstarted(this::supervise);
  }

  /**
   * Starts the registry; it is not yet ready.
   *
   * @param distribution folder with {@code quarkus-run.jar}
   * @param folder where its storage and its process id are kept
   * @param log file that its output is appended to
   * @throws CannotStartException if the distribution is missing or cannot be started
   */
  public static RegistryProcess start(Path distribution, Path folder, Path log) {
    if (!Files.exists(distribution.resolve("quarkus-run.jar"))) {
      throw new CannotStartException(
          "The schema registry is not in %s; build it with ./mvnw -DskipTests package."
              .formatted(distribution));
    }
    try {
      Files.createDirectories(folder);
      Files.createDirectories(log.getParent());
      var registry = new RegistryProcess(distribution, folder, log, freePort());
      registry.endSurvivor();
      registry.spawn();
      registry.supervisor.start();
      return registry;
    } catch (IOException e) {
      throw new CannotStartException("The schema registry cannot be started: " + e.getMessage(), e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private Path processFile() {
    return folder.resolve("process");
  }

  private void endSurvivor() throws IOException {
    if (!Files.exists(processFile())) {
      return;
    }
    String[] kept = Files.readString(processFile()).strip().split(" ", 2);
    try {
      Instant started = Instant.parse(kept[1]);
      Optional<ProcessHandle> survivor =
          ProcessHandle.of(Long.parseLong(kept[0]))
              .filter(p -> p.info().startInstant().filter(started::equals).isPresent());
      if (survivor.isPresent()) {
        LOG.warn("ending the registry of an instance that was killed, process {}", kept[0]);
        survivor.get().destroyForcibly();
        survivor.get().onExit().get(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException
        | java.util.concurrent.TimeoutException
        | java.time.DateTimeException
        | ArrayIndexOutOfBoundsException
        | NumberFormatException e) {
      LOG.warn("the process of an earlier registry could not be ended", e);
    }
    Files.deleteIfExists(processFile());
  }

  private synchronized void spawn() throws IOException {
    if (closing) {
      return;
    }
    String storage = folder.resolve("h2").toAbsolutePath().toString();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx192m",
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=" + port,
            "-Dquarkus.management.host=127.0.0.1",
            "-Dquarkus.management.port=0",
            "-Dapicurio.storage.kind=sql",
            "-Dapicurio.storage.sql.kind=h2",
            // Without it a kill loses the last registration.
            "-Dapicurio.datasource.url=jdbc:h2:file:" + storage + ";WRITE_DELAY=0",
            "-jar",
            "quarkus-run.jar");
    Process started =
        new ProcessBuilder(command)
            .directory(distribution.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    child = started;
    Instant at = started.info().startInstant().orElse(Instant.EPOCH);
    Files.writeString(processFile(), started.pid() + " " + at + "\n");
  }

  private void supervise() {
    Duration pause = Duration.ofSeconds(1);
    while (!closing) {
      @Nullable Process watched = child;
      try {
        if (watched != null) {
          int status = watched.waitFor();
          if (closing) {
            return;
          }
          LOG.error("the registry ended with status {}; starting it again", status);
        }
        Thread.sleep(pause);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
        spawn();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (IOException e) {
        LOG.error("the registry could not be started again", e);
        child = null;
      }
    }
  }

  /** Base of its Confluent API. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7");
  }

  /** Process id of the child; for tests that end it. */
  public Optional<Long> pid() {
    return Optional.ofNullable(child).map(Process::pid);
  }

  /**
   * Waits until it answers.
   *
   * @throws CannotStartException if it does not in time
   */
  public void awaitReady() {
    Instant deadline = Instant.now().plus(PATIENCE);
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address() + "/subjects"))
              .timeout(Duration.ofSeconds(10))
              .build();
      while (Instant.now().isBefore(deadline)) {
        try {
          if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException e) {
          // Not yet.
        }
        Thread.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new CannotStartException(
        "The schema registry did not answer within %d s; %s says why."
            .formatted(PATIENCE.toSeconds(), log));
  }

  /** From now on it may end; it is not started again. */
  public synchronized void expectEnd() {
    closing = true;
    supervisor.interrupt();
  }

  @Override
  public synchronized void close() {
    expectEnd();
    @Nullable Process last = child;
    if (last != null) {
      last.destroy();
      try {
        if (!last.waitFor(10, TimeUnit.SECONDS)) {
          last.destroyForcibly();
        }
        Files.deleteIfExists(processFile());
      } catch (InterruptedException e) {
        last.destroyForcibly();
        Thread.currentThread().interrupt();
      } catch (IOException e) {
        LOG.warn("the registry's process file could not be deleted", e);
      }
    }
  }
}
