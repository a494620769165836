package io.rapporteur.identity.session;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a person stands between two pages.
 *
 * @param stage what has been shown so far
 * @param account account id; empty while nobody has said it
 * @param revision of the account then
 * @param challenge that a key is to answer
 * @param invitation code that was shown; empty unless the stage is {@link Stage#INVITED}
 * @param password hash of the password that was chosen; the same
 */
public record Step(
    Stage stage,
    String account,
    int revision,
    String challenge,
    String invitation,
    String password) {

  /** What has been shown. */
  public enum Stage {
    /** Nothing: any key that verifies its user may answer. */
    OPEN,
    /** The password of the account. */
    PASSWORD,
    /** An invitation, and a password to be set with it. */
    INVITED,
    /** Both factors: a further key is to be registered. */
    SIGNED_IN
  }

  /** A step without an invitation. */
  public Step(Stage stage, String account, int revision, String challenge) {
    this(stage, account, revision, challenge, "", "");
  }

  JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .subject(account)
        .claim("stage", stage.name())
        .claim("rev", revision)
        .claim("challenge", challenge)
        .claim("invitation", invitation)
        .claim("password", password);
  }

  static Optional<Step> of(JWTClaimsSet claims) {
    try {
      @Nullable Integer revision = claims.getIntegerClaim("rev");
      if (revision == null) {
        return Optional.empty();
      }
      return Optional.of(
          new Step(
              Stage.valueOf(claims.getStringClaim("stage")),
              claims.getSubject(),
              revision,
              claims.getStringClaim("challenge"),
              claims.getStringClaim("invitation"),
              claims.getStringClaim("password")));
    } catch (ParseException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Without what opens anything. */
  @Override
  public String toString() {
    return "Step[stage=%s, account=%s]".formatted(stage, account);
  }
}
