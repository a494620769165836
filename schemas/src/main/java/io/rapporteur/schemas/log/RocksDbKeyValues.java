package io.rapporteur.schemas.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** Keys and values on disk; one process at a time. An iterator of RocksDB reads one state. */
final class RocksDbKeyValues implements KeyValues {

  static {
    RocksDB.loadLibrary();
  }

  private final RocksDB db;
  private final Options options;
  private final WriteOptions writeOptions = new WriteOptions();

  private RocksDbKeyValues(RocksDB db, Options options) {
    this.db = db;
    this.options = options;
  }

  /** Opens the store of a folder, made if missing. */
  static RocksDbKeyValues open(Path folder) {
    try {
      Files.createDirectories(folder);
      var options = new Options().setCreateIfMissing(true).setKeepLogFileNum(2);
      return new RocksDbKeyValues(RocksDB.open(options, folder.toString()), options);
    } catch (IOException | RocksDBException e) {
      throw new IllegalStateException(
          "view " + folder + ": cannot be opened: " + e.getMessage(), e);
    }
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    try {
      return db.get(key);
    } catch (RocksDBException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void scan(byte[] prefix, byte[] from, Predicate<Entry> reader) {
    try (var readOptions = new ReadOptions();
        RocksIterator iterator = db.newIterator(readOptions)) {
      iterator.seek(from);
      while (iterator.isValid()
          && startsWith(iterator.key(), prefix)
          && reader.test(new Entry(iterator.key(), iterator.value()))) {
        iterator.next();
      }
      iterator.status();
    } catch (RocksDBException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void write(NavigableMap<byte[], Optional<byte[]>> changes) {
    try (var batch = new WriteBatch()) {
      for (var change : changes.entrySet()) {
        if (change.getValue().isPresent()) {
          batch.put(change.getKey(), change.getValue().get());
        } else {
          batch.delete(change.getKey());
        }
      }
      db.write(writeOptions, batch);
    } catch (RocksDBException e) {
      throw new IllegalStateException("view: cannot be written: " + e.getMessage(), e);
    }
  }

  private static boolean startsWith(byte[] key, byte[] prefix) {
    return key.length >= prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static IllegalStateException unreadable(RocksDBException cause) {
    return new IllegalStateException("view: cannot be read", cause);
  }

  @Override
  public void close() {
    db.close();
    writeOptions.close();
    options.close();
  }
}
