package io.rapporteur.schemas.access;

import io.rapporteur.schemas.http.ProblemWriter;
import io.rapporteur.schemas.http.ReadinessFilter;
import io.rapporteur.schemas.limits.Limits;
import jakarta.servlet.Filter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * Builds the security of one service, scoped to its own paths. Doors are closed unless the service
 * opens them: what is not named is denied.
 */
public final class AccessRules {

  /**
   * Order of every service's filter chain: their paths are apart, and all come before what closes
   * the rest.
   */
  public static final int SERVICE_ORDER = 100;

  private static final String AUTHORITY = "ROLE_";

  private final JwtDecoder decoder;
  private final ProblemWriter problems;
  private final Limits limits;

  AccessRules(JwtDecoder decoder, ProblemWriter problems, Limits limits) {
    this.decoder = decoder;
    this.problems = problems;
    this.limits = limits;
  }

  /**
   * The filter chain of a service.
   *
   * @param paths patterns that belong to the service
   * @param ready whether the service has read the log; until then it answers 503
   * @param revocations tokens that have been taken back, by the service's own view
   * @param trail where acts are noted
   * @param doors opens doors, by path, method and role
   */
  public SecurityFilterChain of(
      HttpSecurity http,
      List<String> paths,
      BooleanSupplier ready,
      Revocations revocations,
      Trail trail,
      Doors doors) {
    var converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(AccessRules::authorities);
    converter.setPrincipalClaimName(ClaimsInOurWords.ACCOUNT);
    return http.securityMatcher(paths.toArray(String[]::new))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests -> {
              doors.open(requests);
              requests.anyRequest().denyAll();
            })
        .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .addFilterBefore(limits.byAddress(), HeaderWriterFilter.class)
        .addFilterAfter(limits.byAccount(), BearerTokenAuthenticationFilter.class)
        .addFilterAfter(new ActFilter(trail), BearerTokenAuthenticationFilter.class)
        .addFilterAfter(new ReadinessFilter(ready, problems), AuthorizationFilter.class)
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationEntryPoint(problems)
                    .accessDeniedHandler(problems)
                    .jwt(
                        jwt ->
                            jwt.decoder(new UnrevokedDecoder(decoder, revocations))
                                .jwtAuthenticationConverter(converter)))
        .build();
  }

  /** Notes acts where a chain is not of this making. */
  public static Filter noting(Trail trail) {
    return new ActFilter(trail);
  }

  /** The authority of a role, for {@code hasRole}. */
  public static String name(Role role) {
    return role.name();
  }

  static Optional<Role> roleOfAuthority(String authority) {
    return authority.startsWith(AUTHORITY)
        ? Optional.of(authority.substring(AUTHORITY.length())).map(Role::valueOf)
        : Optional.empty();
  }

  private static Collection<GrantedAuthority> authorities(Jwt token) {
    List<String> roles = token.getClaimAsStringList(ClaimsInOurWords.ROLES);
    return roles == null
        ? List.of()
        : roles.stream()
            .map(Role::ofClaim)
            .flatMap(Optional::stream)
            .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(AUTHORITY + role.name()))
            .toList();
  }

  /** Opens doors. */
  @FunctionalInterface
  public interface Doors {
    /** Names what is open, and to whom. */
    void open(
        AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
            requests);
  }
}
