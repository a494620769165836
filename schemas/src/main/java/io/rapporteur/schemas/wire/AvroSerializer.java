package io.rapporteur.schemas.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes values in Confluent's wire format: 0x0, the schema id in four bytes (big endian), Avro
 * binary. Thread-safe.
 *
 * @param <T> the record of one topic
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {

  static {
    TrustedRecords.declare();
  }

  private final int schemaId;

  /**
   * @param schemaId the id under which the registry knows the schema of {@code T}, see {@link
   *     SchemaIds#idToWrite}
   */
  public AvroSerializer(int schemaId) {
    this.schemaId = schemaId;
  }

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable T value) {
    if (value == null) {
      return null;
    }
    var out = new ByteArrayOutputStream(1024);
    out.write(WireFormat.MAGIC);
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(schemaId).array());
    try {
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      new SpecificDatumWriter<T>(value.getSchema()).write(value, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
