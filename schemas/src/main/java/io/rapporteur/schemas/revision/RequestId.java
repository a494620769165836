package io.rapporteur.schemas.revision;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Who asked, and with which key: the same caller repeating a request with the same key makes the
 * same id.
 *
 * @param value 64 hexadecimal digits
 */
public record RequestId(String value) {

  /**
   * @param caller participant or client that asks
   * @param key its {@code Idempotency-Key}
   */
  public static RequestId of(String caller, String key) {
    return new RequestId(CanonicalJson.digest(List.of(caller, key)));
  }

  /**
   * The id of the thing that this request creates: two instances that get the same key write to the
   * same partition, and the log picks one.
   *
   * @return a UUID of version 8 (RFC 9562), made of the first bits of the hash
   */
  public UUID created() {
    ByteBuffer bits = ByteBuffer.wrap(HexFormat.of().parseHex(value));
    long high = (bits.getLong() & ~0xF000L) | 0x8000L;
    long low = (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
