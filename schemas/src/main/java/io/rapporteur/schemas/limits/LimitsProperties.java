package io.rapporteur.schemas.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of requests, for each process by itself.
 *
 * @param account budget of each account
 * @param address budget of each address, wide: a conference room shares one
 * @param token budget of each address for requests of tokens, each of which costs a hash
 * @param kept accounts, and addresses, that are remembered at most; who is forgotten begins anew
 * @param headersWithin total time in which the headers of a request must have arrived
 * @param requestWithin total time in which a request must have arrived whole
 */
@ConfigurationProperties("rapporteur.limits")
public record LimitsProperties(
    @DefaultValue Account account,
    @DefaultValue Address address,
    @DefaultValue Token token,
    @DefaultValue("100000") int kept,
    @DefaultValue("PT15S") Duration headersWithin,
    @DefaultValue("PT5M") Duration requestWithin) {

  /**
   * Checks the times.
   *
   * @throws IllegalArgumentException if one is not positive, or nothing may be kept
   */
  public LimitsProperties {
    if (!headersWithin.isPositive() || !requestWithin.isPositive() || kept < 1) {
      throw new IllegalArgumentException(
          "rapporteur.limits: headers-within %s, request-within %s, kept %d (expected: more than nothing)"
              .formatted(headersWithin, requestWithin, kept));
    }
  }

  /** Budget of an account. */
  public record Account(@DefaultValue("50") int perSecond, @DefaultValue("200") int burst) {
    Budget budget() {
      return new Budget("account", perSecond, burst);
    }
  }

  /** Budget of an address. */
  public record Address(@DefaultValue("500") int perSecond, @DefaultValue("2000") int burst) {
    Budget budget() {
      return new Budget("address", perSecond, burst);
    }
  }

  /** Budget of an address for tokens. */
  public record Token(@DefaultValue("10") int perSecond, @DefaultValue("100") int burst) {
    Budget budget() {
      return new Budget("token", perSecond, burst);
    }
  }
}
