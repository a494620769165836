package io.rapporteur.identity.account;

import io.rapporteur.schemas.access.Role;
import java.util.Optional;

/**
 * Whose accounts they are: a delegation's, or those of a role that has no participant. All accounts
 * of one holder are changed in one row of revisions, so that a rule over several of them holds.
 *
 * @param participant code, for a delegation only
 */
public record Holder(Role role, Optional<String> participant) {

  private static final String DELEGATION = Role.DELEGATION.claim() + "/";

  /** The secretariat. */
  public static final Holder SECRETARIAT = new Holder(Role.SECRETARIAT, Optional.empty());

  /**
   * Checks that exactly a delegation has a participant.
   *
   * @throws IllegalArgumentException if it does not, or the role is the public
   */
  public Holder {
    if ((role == Role.DELEGATION) != participant.isPresent() || role == Role.PUBLIC) {
      throw new IllegalArgumentException(
          "holder: " + role + " " + participant + " (expected: a participant for a delegation)");
    }
  }

  /** The delegation of a participant. */
  public static Holder delegation(String code) {
    return new Holder(Role.DELEGATION, Optional.of(code));
  }

  /** The holder of a key. */
  public static Holder ofKey(String key) {
    return key.startsWith(DELEGATION)
        ? delegation(key.substring(DELEGATION.length()))
        : new Holder(Role.ofClaim(key).orElseThrow(), Optional.empty());
  }

  /** Key of its row in the log. */
  public String key() {
    return participant.map(DELEGATION::concat).orElse(role.claim());
  }

  /** What its account ids begin with; a participant's code has no dot. */
  public String idPrefix() {
    return participant.orElse("-" + role.claim()) + ".";
  }
}
