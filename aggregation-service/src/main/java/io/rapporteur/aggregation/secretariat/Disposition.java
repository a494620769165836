package io.rapporteur.aggregation.secretariat;

import java.util.Locale;

/**
 * How a comment is disposed of, in the words of the observations of secretariats in the tables of
 * ISO and IEC (template of 2012-03) and of the IPPC.
 */
public enum Disposition {
  ACCEPTED,
  ACCEPTED_IN_PART,
  ACCEPTED_IN_PRINCIPLE,
  NOTED,
  CLARIFICATION_NEEDED,
  NOT_ACCEPTED,
  OUT_OF_SCOPE;

  /** The word in JSON, for instance {@code accepted-in-part}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
