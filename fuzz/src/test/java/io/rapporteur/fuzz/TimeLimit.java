package io.rapporteur.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.function.Executable;

/**
 * How long one input may take. To JUnit a whole run of the fuzzer is one call of its test, so that
 * a time limit on that would end the run and not the input.
 */
public final class TimeLimit {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private TimeLimit() {}

  /** Tries one input in a thread of its own; fails if it is not done in time. */
  public static void hold(Executable input) {
    assertTimeoutPreemptively(LONGEST, input);
  }
}
