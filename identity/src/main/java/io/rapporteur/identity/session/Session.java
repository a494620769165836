package io.rapporteur.identity.session;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person who has signed in with both factors.
 *
 * @param id random; tells it from others of the same account
 * @param account account id
 * @param revision of the account at which it began: an act that takes tokens back ends it too
 * @param signedInAt when both factors had been shown
 * @param ways in which, by the names of RFC 8176 where it has one
 */
public record Session(
    String id, String account, int revision, Instant signedInAt, List<String> ways) {

  /** Password and key. */
  public static final List<String> PASSWORD_AND_KEY = List.of("pwd", "hwk", "mfa");

  /** A key that verified its user. */
  public static final List<String> VERIFYING_KEY = List.of("hwk", "user", "mfa");

  /** Password and recovery code. */
  public static final List<String> PASSWORD_AND_CODE = List.of("pwd", "otp", "mfa");

  private static final String REVISION = "rev";
  private static final String SIGNED_IN_AT = "at";
  private static final String WAYS = "ways";

  /** Copies the ways. */
  public Session {
    ways = List.copyOf(ways);
  }

  /** Whether a recovery code stood in for a key. */
  public boolean isByCode() {
    return ways.equals(PASSWORD_AND_CODE);
  }

  /** The same session after an act of its own person. */
  public Session at(int next) {
    return new Session(id, account, next, signedInAt, ways);
  }

  /** As claims to be sealed. */
  public JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .jwtID(id)
        .subject(account)
        .claim(REVISION, revision)
        .claim(SIGNED_IN_AT, signedInAt.getEpochSecond())
        .claim(WAYS, ways);
  }

  /** The session of claims; empty if they are of another kind. */
  public static Optional<Session> of(JWTClaimsSet claims) {
    try {
      @Nullable Integer revision = claims.getIntegerClaim(REVISION);
      @Nullable Long signedInAt = claims.getLongClaim(SIGNED_IN_AT);
      @Nullable List<String> ways = claims.getStringListClaim(WAYS);
      if (claims.getJWTID() == null
          || claims.getSubject() == null
          || revision == null
          || signedInAt == null
          || ways == null) {
        return Optional.empty();
      }
      return Optional.of(
          new Session(
              claims.getJWTID(),
              claims.getSubject(),
              revision,
              Instant.ofEpochSecond(signedInAt),
              ways));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
