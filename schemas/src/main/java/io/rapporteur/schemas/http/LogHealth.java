package io.rapporteur.schemas.http;

import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.ViewReader;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while a view has not caught up, is halted, or the clock is too far from the broker's. */
public final class LogHealth implements HealthIndicator {

  private final ViewReader view;
  private final ClockSkew skew;

  /** Watches one view and the clock of its service. */
  public LogHealth(ViewReader view, ClockSkew skew) {
    this.view = view;
    this.skew = skew;
  }

  @Override
  public Health health() {
    if (view.halted().isPresent()) {
      return Health.down().withDetail("halted", view.halted().get()).build();
    }
    if (!view.ready()) {
      return Health.outOfService().withDetail("view", "reading the log").build();
    }
    if (!skew.tolerated()) {
      return Health.down()
          .withDetail(
              "clock",
              "%d ms (expected: within %d ms of the broker's)"
                  .formatted(skew.last().toMillis(), ClockSkew.TOLERATED.toMillis()))
          .build();
    }
    return Health.up().build();
  }
}
