package io.rapporteur.schemas.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * What one reading of the log changes in a view: it reads its own changes, and becomes visible
 * whole. One thread.
 */
public final class ViewBatch {

  private static final String POSITION = "!position\0";

  private final ViewStore store;
  private final NavigableMap<byte[], Optional<byte[]>> changes =
      new TreeMap<>(Arrays::compareUnsigned);

  ViewBatch(ViewStore store) {
    this.store = store;
  }

  /** The value of a key, changes of this batch included. */
  public <T extends SpecificRecord> Optional<T> get(Table<T> table, String key) {
    byte[] name = table.key(key);
    Optional<byte[]> changed = changes.get(name);
    // An entry without a value says that the key was removed.
    Optional<byte[]> bytes = changed == null ? Optional.ofNullable(store.bytes(name)) : changed;
    return bytes.map(table.codec()::read);
  }

  /** Sets the value of a key. */
  public <T extends SpecificRecord> void put(Table<T> table, String key, T value) {
    changes.put(table.key(key), Optional.of(table.codec().write(value)));
  }

  /** Removes a key. */
  public void delete(Table<?> table, String key) {
    changes.put(table.key(key), Optional.empty());
  }

  void position(String partition, long next) {
    changes.put(
        (POSITION + partition).getBytes(StandardCharsets.UTF_8),
        Optional.of(Long.toString(next).getBytes(StandardCharsets.UTF_8)));
  }

  static long position(ViewStore store, String partition) {
    byte[] bytes = store.bytes((POSITION + partition).getBytes(StandardCharsets.UTF_8));
    return bytes == null ? 0 : Long.parseLong(new String(bytes, StandardCharsets.UTF_8));
  }

  void write() {
    store.write(changes);
  }
}
