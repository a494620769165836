package io.rapporteur.schemas.joint;

import java.util.Set;

/** What one counted event does to a comment. */
public sealed interface Deed {

  /**
   * The author gives it a text, the first or the next.
   *
   * @param late received after the deadline
   * @param invited codes of those who are asked to join
   */
  record Said(boolean late, Set<String> invited) implements Deed {

    /** Copies the codes. */
    public Said {
      invited = Set.copyOf(invited);
    }
  }

  /** The author takes it back, for all who joined. */
  record Withdrawn() implements Deed {}

  /** One more participant is asked to join. */
  record Invited(String coSponsor) implements Deed {}

  /**
   * A co-sponsor joins exactly one text.
   *
   * @param text the revision that made the text
   */
  record Joined(String coSponsor, int text) implements Deed {}

  /** A co-sponsor leaves, declines or is let go. */
  record Left(String coSponsor) implements Deed {}

  /**
   * The secretariat decides on a text that came late.
   *
   * @param text the revision that made the text
   */
  record Decided(int text, boolean accepted) implements Deed {}
}
