package io.rapporteur.schemas.access;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who asks.
 *
 * @param role what it may do
 * @param client client id of the token; {@code public} without one
 * @param participant participant code, for a delegation only
 */
public record Caller(Role role, String client, Optional<String> participant) {

  private static final Caller PUBLIC = new Caller(Role.PUBLIC, "public", Optional.empty());

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
        Optional.ofNullable(token.getToken().getClaimAsString("participant"));
    if (role == Role.PUBLIC || (role == Role.DELEGATION && participant.isEmpty())) {
      return PUBLIC;
    }
    return new Caller(
        role, token.getName(), role == Role.DELEGATION ? participant : Optional.empty());
  }

  /** Whether the caller belongs to the secretariat. */
  public boolean isSecretariat() {
    return role == Role.SECRETARIAT;
  }

  /** Whether the caller speaks for this participant. */
  public boolean speaksFor(String code) {
    return participant.filter(code::equals).isPresent();
  }
}
