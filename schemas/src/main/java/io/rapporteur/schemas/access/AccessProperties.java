package io.rapporteur.schemas.access;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which tokens are believed: those of one issuer, those of several side by side, or both.
 *
 * @param issuer the {@code iss} of an issuer that may give every role and names its claims as we do
 * @param audience that its tokens must name; not checked if not given
 * @param jwkSetUri where its keys are; its own {@code /oauth2/jwks} if not given
 * @param issuers further issuers, each limited to roles
 */
@Validated
@ConfigurationProperties("rapporteur.access")
public record AccessProperties(
    @Nullable URI issuer,
    @Nullable String audience,
    @Nullable URI jwkSetUri,
    @DefaultValue @Valid List<TrustedIssuer> issuers) {

  /**
   * Checks that the issuers can be told apart.
   *
   * @throws IllegalArgumentException if there is none, one stands twice, or two of them give their
   *     accounts the same ids
   */
  public AccessProperties {
    issuers = List.copyOf(issuers);
    List<String> faults = new ArrayList<>();
    if (issuer == null && issuers.isEmpty()) {
      faults.add("rapporteur.access.issuer: missing (expected: an issuer, here or in issuers)");
    }
    Set<String> names = new HashSet<>();
    Set<String> prefixes = new HashSet<>();
    if (issuer != null) {
      names.add(issuer.toString());
      prefixes.add("");
    }
    for (TrustedIssuer each : issuers) {
      if (!names.add(each.issuer().toString())) {
        faults.add(
            "rapporteur.access.issuers: %s (expected: each issuer once)".formatted(each.issuer()));
      }
      if (!prefixes.add(each.accountPrefix())) {
        faults.add(
            "rapporteur.access.issuers: %s with account-prefix '%s' (expected: one of its own, or one issuer could speak as an account of another)"
                .formatted(each.issuer(), each.accountPrefix()));
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
  }

  /** All issuers, the single one first. */
  public List<TrustedIssuer> all() {
    return issuer == null
        ? issuers
        : Stream.concat(
                Stream.of(
                    new TrustedIssuer(
                        issuer,
                        audience,
                        jwkSetUri,
                        EnumSet.complementOf(EnumSet.of(Role.PUBLIC)),
                        "",
                        TrustedIssuer.Claims.OURS)),
                issuers.stream())
            .toList();
  }
}
