package io.rapporteur.schemas.access;

import java.time.Instant;
import java.util.Objects;
import org.springframework.security.oauth2.jwt.Jwt;

/** Which tokens have been taken back. Implementations are thread-safe. */
@FunctionalInterface
public interface Revocations {

  /** Nothing is ever taken back. */
  Revocations NONE = (account, revision, issuedAt) -> true;

  /**
   * Whether a token is still believed.
   *
   * @param account that it names
   * @param revision of the account that it carries; -1 if it carries none
   * @param issuedAt {@code iat}, in whole seconds; {@link Instant#MIN} if it carries none
   */
  boolean believes(String account, int revision, Instant issuedAt);

  /** Whether a token that was believed when it came still is. */
  default boolean believes(Jwt token) {
    return believes(
        Objects.requireNonNull(token.getClaimAsString(ClaimsInOurWords.ACCOUNT)),
        token.getClaim(TokenClaimNames.REVISION) instanceof Number revision
            ? revision.intValue()
            : -1,
        Objects.requireNonNullElse(token.getIssuedAt(), Instant.MIN));
  }
}
