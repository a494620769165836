package io.rapporteur.schemas.delivery;

import java.io.IOException;
import java.time.Instant;

/**
 * Whether this instance may send. Promise 11 of the design: a rebuild, a second replica or a
 * restore sends nothing until it is released. Implementations are thread-safe.
 */
public interface Release {

  /**
   * As it stands.
   *
   * @param reached how far the log has been read, to its end
   */
  Standing standing(long reached);

  /**
   * Releases this instance.
   *
   * @param since occasions of before are not told
   */
  void release(Instant since, long reached) throws IOException;

  /** Held or released. */
  sealed interface Standing {

    /** Whether what happened at this instant is told. */
    default boolean covers(Instant happenedAt) {
      return switch (this) {
        case Held held -> false;
        case Released(Instant since) -> !happenedAt.isBefore(since);
      };
    }

    /** Nothing is sent. */
    record Held(String reason) implements Standing {}

    /** What has happened since then is told. */
    record Released(Instant since) implements Standing {}
  }
}
