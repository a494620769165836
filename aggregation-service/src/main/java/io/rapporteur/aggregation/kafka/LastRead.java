package io.rapporteur.aggregation.kafka;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What was read of the view last, under each name, and read anew once more of the log has been: who
 * turns the pages of a compilation asks for the same again and again. Thread-safe.
 *
 * @param <T> what is read; holds no texts of comments, for it is held for good
 */
final class LastRead<T> {

  private final Map<String, Held<T>> held = new ConcurrentHashMap<>();

  private record Held<T>(long progress, T value) {}

  /**
   * The value of a name.
   *
   * @param progress how far the view had been read before this was called; never falls
   * @param read reads the value; of callers at one time one reads, and the others wait for it
   */
  T of(long progress, String name, Supplier<T> read) {
    return held.compute(
            name,
            (n, before) ->
                before != null && before.progress() >= progress
                    ? before
                    : new Held<>(progress, read.get()))
        .value();
  }
}
