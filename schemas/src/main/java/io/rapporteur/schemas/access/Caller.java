package io.rapporteur.schemas.access;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who asks.
 *
 * @param role what it may do
 * @param client account id of the token; {@code public} without one
 * @param participant participant code, for a delegation only
 * @param duties within the delegation; empty for everyone else
 */
public record Caller(Role role, String client, Optional<String> participant, Set<Duty> duties) {

  private static final Caller PUBLIC =
      new Caller(Role.PUBLIC, "public", Optional.empty(), Set.of());

  /** Copies the duties. */
  public Caller {
    duties = Set.copyOf(duties);
  }

  /** The caller of a request. */
  public static Caller of(@Nullable Authentication authentication) {
    if (!(authentication instanceof JwtAuthenticationToken token)) {
      return PUBLIC;
    }
    Role role =
        token.getAuthorities().stream()
            .map(authority -> Objects.requireNonNullElse(authority.getAuthority(), ""))
            .map(AccessRules::roleOfAuthority)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(Role.PUBLIC);
    Optional<String> participant =
        Optional.ofNullable(token.getToken().getClaimAsString(ClaimsInOurWords.PARTICIPANT));
    if (role == Role.PUBLIC || (role == Role.DELEGATION && participant.isEmpty())) {
      return PUBLIC;
    }
    return role == Role.DELEGATION
        ? new Caller(
            role,
            token.getName(),
            participant,
            Duty.of(token.getToken().getClaimAsStringList(ClaimsInOurWords.DUTIES)))
        : new Caller(role, token.getName(), Optional.empty(), Set.of());
  }

  /** Whether the caller belongs to the secretariat. */
  public boolean isSecretariat() {
    return role == Role.SECRETARIAT;
  }

  /** Whether the caller belongs to the delegation of this participant. */
  public boolean belongsTo(String code) {
    return participant.filter(code::equals).isPresent();
  }

  /** Whether the caller has this duty within its delegation. */
  public boolean has(Duty duty) {
    return duties.contains(duty);
  }
}
