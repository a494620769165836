package io.rapporteur.aggregation.kafka;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What was read of the view last, under each name, and read anew once more of the log has been: who
 * turns the pages of a compilation asks for the same again and again. Thread-safe.
 *
 * @param <T> what is read; holds no texts of comments, for it is held for good
 */
final class LastRead<T> {

  private final Map<String, Held<T>> held;

  private record Held<T>(long progress, T value) {}

  /**
   * Holds nothing yet.
   *
   * @param most how many names; of more, those that are asked for least are let go
   */
  LastRead(int most) {
    this.held = Caffeine.newBuilder().maximumSize(most).<String, Held<T>>build().asMap();
  }

  /**
   * The value of a name.
   *
   * @param progress how far the view had been read before this was called; never falls
   * @param read reads the value; of callers at one time one reads, and the others wait for it
   */
  T of(long progress, String name, Supplier<T> read) {
    Held<T> now =
        held.compute(
            name,
            (n, before) ->
                before != null && before.progress() >= progress
                    ? before
                    : new Held<>(progress, read.get()));
    return Objects.requireNonNull(now).value();
  }
}
