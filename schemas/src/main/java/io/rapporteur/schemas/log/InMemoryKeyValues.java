package io.rapporteur.schemas.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keys and values that end with the process. */
final class InMemoryKeyValues implements KeyValues {

  private final NavigableMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  @Override
  public byte @Nullable [] get(byte[] key) {
    lock.readLock().lock();
    try {
      byte[] value = entries.get(key);
      return value == null ? null : value.clone();
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void scan(byte[] prefix, byte[] from, Predicate<Entry> reader) {
    for (Entry entry : startingWith(prefix, from)) {
      if (!reader.test(entry)) {
        return;
      }
    }
  }

  private List<Entry> startingWith(byte[] prefix, byte[] from) {
    List<Entry> found = new ArrayList<>();
    lock.readLock().lock();
    try {
      for (Map.Entry<byte[], byte[]> entry : entries.tailMap(from, true).entrySet()) {
        byte[] key = entry.getKey();
        if (key.length < prefix.length
            || !Arrays.equals(prefix, Arrays.copyOf(key, prefix.length))) {
          break;
        }
        found.add(new Entry(key.clone(), entry.getValue().clone()));
      }
      return found;
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void write(NavigableMap<byte[], Optional<byte[]>> changes) {
    lock.writeLock().lock();
    try {
      changes.forEach(
          (key, value) ->
              value.ifPresentOrElse(
                  bytes -> entries.put(key.clone(), bytes.clone()), () -> entries.remove(key)));
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
