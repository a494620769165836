package io.rapporteur.aggregation.search;

import java.util.Optional;

/**
 * Who searches.
 *
 * @param all sees all that stands
 * @param secretariat sees what is redacted in it too
 * @param participant code of a delegation, which sees its own beside what is public
 * @param draft sees the consolidated draft as it was circulated, beside all that
 */
public record Reader(
    boolean all, boolean secretariat, Optional<String> participant, boolean draft) {

  /** Word for those who see all that stands, but for what is redacted. */
  public static final String ALL = "all";

  /** Word for those who see what is redacted too. */
  public static final String SECRETARIAT = "secretariat";

  /** Word for everyone. */
  public static final String PUBLIC = "public";

  /** Word for those who see the consolidated draft. */
  public static final String DRAFT = "draft";

  /** Word for a delegation that sees its own. */
  public static String own(String code) {
    return "own:" + code;
  }
}
