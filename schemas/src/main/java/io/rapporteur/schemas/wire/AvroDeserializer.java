package io.rapporteur.schemas.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads values in Confluent's wire format. Thread-safe.
 *
 * <p>Bytes that no known schema reads are {@link PoisonException}; a registry without an answer is
 * {@link RegistryUnavailableException}; an event type that the writer knew and this version does
 * not is {@link NewerEventException}. Only the first may be skipped.
 *
 * @param <T> the record of one topic
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {

  static {
    TrustedRecords.declare();
  }

  private final SchemaIds ids;
  private final Schema readerSchema;
  private final KnownTypes known;
  private final Map<Integer, Schema> writerSchemas = new ConcurrentHashMap<>();

  /**
   * @param ids where the writer's schema is found
   * @param readerSchema the schema of {@code T}
   */
  public AvroDeserializer(SchemaIds ids, Schema readerSchema) {
    this.ids = ids;
    this.readerSchema = readerSchema;
    this.known = new KnownTypes(readerSchema);
  }

  @Override
  public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    if (bytes.length < WireFormat.HEADER || bytes[0] != WireFormat.MAGIC) {
      throw new PoisonException("value: no wire format (expected: magic byte 0 and a schema id)");
    }
    Schema writerSchema = writerSchema(ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt());
    refuseNewer(topic, bytes, writerSchema);
    try {
      return decode(bytes, new SpecificDatumReader<T>(writerSchema, readerSchema));
    } catch (AvroRuntimeException | IOException | ClassCastException | ArithmeticException e) {
      if (asWritten(bytes, writerSchema).isPresent()) {
        throw new NewerEventException(newer(topic, writerSchema), e);
      }
      throw new PoisonException("value: not readable by the schema it names", e);
    }
  }

  private Schema writerSchema(int id) {
    return writerSchemas.computeIfAbsent(
        id,
        unknown ->
            ids.schemaToRead(unknown)
                .orElseThrow(
                    () ->
                        new PoisonException(
                            "schema id: " + unknown + " (expected: an id of the registry)")));
  }

  private static <R> R decode(byte[] bytes, DatumReader<R> reader) throws IOException {
    BinaryDecoder decoder =
        DecoderFactory.get()
            .binaryDecoder(bytes, WireFormat.HEADER, bytes.length - WireFormat.HEADER, null);
    R value = reader.read(null, decoder);
    if (!decoder.isEnd()) {
      throw new IOException("bytes after the end of the value");
    }
    return value;
  }

  private void refuseNewer(String topic, byte[] bytes, Schema writerSchema) {
    if (known.containAllOf(writerSchema)) {
      return;
    }
    asWritten(bytes, writerSchema)
        .filter(value -> !known.contain(value))
        .ifPresent(
            value -> {
              throw new NewerEventException(newer(topic, writerSchema), null);
            });
  }

  private static String newer(String topic, Schema writerSchema) {
    return topic
        + ": an event of a type that this version does not know, in "
        + writerSchema.getFullName();
  }

  /** The value by the writer's schema alone; empty if even that does not read it. */
  private static Optional<Object> asWritten(byte[] bytes, Schema writerSchema) {
    try {
      return Optional.of(decode(bytes, new GenericDatumReader<>(writerSchema)));
    } catch (AvroRuntimeException | IOException | ClassCastException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
