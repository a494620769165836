package io.rapporteur.schemas.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatchWithIndex;
import org.rocksdb.WriteOptions;

/**
 * A local view of the log on disk (RocksDB), in key order. It holds nothing that the log cannot
 * give back: a store of another format or another log is emptied and filled again. Records and the
 * positions they were read up to are written in one batch. Reading is thread-safe; only {@link
 * ViewReader} writes.
 */
public final class ViewStore implements AutoCloseable {

  private static final byte[] FORMAT = "!format".getBytes(StandardCharsets.UTF_8);

  static {
    RocksDB.loadLibrary();
  }

  private final RocksDB db;
  private final Options options;
  private final WriteOptions writeOptions = new WriteOptions();

  private ViewStore(RocksDB db, Options options) {
    this.db = db;
    this.options = options;
  }

  /**
   * Opens the store in a folder, emptied if it was written in another format.
   *
   * @param folder made if missing; one process at a time
   * @param format names what the records look like; another name empties the store
   * @throws IllegalStateException if the folder cannot be used
   */
  public static ViewStore open(Path folder, String format) {
    ViewStore store = open(folder);
    byte[] wanted = format.getBytes(StandardCharsets.UTF_8);
    byte[] found = store.bytes(FORMAT);
    if (found != null && !Arrays.equals(found, wanted)) {
      store.close();
      delete(folder);
      store = open(folder);
      found = null;
    }
    if (found == null) {
      try {
        store.db.put(FORMAT, wanted);
      } catch (RocksDBException e) {
        throw new IllegalStateException("view " + folder + ": cannot be written", e);
      }
    }
    return store;
  }

  private static ViewStore open(Path folder) {
    try {
      Files.createDirectories(folder);
      var options = new Options().setCreateIfMissing(true).setKeepLogFileNum(2);
      return new ViewStore(RocksDB.open(options, folder.toString()), options);
    } catch (IOException | RocksDBException e) {
      throw new IllegalStateException(
          "view " + folder + ": cannot be opened: " + e.getMessage(), e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("view " + folder + ": cannot be emptied", e);
    }
  }

  /**
   * A named part of the store whose values are Avro records.
   *
   * @param name of letters; its keys begin with it
   * @param schema of the values
   */
  public <T extends SpecificRecord> Table<T> table(String name, Schema schema) {
    return new Table<>(this, name, new RecordBytes<>(schema));
  }

  byte @org.jspecify.annotations.Nullable [] bytes(byte[] key) {
    try {
      return db.get(key);
    } catch (RocksDBException e) {
      throw new IllegalStateException("view: cannot be read", e);
    }
  }

  List<Entry> scan(byte[] prefix, byte[] after, int limit) {
    List<Entry> entries = new ArrayList<>();
    try (var readOptions = new ReadOptions();
        RocksIterator iterator = db.newIterator(readOptions)) {
      for (iterator.seek(after);
          iterator.isValid() && entries.size() < limit && startsWith(iterator.key(), prefix);
          iterator.next()) {
        entries.add(new Entry(iterator.key(), iterator.value()));
      }
      iterator.status();
      return entries;
    } catch (RocksDBException e) {
      throw new IllegalStateException("view: cannot be read", e);
    }
  }

  Optional<byte[]> bytes(WriteBatchWithIndex batch, byte[] key) {
    try (var readOptions = new ReadOptions()) {
      return Optional.ofNullable(batch.getFromBatchAndDB(db, readOptions, key));
    } catch (RocksDBException e) {
      throw new IllegalStateException("view: cannot be read", e);
    }
  }

  void write(WriteBatchWithIndex batch) {
    try {
      db.write(writeOptions, batch);
    } catch (RocksDBException e) {
      throw new IllegalStateException("view: cannot be written: " + e.getMessage(), e);
    }
  }

  private static boolean startsWith(byte[] key, byte[] prefix) {
    return key.length >= prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }

  @Override
  public void close() {
    db.close();
    writeOptions.close();
    options.close();
  }

  record Entry(byte[] key, byte[] value) {}
}
