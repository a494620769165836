package io.rapporteur.schemas.log;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatchWithIndex;

/**
 * What one reading of the log changes in a view: it reads its own changes, and becomes visible
 * whole.
 */
public final class ViewBatch implements AutoCloseable {

  private static final String POSITION = "!position\0";

  private final ViewStore store;
  private final WriteBatchWithIndex batch = new WriteBatchWithIndex(true);

  ViewBatch(ViewStore store) {
    this.store = store;
  }

  /** The value of a key, changes of this batch included. */
  public <T extends SpecificRecord> Optional<T> get(Table<T> table, String key) {
    return store.bytes(batch, table.key(key)).map(table.codec()::read);
  }

  /** Sets the value of a key. */
  public <T extends SpecificRecord> void put(Table<T> table, String key, T value) {
    put(table.key(key), table.codec().write(value));
  }

  /** Removes a key. */
  public void delete(Table<?> table, String key) {
    try {
      batch.delete(table.key(key));
    } catch (RocksDBException e) {
      throw new IllegalStateException("view: cannot be written", e);
    }
  }

  void position(String partition, long next) {
    put(
        (POSITION + partition).getBytes(StandardCharsets.UTF_8),
        Long.toString(next).getBytes(StandardCharsets.UTF_8));
  }

  static long position(ViewStore store, String partition) {
    byte[] bytes = store.bytes((POSITION + partition).getBytes(StandardCharsets.UTF_8));
    return bytes == null ? 0 : Long.parseLong(new String(bytes, StandardCharsets.UTF_8));
  }

  private void put(byte[] key, byte[] value) {
    try {
      batch.put(key, value);
    } catch (RocksDBException e) {
      throw new IllegalStateException("view: cannot be written", e);
    }
  }

  void write() {
    store.write(batch);
  }

  @Override
  public void close() {
    batch.close();
  }
}
