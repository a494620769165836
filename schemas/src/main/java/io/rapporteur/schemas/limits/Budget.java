package io.rapporteur.schemas.limits;

import java.util.Locale;

/**
 * So many requests at once, and so many more each second.
 *
 * @param name of the policy, as headers name it
 */
record Budget(String name, int perSecond, int burst) {

  Budget {
    if (perSecond < 1 || burst < perSecond) {
      throw new IllegalArgumentException(
          "rapporteur.limits.%s: per-second %d, burst %d (expected: at least 1, and a burst of a second or more)"
              .formatted(name, perSecond, burst));
    }
  }

  /**
   * As an item of {@code RateLimit-Policy}: what may be asked within the time of a whole refill.
   */
  String policy() {
    return String.format(
        Locale.ROOT, "\"%s\";q=%d;w=%d", name, burst, Math.ceilDiv(burst, perSecond));
  }
}
