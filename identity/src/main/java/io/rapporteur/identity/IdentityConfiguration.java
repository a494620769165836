package io.rapporteur.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.rapporteur.events.AccountEvent;
import io.rapporteur.identity.account.Accounts;
import io.rapporteur.identity.account.ManagingAccounts;
import io.rapporteur.identity.account.http.AccountsResource;
import io.rapporteur.identity.account.http.InvitationLinks;
import io.rapporteur.identity.kafka.AccountsView;
import io.rapporteur.identity.kafka.KafkaAccounts;
import io.rapporteur.identity.kafka.TellingDoorsAnew;
import io.rapporteur.schemas.access.AccessConfiguration;
import io.rapporteur.schemas.access.AccessRules;
import io.rapporteur.schemas.access.Role;
import io.rapporteur.schemas.access.Trail;
import io.rapporteur.schemas.http.LogHealth;
import io.rapporteur.schemas.http.OpenApiResource;
import io.rapporteur.schemas.http.Problem;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.ProblemWriter;
import io.rapporteur.schemas.http.ReadinessFilter;
import io.rapporteur.schemas.limits.Limits;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.LogIdentity;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.schemas.wire.SchemaRegistry;
import io.rapporteur.states.TokensRevoked;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Issues OAuth 2 tokens, for client credentials and for people who signed in, and manages the
 * accounts that get them. Beside {@code /api/v1/accounts} and the pages of {@link
 * PeopleConfiguration}, these doors are open: {@code POST /oauth2/token}, {@code GET
 * /oauth2/authorize}, {@code GET /oauth2/jwks} and the metadata; whatever else lies below {@code
 * /oauth2} and {@code /.well-known} is answered as missing.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
@Import({AccessConfiguration.class, PeopleConfiguration.class})
public class IdentityConfiguration {

  static final String TOKEN = "/oauth2/token";
  static final String KEYS = "/oauth2/jwks";

  @Bean
  SigningKey identitySigningKey(IdentityProperties properties) {
    return SigningKey.of(properties.directory().resolve("signing-key.json"));
  }

  @Bean
  JWKSource<SecurityContext> identityKeys(SigningKey key) {
    return key.source();
  }

  @Bean
  MetadataResource identityMetadata(IdentityProperties properties, PeopleProperties people) {
    return new MetadataResource(properties.issuer(), people.addressOr(properties.issuer()));
  }

  @Bean
  Clock identityClock() {
    return Clock.systemUTC();
  }

  @Bean
  ClockSkew identityClockSkew() {
    return new ClockSkew();
  }

  @Bean
  SchemaIds identitySchemaIds(IdentityProperties properties) {
    return new SchemaIds(
        new SchemaRegistry(properties.registry()), properties.directory().resolve("schema-ids"));
  }

  @Bean
  AccountsView identityView(
      IdentityProperties properties, @Qualifier("identitySchemaIds") SchemaIds ids) {
    String format = AccountsView.FORMAT + " of " + LogIdentity.of(properties.kafka());
    ViewStore store = ViewStore.open(properties.directory().resolve("view"), format);
    return new AccountsView(store, properties.kafka(), ids);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ViewReader identityViewReader(AccountsView view) {
    return view.reader();
  }

  @Bean
  EventLog<AccountEvent> identityAccountLog(
      IdentityProperties properties,
      @Qualifier("identitySchemaIds") SchemaIds ids,
      @Qualifier("identityClock") Clock clock,
      @Qualifier("identityClockSkew") ClockSkew skew) {
    return new EventLog<>(TopicCatalogue.ACCOUNT_EVENTS, properties.kafka(), ids, clock, skew);
  }

  @Bean
  EventLog<TokensRevoked> identityRevocationLog(
      IdentityProperties properties,
      @Qualifier("identitySchemaIds") SchemaIds ids,
      @Qualifier("identityClock") Clock clock) {
    // The topic keeps the times of its writer, which would tell nothing of the broker's clock.
    return new EventLog<>(
        TopicCatalogue.REVOCATIONS, properties.kafka(), ids, clock, new ClockSkew());
  }

  @Bean
  Accounts identityAccounts(
      AccountsView view,
      EventLog<AccountEvent> log,
      EventLog<TokensRevoked> revocations,
      @Qualifier("identityClock") Clock clock) {
    return new KafkaAccounts(view, log, revocations, clock);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  TellingDoorsAnew identityTellingDoors(
      Accounts accounts, @Qualifier("identityViewReader") ViewReader reader) {
    return new TellingDoorsAnew(accounts, reader);
  }

  @Bean
  BcryptSecrets identitySecrets() {
    return new BcryptSecrets();
  }

  @Bean
  AccountsResource identityAccountsResource(
      Accounts accounts,
      BcryptSecrets secrets,
      PeopleProperties people,
      InvitationLinks links,
      @Qualifier("identityClock") Clock clock) {
    return new AccountsResource(
        new ManagingAccounts(accounts, secrets, people.invitationLifetime()),
        accounts,
        links,
        clock);
  }

  @Bean
  Clients identityClients(
      IdentityProperties properties,
      BrowserClients browsers,
      Accounts accounts,
      BcryptSecrets secrets) {
    return new Clients(
        properties.clients(),
        browsers,
        accounts,
        properties.tokenLifetime(),
        properties.firstSecretGiven().map(secrets::encode));
  }

  @Bean
  RouterFunction<ServerResponse> identityOpenApi() {
    return OpenApiResource.of("identity");
  }

  @Bean
  HealthIndicator identityLogHealth(
      @Qualifier("identityViewReader") ViewReader reader,
      @Qualifier("identityClockSkew") ClockSkew skew) {
    return new LogHealth(reader, skew);
  }

  @Bean
  Trail identityTrail(
      IdentityProperties properties,
      @Qualifier("identitySchemaIds") SchemaIds ids,
      @Qualifier("identityClock") Clock clock,
      @Qualifier("identityClockSkew") ClockSkew skew) {
    return Trail.of(
        new EventLog<>(TopicCatalogue.IDENTITY_ACTS, properties.kafka(), ids, clock, skew), clock);
  }

  /** The door of accounts. */
  @Bean
  @Order(AccessRules.SERVICE_ORDER)
  SecurityFilterChain identityAccountDoors(
      HttpSecurity http,
      AccessRules rules,
      @Qualifier("identityTrail") Trail trail,
      Accounts accounts,
      @Qualifier("identityViewReader") ViewReader reader) {
    return rules.of(
        http,
        List.of("/api/v1/accounts/**", "/api/v1/openapi/identity"),
        reader::ready,
        (account, revision, issuedAt) ->
            accounts.account(account).map(a -> revision >= a.tokensFrom()).orElse(true),
        trail,
        doors ->
            doors
                .requestMatchers(HttpMethod.GET, "/api/v1/openapi/identity")
                .permitAll()
                .requestMatchers("/api/v1/accounts/**")
                .hasAnyRole(AccessRules.name(Role.DELEGATION), AccessRules.name(Role.SECRETARIAT)));
  }

  /** Spring's authorization server sees nothing but requests for tokens and keys. */
  @Bean
  @Order(1)
  SecurityFilterChain identityTokens(
      HttpSecurity http,
      IdentityProperties properties,
      @Qualifier("identityKeys") JWKSource<SecurityContext> keys,
      Clients clients,
      SealedCodes codes,
      BcryptSecrets secrets,
      ProblemWriter problems,
      Limits limits,
      Environment environment,
      @Qualifier("identityViewReader") ViewReader reader) {
    DemoSecretPlace.check(properties, environment.getProperty("server.address"));
    var path = PathPatternRequestMatcher.withDefaults();
    var refusal = new ClientRefusal();
    var tokens = new JwtGenerator(new NimbusJwtEncoder(keys));
    tokens.setJwtCustomizer(new TokenClaims());
    // Keys are shown at any time; who is known, only once the accounts have been read.
    var unready =
        new ReadinessFilter(reader::ready, problems) {
          @Override
          protected boolean shouldNotFilter(HttpServletRequest request) {
            return !request.getRequestURI().equals(TOKEN);
          }
        };
    http.setSharedObject(JWKSource.class, keys);
    return stateless(http)
        .securityMatcher(
            new OrRequestMatcher(
                path.matcher(HttpMethod.POST, TOKEN), path.matcher(HttpMethod.GET, KEYS)))
        .oauth2AuthorizationServer(
            server ->
                server
                    .registeredClientRepository(clients)
                    .authorizationService(codes)
                    .authorizationServerSettings(
                        AuthorizationServerSettings.builder()
                            .issuer(properties.issuer().toString())
                            .tokenEndpoint(TOKEN)
                            .jwkSetEndpoint(KEYS)
                            .build())
                    .tokenGenerator(tokens)
                    .clientAuthentication(
                        client ->
                            client
                                .errorResponseHandler(refusal)
                                .authenticationProviders(
                                    providers -> checkedBy(secrets, providers))))
        .addFilterBefore(unready, HeaderWriterFilter.class)
        .addFilterBefore(limits.byAddress(), HeaderWriterFilter.class)
        .addFilterAfter(limits.ofTokens(), HeaderWriterFilter.class)
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
                    .requestMatchers(
                        HttpMethod.GET, MetadataResource.PATH, MetadataResource.OPENID_PATH)
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
                                "The issuer serves POST %s, GET %s, GET %s and GET %s."
                                    .formatted(
                                        TOKEN,
                                        KEYS,
                                        PeopleConfiguration.AUTHORIZE,
                                        MetadataResource.PATH)))))
        .build();
  }

  private static void checkedBy(BcryptSecrets secrets, List<AuthenticationProvider> providers) {
    for (AuthenticationProvider provider : providers) {
      if (provider instanceof ClientSecretAuthenticationProvider secret) {
        secret.setPasswordEncoder(secrets);
      }
    }
  }

  private static HttpSecurity stateless(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }
}
