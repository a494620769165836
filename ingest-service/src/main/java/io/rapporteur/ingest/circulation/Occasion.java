package io.rapporteur.ingest.circulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What one participant is told. It holds no more than a mail may say before publication: never
 * anything of a comment (promise 7 of the design).
 *
 * @param kind what happened
 * @param happenedAt when
 * @param closesAt the participant's deadline as it then stood; empty for an edition
 * @param edition that is out; empty for other kinds
 */
public record Occasion(
    Kind kind, Instant happenedAt, Optional<Instant> closesAt, Optional<String> edition) {

  /** How long an edition is news; a deadline is until it has passed. */
  static final Duration NEWS = Duration.ofDays(7);

  /** What happened. */
  public enum Kind {
    OPENED,
    EXTENDED,
    CLOSING,
    PUBLISHED,
    /** An edition is for participants, and not public. */
    SHARED;

    /** Its word, for instance {@code opened}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One kind of occasion is told once by this name; a moved deadline makes another one. */
  public String name() {
    return kind == Kind.OPENED
        ? kind.word()
        : kind.word() + "/" + edition.orElseGet(() -> closesAt.orElseThrow().toString());
  }

  /** Whether it is too late to tell it. */
  public boolean stale(Instant now) {
    return now.isAfter(closesAt.orElse(happenedAt.plus(NEWS)));
  }
}
