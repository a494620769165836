package io.rapporteur.comments.feed.webhook.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.comments.feed.webhook.Webhooks;
import io.rapporteur.schemas.delivery.Release;
import io.rapporteur.schemas.delivery.Release.Standing;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The secretariat releases here the instance that answers: until then it calls no webhook. It goes
 * on where the log says that each webhook stands.
 */
@RestController
@RequestMapping("/api/v1/feed/release")
public final class FeedReleaseResource {

  private static final Logger LOG = LoggerFactory.getLogger(FeedReleaseResource.class);

  private final Webhooks webhooks;
  private final Release release;
  private final boolean on;
  private final Clock clock;

  /**
   * Puts the door together.
   *
   * @param on whether webhooks are called at all
   */
  public FeedReleaseResource(Webhooks webhooks, Release release, boolean on, Clock clock) {
    this.webhooks = webhooks;
    this.release = release;
    this.on = on;
    this.clock = clock;
  }

  @GetMapping
  ReleaseView standing() {
    return view();
  }

  @PostMapping
  ReleaseView release() throws IOException {
    if (!on) {
      throw new RefusedException(
          ProblemType.WEBHOOKS_OFF,
          "rapporteur.comments.feed.webhooks: off (expected: hosts that may be called)");
    }
    long reached = webhooks.reached();
    if (!(release.standing(reached) instanceof Standing.Released)) {
      release.release(clock.instant().truncatedTo(ChronoUnit.MILLIS), reached);
      LOG.info("feed webhooks released");
    }
    return view();
  }

  private ReleaseView view() {
    if (!on) {
      return new ReleaseView("off", null);
    }
    return switch (release.standing(webhooks.reached())) {
      case Standing.Held(String reason) -> new ReleaseView("held", reason);
      case Standing.Released released -> new ReleaseView("released", null);
    };
  }

  /**
   * How this instance stands.
   *
   * @param webhooks {@code off}, {@code held} or {@code released}
   * @param reason why it is held
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReleaseView(String webhooks, @Nullable String reason) {}
}
