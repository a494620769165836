package io.rapporteur.schemas.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A local view of the log, in key order, on disk (RocksDB) or in memory. It holds nothing that the
 * log cannot give back: a store of another format or another log is emptied and filled again.
 * Records and the positions they were read up to are written in one batch. Reading is thread-safe;
 * only {@link ViewReader} writes.
 */
public final class ViewStore implements AutoCloseable {

  private static final byte[] FORMAT = "!format".getBytes(StandardCharsets.UTF_8);

  private final KeyValues entries;

  private ViewStore(KeyValues entries) {
    this.entries = entries;
  }

  /** A store that ends with the process and is filled from the beginning of the log. */
  public static ViewStore inMemory() {
    return new ViewStore(new InMemoryKeyValues());
  }

  /**
   * Opens the store in a folder, emptied if it was written in another format.
   *
   * @param folder made if missing; one process at a time
   * @param format names what the records look like; another name empties the store
   * @throws IllegalStateException if the folder cannot be used
   */
  public static ViewStore open(Path folder, String format) {
    KeyValues entries = RocksDbKeyValues.open(folder);
    byte[] wanted = format.getBytes(StandardCharsets.UTF_8);
    byte[] found = entries.get(FORMAT);
    if (found != null && !Arrays.equals(found, wanted)) {
      entries.close();
      delete(folder);
      entries = RocksDbKeyValues.open(folder);
      found = null;
    }
    if (found == null) {
      NavigableMap<byte[], Optional<byte[]>> named = new TreeMap<>(Arrays::compareUnsigned);
      named.put(FORMAT, Optional.of(wanted));
      entries.write(named);
    }
    return new ViewStore(entries);
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

  byte @Nullable [] bytes(byte[] key) {
    return entries.get(key);
  }

  void scan(byte[] prefix, byte[] from, Predicate<KeyValues.Entry> reader) {
    entries.scan(prefix, from, reader);
  }

  void write(NavigableMap<byte[], Optional<byte[]>> changes) {
    entries.write(changes);
  }

  @Override
  public void close() {
    entries.close();
  }
}
