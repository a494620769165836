package io.rapporteur.benchmarks.reading;

import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Made reports of the two usual shapes, from a usual length to one that no report has. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class ReadingLongReports {

  /** {@code numbered} with proposers, as 115.1; {@code lettered}, many lists. */
  @Param({"numbered", "lettered"})
  public String shape = "";

  /** How many recommendations. */
  @Param({"1000", "5000", "10000", "50000"})
  public int items;

  private Path file = Path.of("");
  private Manifest manifest = MadeReport.manifest(List.of());

  /** Writes the report to the disk. */
  @Setup
  public void write() throws IOException {
    MadeReport made =
        shape.equals("numbered") ? MadeReport.numbered(items) : MadeReport.lettered(items);
    file = Files.createTempFile("report", ".txt");
    Files.writeString(file, made.text());
    manifest = made.manifest();
    int read = MadeReport.read(file, manifest).items().size();
    if (read != items) {
      throw new IllegalStateException("items: " + read + " (expected: " + items + ")");
    }
  }

  /** Leaves nothing behind. */
  @TearDown
  public void delete() throws IOException {
    Files.delete(file);
  }

  /** The least that any reader of the file has to do. */
  @Benchmark
  public List<String> baseline() throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
  }

  /** All that the product does up to the reading. */
  @Benchmark
  public Reading reading() {
    return MadeReport.read(file, manifest);
  }
}
