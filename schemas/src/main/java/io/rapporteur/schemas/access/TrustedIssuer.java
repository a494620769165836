package io.rapporteur.schemas.access;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An issuer of OpenID Connect whose tokens are believed, and how far.
 *
 * @param issuer the {@code iss} of its tokens, exactly
 * @param audience that its tokens must name; not checked if not given
 * @param jwkSetUri where its keys are; its own {@code /oauth2/jwks} if not given
 * @param roles that it may give; any other that its tokens claim is dropped
 * @param accountPrefix put before its account ids, so that no two issuers speak as one account
 * @param claims how its tokens say what we ask
 */
public record TrustedIssuer(
    @NotNull URI issuer,
    @Nullable String audience,
    @Nullable URI jwkSetUri,
    @NotEmpty Set<Role> roles,
    @DefaultValue("") String accountPrefix,
    @DefaultValue Claims claims) {

  /** Copies the roles. */
  public TrustedIssuer {
    roles = roles == null ? Set.of() : Set.copyOf(roles);
  }

  /** Where the keys are fetched, at the first token. */
  URI keys() {
    return jwkSetUri == null ? URI.create(issuer + "/oauth2/jwks") : jwkSetUri;
  }

  /**
   * Names of claims; a dot goes into an object, as in {@code realm_access.roles}.
   *
   * @param roles list of roles, or one
   * @param roleNames what its words for roles are with us; words that are not here are taken as
   *     they are
   * @param participant code of the participant
   * @param duties list of duties; a token without it has all of them
   * @param account what stands for the account as long as it exists
   */
  public record Claims(
      @DefaultValue("roles") String roles,
      @DefaultValue Map<String, String> roleNames,
      @DefaultValue("participant") String participant,
      @DefaultValue("duties") String duties,
      @DefaultValue("sub") String account) {

    static final Claims OURS = new Claims("roles", Map.of(), "participant", "duties", "sub");

    /** Copies the words. */
    public Claims {
      roleNames = Map.copyOf(roleNames);
    }
  }
}
