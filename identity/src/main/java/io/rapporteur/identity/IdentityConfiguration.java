package io.rapporteur.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.rapporteur.schemas.http.HttpConfiguration;
import io.rapporteur.schemas.http.Problem;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.ProblemWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * Issues OAuth 2 tokens for client credentials. Three doors are open: {@code POST /oauth2/token},
 * {@code GET /oauth2/jwks} and the metadata; whatever else lies below {@code /oauth2} and {@code
 * /.well-known} is answered as missing.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
@Import(HttpConfiguration.class)
public class IdentityConfiguration {

  static final String TOKEN = "/oauth2/token";
  static final String KEYS = "/oauth2/jwks";

  private static final Logger LOG = LoggerFactory.getLogger(IdentityConfiguration.class);

  @Bean
  JWKSource<SecurityContext> identityKeys(IdentityProperties properties) {
    return SigningKey.of(properties.directory().resolve("signing-key.json")).source();
  }

  @Bean
  MetadataResource identityMetadata(IdentityProperties properties) {
    return new MetadataResource(properties);
  }

  /** Spring's authorization server sees nothing but requests for tokens and keys. */
  @Bean
  @Order(1)
  SecurityFilterChain identityTokens(
      HttpSecurity http,
      IdentityProperties properties,
      @Qualifier("identityKeys") JWKSource<SecurityContext> keys) {
    var path = PathPatternRequestMatcher.withDefaults();
    var refusal = new ClientRefusal();
    var tokens = new JwtGenerator(new NimbusJwtEncoder(keys));
    tokens.setJwtCustomizer(new TokenClaims());
    DemoClients clients = properties.clients();
    if (clients.isEmpty()) {
      LOG.warn("rapporteur.identity.demo-secret is not set: no client can get a token");
    }
    http.setSharedObject(JWKSource.class, keys);
    return stateless(http)
        .securityMatcher(
            new OrRequestMatcher(
                path.matcher(HttpMethod.POST, TOKEN), path.matcher(HttpMethod.GET, KEYS)))
        .oauth2AuthorizationServer(
            server ->
                server
                    .registeredClientRepository(clients)
                    .authorizationService(new ForgottenTokens())
                    .authorizationServerSettings(
                        AuthorizationServerSettings.builder()
                            .issuer(properties.issuer().toString())
                            .tokenEndpoint(TOKEN)
                            .jwkSetEndpoint(KEYS)
                            .build())
                    .tokenGenerator(tokens)
                    .clientAuthentication(client -> client.errorResponseHandler(refusal)))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(e -> e.authenticationEntryPoint(refusal))
        .build();
  }

  /** The metadata, and the closed doors. */
  @Bean
  @Order(2)
  SecurityFilterChain identityClosedDoors(HttpSecurity http, ProblemWriter problems) {
    return stateless(http)
        .securityMatcher("/oauth2/**", "/.well-known/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(HttpMethod.GET, MetadataResource.PATH)
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(
                    (request, response, refusal) ->
                        problems.write(
                            response,
                            Problem.of(
                                ProblemType.NOT_FOUND,
                                "The issuer serves POST %s, GET %s and GET %s."
                                    .formatted(TOKEN, KEYS, MetadataResource.PATH)))))
        .build();
  }

  private static HttpSecurity stateless(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }
}
