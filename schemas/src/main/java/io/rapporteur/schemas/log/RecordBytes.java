package io.rapporteur.schemas.log;

import io.rapporteur.schemas.wire.TrustedRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Avro binary of this version's schema: a view is rebuilt when the schema changes, so none is
 * stored beside it.
 */
final class RecordBytes<T extends SpecificRecord> {

  static {
    TrustedRecords.declare();
  }

  private final Schema schema;

  RecordBytes(Schema schema) {
    this.schema = schema;
  }

  byte[] write(T value) {
    var out = new ByteArrayOutputStream(512);
    try {
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      new SpecificDatumWriter<T>(schema).write(value, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  T read(byte[] bytes) {
    try {
      return new SpecificDatumReader<T>(schema)
          .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
