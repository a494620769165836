package io.rapporteur.schemas.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A named part of a {@link ViewStore}. Keys are strings without the character U+0000, in the order
 * of their UTF-8 bytes. Thread-safe.
 *
 * @param <T> its values
 */
public final class Table<T extends SpecificRecord> {

  private final ViewStore store;
  private final String prefix;
  private final RecordBytes<T> codec;

  Table(ViewStore store, String name, RecordBytes<T> codec) {
    this.store = store;
    this.prefix = name + '\0';
    this.codec = codec;
  }

  /** The value of a key. */
  public Optional<T> get(String key) {
    return Optional.ofNullable(store.bytes(key(key))).map(codec::read);
  }

  /** All values whose keys begin so, in the order of the keys. */
  public List<T> startingWith(String start) {
    return store.scan(key(start), key(start), Integer.MAX_VALUE).stream()
        .map(entry -> codec.read(entry.value()))
        .toList();
  }

  /**
   * One page of the values whose keys begin so.
   *
   * @param start beginning of the keys
   * @param after key after which the page begins; empty for the first page
   * @param limit largest size of the page
   */
  public List<Row<T>> page(String start, String after, int limit) {
    // The smallest key after the given one.
    byte[] from = after.isEmpty() ? key(start) : key(after + '\0');
    return store.scan(key(start), from, limit).stream()
        .map(
            entry ->
                new Row<>(
                    new String(entry.key(), StandardCharsets.UTF_8).substring(prefix.length()),
                    codec.read(entry.value())))
        .toList();
  }

  byte[] key(String key) {
    return (prefix + key).getBytes(StandardCharsets.UTF_8);
  }

  RecordBytes<T> codec() {
    return codec;
  }

  /** A value with its key. */
  public record Row<T>(String key, T value) {}
}
