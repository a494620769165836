package io.rapporteur.schemas.log;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Bytes by key, in the order of the keys as unsigned bytes. Implementations are thread-safe, and
 * never give or keep an array that somebody else may change.
 */
interface KeyValues extends AutoCloseable {

  /** The value of a key; null if there is none. */
  byte @Nullable [] get(byte[] key);

  /**
   * Tells the entries of one state of the store, in their order, whatever is written meanwhile.
   *
   * @param prefix of the keys
   * @param from the smallest key that may be told
   * @param reader answers whether it wants another one
   */
  void scan(byte[] prefix, byte[] from, Predicate<Entry> reader);

  /**
   * Changes many keys; readers see all of it or nothing.
   *
   * @param changes an empty value removes the key
   */
  void write(NavigableMap<byte[], Optional<byte[]>> changes);

  @Override
  void close();

  /** A key with its value. */
  record Entry(byte[] key, byte[] value) {}
}
