package io.rapporteur.aggregation.search;

import java.util.Optional;

/**
 * Who searches.
 *
 * @param all sees all that stands
 * @param secretariat sees what is redacted in it too
 * @param participant code of a delegation, which sees its own beside what is public
 */
public record Reader(boolean all, boolean secretariat, Optional<String> participant) {

  /** Word for those who see all that stands, but for what is redacted. */
  public static final String ALL = "all";

  /** Word for those who see what is redacted too. */
  public static final String SECRETARIAT = "secretariat";

  /** Word for everyone. */
  public static final String PUBLIC = "public";

  /** Word for a delegation that sees its own. */
  public static String own(String code) {
    return "own:" + code;
  }
}
