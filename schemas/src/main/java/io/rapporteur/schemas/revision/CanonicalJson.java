package io.rapporteur.schemas.revision;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Canonical JSON (RFC 8785) and its SHA-256: the same act gives the same digest on every machine.
 */
public final class CanonicalJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private CanonicalJson() {}

  /**
   * The canonical form.
   *
   * @param value a map or a list, of maps, lists, strings, integers, booleans and nulls; text
   *     without unpaired surrogates
   * @return UTF-8 bytes
   * @throws IllegalArgumentException if the value has no canonical form
   */
  public static byte[] bytes(Object value) {
    try {
      return new JsonCanonicalizer(MAPPER.writeValueAsBytes(value)).getEncodedUTF8();
    } catch (IOException e) {
      throw new IllegalArgumentException("value: has no canonical form (expected: I-JSON)", e);
    }
  }

  /** SHA-256 of the canonical form, 64 hexadecimal digits. */
  public static String digest(Object value) {
    return sha256(bytes(value));
  }

  /**
   * The digest of a list, of whose values no more than one is held at a time.
   *
   * @param values maps or lists, in the order of the list
   */
  public static String digestOfList(Iterator<?> values) {
    MessageDigest digest = sha256();
    digest.update((byte) '[');
    while (values.hasNext()) {
      digest.update(bytes(values.next()));
      if (values.hasNext()) {
        digest.update((byte) ',');
      }
    }
    digest.update((byte) ']');
    return HexFormat.of().formatHex(digest.digest());
  }

  /** SHA-256 of bytes, 64 hexadecimal digits. */
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /** SHA-256, to be fed. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
