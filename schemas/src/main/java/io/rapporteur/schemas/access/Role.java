package io.rapporteur.schemas.access;

import java.util.Locale;
import java.util.Optional;

/** What a caller may do; who shows no token is the public. */
public enum Role {
  /** Speaks for the participant of its token. */
  DELEGATION,
  /** Runs the consultation, and sees all that is handed in. */
  SECRETARIAT,
  /** Leads the meeting; sees what the public sees, unless the secretariat grants more. */
  CHAIR,
  /** Keeps the list of what was suggested; sees what the public sees, unless granted more. */
  RAPPORTEUR,
  /** Decides between meetings; sees what the public sees, unless granted more. */
  BUREAU,
  /** Anyone, without a token. */
  PUBLIC;

  /** Name of the role in the {@code roles} claim of a token, for instance {@code delegation}. */
  public String claim() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the secretariat may grant this role the sight of sealed comments. */
  public boolean canBeGrantedSight() {
    return this == CHAIR || this == RAPPORTEUR || this == BUREAU;
  }

  /** The role of a claim value; empty if there is no such role. */
  public static Optional<Role> ofClaim(String value) {
    for (Role role : values()) {
      if (role != PUBLIC && role.claim().equals(value)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
