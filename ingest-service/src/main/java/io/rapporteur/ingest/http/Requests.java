package io.rapporteur.ingest.http;

import io.rapporteur.ingest.Request;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.revision.CanonicalJson;
import io.rapporteur.schemas.revision.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.security.core.Authentication;

/** Identifies requests: who asks, with which key, for what, and when. */
public final class Requests {

  private final Clock clock;

  /** Reads the time from this clock. */
  public Requests(Clock clock) {
    this.clock = clock;
  }

  /**
   * The request that was read whole just now.
   *
   * @param asked what is asked, in canonical terms
   */
  public Request of(
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication,
      Map<String, Object> asked) {
    String client = Caller.of(authentication).client();
    String key = IdempotencyKey.of(http, response);
    return new Request(client, RequestId.of(client, key), CanonicalJson.digest(asked), now());
  }

  /** The time, in milliseconds as the log keeps it. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
