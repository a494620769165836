package io.rapporteur.identity.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Ids of what has been sealed and must not be used again: authorization codes, sessions that were
 * signed out. This instance alone remembers them, until they would have expired. Thread-safe.
 */
public final class Spent {

  private static final int MOST = 100_000;

  private final Cache<String, Boolean> ids;

  /** Remembers them so long. */
  public Spent(Duration longest) {
    ids = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(longest).build();
  }

  /** Spends an id; answers whether it was not spent before. */
  public boolean spend(String id) {
    return ids.asMap().putIfAbsent(id, true) == null;
  }

  /** Whether it was spent. */
  public boolean has(String id) {
    return ids.getIfPresent(id) != null;
  }
}
