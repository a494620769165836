package io.rapporteur.aggregation.search;

import java.util.Optional;

/**
 * Who searches.
 *
 * @param all sees all that stands
 * @param secretariat sees what is redacted in it too
 * @param participant code of a delegation, which sees its own beside what is public
 * @param signedIn reads editions for participants
 * @param draft sees the consolidated draft as it was circulated, beside all that
 */
public record Reader(
    boolean all,
    boolean secretariat,
    Optional<String> participant,
    boolean signedIn,
    boolean draft) {

  /** One who has signed in if it is one of these, else the public; without the draft. */
  public Reader(boolean all, boolean secretariat, Optional<String> participant) {
    this(all, secretariat, participant, all || secretariat || participant.isPresent(), false);
  }

  /** Word for those who see all that stands, but for what is redacted. */
  public static final String ALL = "all";

  /** Word for those who see what is redacted too. */
  public static final String SECRETARIAT = "secretariat";

  /** Word for those who do not sign in. */
  public static final String PUBLIC = "public";

  /** Word for those who see the consolidated draft. */
  public static final String DRAFT = "draft";

  /** Word for those who sign in. */
  public static final String PARTICIPANTS = "participants";

  /** Word for what of an edition this reader finds. */
  public String ofEditions() {
    return signedIn ? PARTICIPANTS : PUBLIC;
  }

  /** Word for a delegation that sees its own. */
  public static String own(String code) {
    return "own:" + code;
  }
}
