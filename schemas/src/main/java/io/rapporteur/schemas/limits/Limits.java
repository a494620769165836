package io.rapporteur.schemas.limits;

import io.github.bucket4j.TimeMeter;
import io.rapporteur.schemas.http.ProblemWriter;
import jakarta.servlet.Filter;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** The filters that hold requests to their budgets, shared by all services of a process. */
public final class Limits {

  private final LimitFilter address;
  private final LimitFilter account;
  private final LimitFilter token;

  Limits(LimitsProperties properties, ProblemWriter problems, TimeMeter time) {
    int kept = properties.kept();
    var addresses = new Budgets(properties.address().budget(), kept, time);
    address =
        new LimitFilter(
            addresses,
            request -> Optional.of(ClientAddress.key(request.getRemoteAddr())),
            request -> {},
            problems);
    token =
        new LimitFilter(
            new Budgets(properties.token().budget(), kept, time),
            // The same chain shows keys, which cost nothing.
            request ->
                request.getMethod().equals("POST")
                    ? Optional.of(ClientAddress.key(request.getRemoteAddr()))
                    : Optional.empty(),
            request -> {},
            problems);
    account =
        new LimitFilter(
            new Budgets(properties.account().budget(), kept, time),
            request -> account(),
            // One loud account must not silence the room that shares its address.
            request -> addresses.giveBack(ClientAddress.key(request.getRemoteAddr())),
            problems);
  }

  /** By address; before anybody is known. */
  public Filter byAddress() {
    return address;
  }

  /** By address, for requests of tokens. */
  public Filter ofTokens() {
    return token;
  }

  /** By account; after the token has been believed. */
  public Filter byAccount() {
    return account;
  }

  private static Optional<String> account() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof JwtAuthenticationToken known
        ? Optional.of(known.getName())
        : Optional.empty();
  }
}
