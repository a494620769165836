package io.rapporteur.schemas.revision;

/**
 * The rule of every event topic: an event counts if and only if the revision it makes is the
 * current one plus one. Any other event is void: it is kept in the log and ignored by everyone. The
 * order of one partition thus decides between two writers, and a repeated write changes nothing.
 * Pure; the vectors in {@code revision-rule.tsv} hold for every reader.
 */
public final class RevisionRule {

  /** The revision of a thing of which nothing is known yet. */
  public static final int NOTHING = 0;

  private RevisionRule() {}

  /**
   * @param current revision of the last event that counted, {@link #NOTHING} if none did
   * @param made revision that the event says it makes
   * @return whether the event counts
   */
  public static boolean counts(int current, int made) {
    return made == current + 1 && made > NOTHING;
  }
}
