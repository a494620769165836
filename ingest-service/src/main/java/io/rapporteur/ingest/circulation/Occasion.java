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
 * @param closesAt the participant's deadline as it then stood; of a draft, the last instant for
 *     comments on it, if there is one; empty for an edition and an adopted list
 * @param edition that is out; empty for other kinds
 * @param draftVersion of the consolidated draft that was circulated; empty for other kinds
 */
public record Occasion(
    Kind kind,
    Instant happenedAt,
    Optional<Instant> closesAt,
    Optional<String> edition,
    Optional<Integer> draftVersion) {

  /** An occasion of a round. */
  public Occasion(
      Kind kind, Instant happenedAt, Optional<Instant> closesAt, Optional<String> edition) {
    this(kind, happenedAt, closesAt, edition, Optional.empty());
  }

  /** How long it is news; what has a deadline is until that has passed. */
  static final Duration NEWS = Duration.ofDays(7);

  /** What happened. */
  public enum Kind {
    OPENED,
    EXTENDED,
    CLOSING,
    PUBLISHED,
    DRAFT_CIRCULATED,
    LIST_ADOPTED,
    /** An edition is for participants, and not public. */
    SHARED;

    /** Its word, for instance {@code draft-circulated}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One kind of occasion is told once by this name; a moved deadline or another version makes
   * another one.
   */
  public String name() {
    return switch (kind) {
      case OPENED, LIST_ADOPTED -> kind.word();
      case EXTENDED, CLOSING -> kind.word() + "/" + closesAt.orElseThrow();
      case PUBLISHED, SHARED -> kind.word() + "/" + edition.orElseThrow();
      case DRAFT_CIRCULATED -> kind.word() + "/" + draftVersion.orElseThrow();
    };
  }

  /** Whether it is too late to tell it. */
  public boolean stale(Instant now) {
    return now.isAfter(closesAt.orElse(happenedAt.plus(NEWS)));
  }
}
