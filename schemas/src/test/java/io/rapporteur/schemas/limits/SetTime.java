package io.rapporteur.schemas.limits;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** A time that stands still until it is moved. */
final class SetTime implements TimeMeter {

  private long nanos = 1;

  void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Override
  public long currentTimeNanos() {
    return nanos;
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }
}
