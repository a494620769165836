package io.rapporteur.schemas.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person does within a delegation; one may have several duties, and only they speak. */
public enum Duty {
  /** Drafts. */
  EXPERT,
  /** Reviews drafts and releases them. */
  REVIEWER,
  /** Hands in, joins, leaves and withdraws for the delegation, and cares for its accounts. */
  CONTACT_POINT;

  /**
   * Name of the duty in the {@code duties} claim of a token, for instance {@code contact-point}.
   */
  public String claim() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The duties of a claim; what is no duty is passed over.
   *
   * @param claim null if the token has none: then it is the delegation's own client and has all
   */
  static Set<Duty> of(@Nullable List<String> claim) {
    return claim == null ? EnumSet.allOf(Duty.class) : ofClaim(claim);
  }

  /** The duties of these names; what is no duty is passed over. */
  public static Set<Duty> ofClaim(List<String> claim) {
    Set<Duty> duties = EnumSet.noneOf(Duty.class);
    for (Duty duty : values()) {
      if (claim.contains(duty.claim())) {
        duties.add(duty);
      }
    }
    return duties;
  }
}
