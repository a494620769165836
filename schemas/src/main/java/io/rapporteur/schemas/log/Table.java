package io.rapporteur.schemas.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
    List<T> values = new ArrayList<>();
    each(start, row -> values.add(row.value()));
    return List.copyOf(values);
  }

  /**
   * Tells all values whose keys begin so, in the order of the keys, of one state of the store; no
   * more than one is held at a time.
   */
  public void each(String start, Consumer<Row<T>> reader) {
    store.scan(
        key(start),
        key(start),
        entry -> {
          reader.accept(row(entry));
          return true;
        });
  }

  /**
   * One page of the values whose keys begin so.
   *
   * @param start beginning of the keys
   * @param after key after which the page begins; empty for the first page
   * @param limit largest size of the page
   */
  public List<Row<T>> page(String start, String after, int limit) {
    List<Row<T>> page = new ArrayList<>();
    if (limit > 0) {
      // The smallest key after the given one.
      byte[] from = after.isEmpty() ? key(start) : key(after + '\0');
      store.scan(
          key(start),
          from,
          entry -> {
            page.add(row(entry));
            return page.size() < limit;
          });
    }
    return List.copyOf(page);
  }

  private Row<T> row(KeyValues.Entry entry) {
    return new Row<>(
        new String(entry.key(), StandardCharsets.UTF_8).substring(prefix.length()),
        codec.read(entry.value()));
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
