package io.rapporteur.schemas.access;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Reads the tokens of several issuers, each with its own keys: checked by signature, issuer, time
 * and audience. Which issuer's keys are asked is what the token says of itself; another issuer's
 * keys never answer for it. Thread-safe.
 */
final class IssuersDecoder implements JwtDecoder {

  private final Map<String, JwtDecoder> decoders = new HashMap<>();

  IssuersDecoder(List<TrustedIssuer> issuers) {
    issuers.forEach(issuer -> decoders.put(issuer.issuer().toString(), decoder(issuer)));
  }

  /**
   * Reads a token.
   *
   * @throws BadJwtException if it is no token, of an unknown issuer, or not to be believed
   */
  @Override
  public Jwt decode(String token) {
    JwtDecoder decoder = decoders.get(issuer(token));
    if (decoder == null) {
      throw new BadJwtException("token of an unknown issuer");
    }
    return decoder.decode(token);
  }

  private static String issuer(String token) {
    try {
      String issuer = JWTParser.parse(token).getJWTClaimsSet().getIssuer();
      return issuer == null ? "" : issuer;
    } catch (ParseException | RuntimeException e) {
      throw new BadJwtException("not a token", e);
    }
  }

  private static JwtDecoder decoder(TrustedIssuer issuer) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(issuer.keys().toString())
            .jwsAlgorithms(
                algorithms ->
                    algorithms.addAll(
                        List.of(
                            SignatureAlgorithm.RS256,
                            SignatureAlgorithm.PS256,
                            SignatureAlgorithm.ES256)))
            .build();
    List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
    validators.add(new JwtTimestampValidator());
    validators.add(new JwtIssuerValidator(issuer.issuer().toString()));
    validators.add(new JwtClaimValidator<String>(ClaimsInOurWords.ACCOUNT, Objects::nonNull));
    if (issuer.audience() != null) {
      validators.add(new JwtAudienceValidator(issuer.audience()));
    }
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(validators));
    decoder.setClaimSetConverter(new ClaimsInOurWords(issuer));
    return decoder;
  }
}
