package io.rapporteur.standalone;

import static org.awaitility.Awaitility.await;

import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.standalone.Product.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ConditionTimeoutException;

/** Aggregation as a process of its own, on the log of a product, with a folder of its own. */
final class AggregationAlone implements AutoCloseable {

  private final Product product;
  private final int port;
  private final Process process;
  private final Path output;

  private AggregationAlone(Product product, int port, Process process, Path output) {
    this.product = product;
    this.port = port;
    this.process = process;
    this.output = output;
  }

  /** Starts it without waiting. */
  static AggregationAlone launch(Product product, Path folder) {
    var access = product.kafka(Principal.AGGREGATION);
    int port = Product.freePort();
    String prefix = "--rapporteur.aggregation.";
    try {
      Path output = Files.createTempFile("aggregation", ".out");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:TieredStopAtLevel=1",
                  "--sun-misc-unsafe-memory-access=allow",
                  "--enable-native-access=ALL-UNNAMED",
                  "-Drapporteur.log=" + folder.resolveSibling(folder.getFileName() + ".log"),
                  "-cp",
                  Product.program(),
                  "io.rapporteur.aggregation.AggregationApplication",
                  "--server.address=127.0.0.1",
                  "--server.port=" + port,
                  "--rapporteur.access.issuer=" + product.address(),
                  prefix + "kafka.bootstrap-servers=" + access.bootstrapServers(),
                  prefix + "kafka.password=" + access.password(),
                  prefix + "registry=" + product.registry(),
                  prefix + "directory=" + folder)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return new AggregationAlone(product, port, process, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it has read the log. */
  AggregationAlone ready() {
    try {
      await()
          .atMost(Duration.ofMinutes(5))
          .until(() -> answers("/api/v1/compilations/" + Product.CONSULTATION + "/tallies"));
      return this;
    } catch (ConditionTimeoutException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private boolean answers(String path) throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException(Files.readString(output));
    }
    try {
      return get("secretariat", path).status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  Answer get(String client, String path) {
    return product.send(
        client, HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).GET());
  }

  /** Kills it as a power cut of the process would: no hook runs. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
