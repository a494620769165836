package io.rapporteur.benchmarks.reading;

import io.rapporteur.ingest.documents.http.ManifestBody;
import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Reading;
import io.rapporteur.schemas.http.RequestBody;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The seed from the disk to its reading, beside its bytes, decoded and split into lines. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ReadingTheSeed {

  private static final String NAME = "unodc-ccpcj-eg.4-2020-2";

  private final Path file = Path.of("..", "seeds", NAME + ".ar.txt");
  private final Manifest manifest = manifest();

  private static Manifest manifest() {
    try {
      byte[] json = Files.readAllBytes(Path.of("..", "seeds", NAME + ".manifest.json"));
      return ManifestBody.read(RequestBody.object(json)).manifest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
