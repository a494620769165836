package io.rapporteur.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * This version reads all that released versions wrote (BACKWARD_TRANSITIVE). {@code
 * src/test/released} has, for each released version, the schema of each topic and bytes that it
 * wrote. At a release, add a folder: {@code ./mvnw -pl schemas test -Dtest=CompatibilityTest
 * -Drapporteur.release=0.2.0}.
 */
class CompatibilityTest {

  private static final Path RELEASED = Path.of("src/test/released");
  private static final int SAMPLES = 5;

  static Stream<Topic> topics() {
    return TopicCatalogue.CONTRACT.stream();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void readsWhatEveryReleasedVersionWrites(Topic topic) throws IOException {
    Schema reader = topic.value().orElseThrow();
    for (Path version : versions()) {
      Optional<Schema> writer = schema(version, topic);
      if (writer.isPresent()) {
        assertThat(
                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer.get()).getType())
            .as("%s of %s", topic.name(), version.getFileName())
            .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
        assertThat(read(version, topic, writer.get(), reader)).hasSize(SAMPLES);
      }
    }
  }

  @Test
  void knowsAtLeastOneReleasedVersion() throws IOException {
    assertThat(versions()).isNotEmpty();
  }

  @Test
  @EnabledIfSystemProperty(named = "rapporteur.release", matches = ".+")
  void recordsARelease() throws IOException {
    Path version = RELEASED.resolve(System.getProperty("rapporteur.release", ""));
    Files.createDirectories(version);
    for (Topic topic : TopicCatalogue.CONTRACT) {
      Schema schema = topic.value().orElseThrow();
      Files.writeString(version.resolve(topic.name() + ".avsc"), schema.toString(true) + "\n");
      try (var out = Files.newOutputStream(version.resolve(topic.name() + ".bin"))) {
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        for (Object sample : new RandomData(schema, SAMPLES, 2026)) {
          new GenericDatumWriter<>(schema).write(sample, encoder);
        }
        encoder.flush();
      }
    }
  }

  private static List<Path> versions() throws IOException {
    try (Stream<Path> versions = Files.list(RELEASED)) {
      return versions.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static Optional<Schema> schema(Path version, Topic topic) throws IOException {
    Path file = version.resolve(topic.name() + ".avsc");
    return Files.exists(file)
        ? Optional.of(new Schema.Parser().parse(Files.readString(file)))
        : Optional.empty();
  }

  private static List<GenericRecord> read(Path version, Topic topic, Schema writer, Schema reader)
      throws IOException {
    byte[] bytes = Files.readAllBytes(version.resolve(topic.name() + ".bin"));
    var decoder = DecoderFactory.get().binaryDecoder(bytes, null);
    var records = new ArrayList<GenericRecord>();
    while (!decoder.isEnd()) {
      records.add(
          new GenericDatumReader<GenericRecord>(writer, reader, new GenericData())
              .read(null, decoder));
    }
    return records;
  }
}
