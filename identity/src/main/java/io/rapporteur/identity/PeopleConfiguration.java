package io.rapporteur.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.rapporteur.identity.account.Accounts;
import io.rapporteur.identity.account.OwnAccount;
import io.rapporteur.identity.account.http.InvitationLinks;
import io.rapporteur.identity.account.page.InvitationResource;
import io.rapporteur.identity.account.page.OwnAccountResource;
import io.rapporteur.identity.account.page.PageFailures;
import io.rapporteur.identity.account.page.PageFilesResource;
import io.rapporteur.identity.account.page.Pages;
import io.rapporteur.identity.account.page.SignInResource;
import io.rapporteur.identity.account.page.SignInTries;
import io.rapporteur.identity.account.page.SignOutResource;
import io.rapporteur.identity.account.page.SigningIn;
import io.rapporteur.identity.account.webauthn.Keys;
import io.rapporteur.identity.session.Cookies;
import io.rapporteur.identity.session.Seal;
import io.rapporteur.identity.session.Sessions;
import io.rapporteur.identity.session.Steps;
import io.rapporteur.schemas.access.AccessRules;
import io.rapporteur.schemas.access.Trail;
import io.rapporteur.schemas.http.ProblemWriter;
import io.rapporteur.schemas.http.ReadinessFilter;
import io.rapporteur.schemas.limits.Limits;
import io.rapporteur.schemas.log.ViewReader;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.OAuth2AuthorizationEndpointFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Sign-in of people: the pages below {@code /people}, and the authorization code flow with PKCE at
 * {@code GET /oauth2/authorize} for the browser clients of the settings. No session is kept here:
 * browsers keep them, sealed.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeopleProperties.class)
class PeopleConfiguration {

  static final String AUTHORIZE = "/oauth2/authorize";

  private static final String PATHS = "/people/**";

  @Bean
  Cookies identityCookies(PeopleProperties people, IdentityProperties identity) {
    return new Cookies("https".equals(people.addressOr(identity.issuer()).getScheme()));
  }

  @Bean
  Seal identitySeal(SigningKey key, @Qualifier("identityClock") Clock clock) {
    return new Seal(key.derived("rapporteur sessions"), clock);
  }

  @Bean
  Sessions identitySessions(
      Seal seal,
      Cookies cookies,
      Accounts accounts,
      PeopleProperties people,
      @Qualifier("identityClock") Clock clock) {
    return new Sessions(seal, cookies, accounts, people.idle(), people.longest(), clock);
  }

  @Bean
  Steps identitySteps(Seal seal, Cookies cookies, @Qualifier("identityClock") Clock clock) {
    return new Steps(seal, cookies, clock);
  }

  @Bean
  BcryptPasswords identityPasswords() {
    return new BcryptPasswords();
  }

  @Bean
  OwnAccount identityOwnAccount(Accounts accounts, @Qualifier("identityClock") Clock clock) {
    return new OwnAccount(accounts, new SecureRandom(), clock);
  }

  @Bean
  Keys identityKeysOfPeople(
      PeopleProperties people,
      IdentityProperties identity,
      @Qualifier("identityClock") Clock clock) {
    URI address = people.addressOr(identity.issuer());
    return new Keys(
        people.rpIdOr(identity.issuer()), "Rapporteur", Set.of(address.toString()), clock);
  }

  @Bean
  InvitationLinks identityInvitationLinks(PeopleProperties people, IdentityProperties identity) {
    return new InvitationLinks(people.addressOr(identity.issuer()));
  }

  @Bean
  BrowserClients identityBrowserClients(PeopleProperties people) {
    return new BrowserClients(people);
  }

  @Bean
  SealedCodes identityCodes(
      Seal seal,
      Sessions sessions,
      BrowserClients clients,
      PeopleProperties people,
      IdentityProperties identity,
      @Qualifier("identityClock") Clock clock) {
    return new SealedCodes(
        seal, sessions, clients, people.addressOr(identity.issuer()) + AUTHORIZE, clock);
  }

  @Bean
  Pages identityPages(Cookies cookies) {
    return new Pages(cookies);
  }

  @Bean
  PageFailures identityPageFailures(Pages pages) {
    return new PageFailures(pages);
  }

  @Bean
  PageFilesResource identityPageFiles() {
    return new PageFilesResource();
  }

  @Bean
  SignInTries identitySignInTries() {
    return new SignInTries();
  }

  @Bean
  SignInResource identitySignIn(
      Pages pages,
      Accounts accounts,
      OwnAccount own,
      BcryptPasswords passwords,
      SignInTries tries,
      Keys keys,
      Sessions sessions,
      Steps steps) {
    return new SignInResource(
        pages, new SigningIn(accounts, own, passwords, keys), tries, keys, sessions, steps);
  }

  @Bean
  InvitationResource identityInvitation(
      Pages pages,
      Accounts accounts,
      OwnAccount own,
      BcryptPasswords passwords,
      Keys keys,
      Sessions sessions,
      Steps steps) {
    return new InvitationResource(pages, accounts, own, passwords, keys, sessions, steps);
  }

  @Bean
  OwnAccountResource identityOwnAccountDoor(
      Pages pages,
      Accounts accounts,
      OwnAccount own,
      BcryptPasswords passwords,
      SignInTries tries,
      Keys keys,
      Sessions sessions,
      Steps steps) {
    return new OwnAccountResource(pages, accounts, own, passwords, tries, keys, sessions, steps);
  }

  @Bean
  SignOutResource identitySignOut(Pages pages, Sessions sessions, BrowserClients clients) {
    return new SignOutResource(pages, sessions, clients::maySignOutTo);
  }

  /** The pages. Each asks for the session that it needs. */
  @Bean
  @Order(1)
  SecurityFilterChain identityPeople(
      HttpSecurity http,
      PeopleProperties people,
      PageFailures failures,
      Cookies cookies,
      ProblemWriter problems,
      Limits limits,
      @Qualifier("identityTrail") Trail trail,
      @Qualifier("identityViewReader") ViewReader reader) {
    var csrf = new CookieCsrfTokenRepository();
    csrf.setCookieName("rapporteur_csrf");
    csrf.setCookiePath("/people");
    csrf.setCookieCustomizer(
        cookie -> cookie.httpOnly(true).secure(cookies.secure()).sameSite("Lax"));
    return http.securityMatcher(PATHS)
        .csrf(c -> c.csrfTokenRepository(csrf))
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .logout(AbstractHttpConfigurer::disable)
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(c -> c.policyDirectives(contentPolicy(people)))
                    .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER)))
        .exceptionHandling(
            e ->
                e.accessDeniedHandler(failures)
                    .authenticationEntryPoint(
                        (request, response, refusal) ->
                            problems.write(response, PeopleDoors.missing())))
        .addFilterBefore(new ReadinessFilter(reader::ready, problems), HeaderWriterFilter.class)
        .addFilterBefore(limits.byAddress(), HeaderWriterFilter.class)
        .addFilterAfter(limits.ofTokens(), HeaderWriterFilter.class)
        .addFilterAfter(AccessRules.noting(trail), HeaderWriterFilter.class)
        .authorizeHttpRequests(PeopleDoors::open)
        .build();
  }

  /** Where browser clients send people to get a code. */
  @Bean
  @Order(1)
  SecurityFilterChain identityAuthorization(
      HttpSecurity http,
      IdentityProperties identity,
      PeopleProperties people,
      @Qualifier("identityKeys") JWKSource<SecurityContext> keys,
      BrowserClients clients,
      SealedCodes codes,
      Sessions sessions,
      ProblemWriter problems,
      Limits limits,
      @Qualifier("identityViewReader") ViewReader reader) {
    var answers = new AuthorizationAnswers(people.addressOr(identity.issuer()), problems);
    http.setSharedObject(JWKSource.class, keys);
    return http.securityMatcher(
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, AUTHORIZE))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .oauth2AuthorizationServer(
            server ->
                server
                    .registeredClientRepository(clients)
                    .authorizationService(codes)
                    .authorizationServerSettings(
                        AuthorizationServerSettings.builder()
                            .issuer(identity.issuer().toString())
                            .authorizationEndpoint(AUTHORIZE)
                            .tokenEndpoint(IdentityConfiguration.TOKEN)
                            .jwkSetEndpoint(IdentityConfiguration.KEYS)
                            .build())
                    .oidc(Customizer.withDefaults())
                    .authorizationEndpoint(
                        endpoint ->
                            endpoint
                                .errorResponseHandler(answers)
                                .authenticationProviders(
                                    providers -> providers.forEach(each -> sealed(each, codes))))
                    .withObjectPostProcessor(new WithoutServletSession()))
        .headers(headers -> headers.referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER)))
        .addFilterBefore(new ReadinessFilter(reader::ready, problems), HeaderWriterFilter.class)
        .addFilterBefore(limits.byAddress(), HeaderWriterFilter.class)
        .addFilterAfter(new SessionFilter(sessions), HeaderWriterFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .anyRequest()
                    .access(
                        (who, request) ->
                            new AuthorizationDecision(who.get() instanceof PersonAuthentication)))
        .exceptionHandling(e -> e.authenticationEntryPoint(answers))
        .build();
  }

  private static void sealed(AuthenticationProvider provider, SealedCodes codes) {
    if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
      requests.setAuthorizationCodeGenerator(codes);
    }
  }

  /** Spring's own strategy would begin a servlet session for each authorization. */
  private static final class WithoutServletSession
      implements ObjectPostProcessor<OAuth2AuthorizationEndpointFilter> {

    @Override
    public <O extends OAuth2AuthorizationEndpointFilter> O postProcess(O filter) {
      filter.setSessionAuthenticationStrategy((authentication, request, response) -> {});
      return filter;
    }
  }

  /** Forms may end at a client, to which a browser is sent on after a sign-in. */
  private static String contentPolicy(PeopleProperties people) {
    var origins = new TreeSet<String>();
    people.clients().forEach(client -> origins.addAll(client.origins()));
    return ("default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none';"
            + " frame-ancestors 'none'; form-action 'self' "
            + String.join(" ", origins))
        .strip();
  }
}
