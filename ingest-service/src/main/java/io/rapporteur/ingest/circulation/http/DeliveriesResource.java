package io.rapporteur.ingest.circulation.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.ingest.circulation.Deliveries;
import io.rapporteur.schemas.delivery.Release;
import io.rapporteur.schemas.delivery.Release.Standing;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The secretariat sees here who was told of what, and releases what is held. A release is that of
 * the instance that answers.
 */
@RestController
@RequestMapping("/api/v1/deliveries")
public final class DeliveriesResource {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveriesResource.class);
  private static final int LARGEST_BODY = 1024;
  private static final int PAGE = 500;
  private static final Set<String> STATUSES =
      Set.of(DeliveryView.DUE, DeliveryView.SENT, DeliveryView.FAILED, DeliveryView.HELD);

  private final Deliveries deliveries;
  private final Release release;
  private final boolean on;
  private final Clock clock;

  /**
   * Puts the door together.
   *
   * @param on whether any means is switched on
   */
  public DeliveriesResource(Deliveries deliveries, Release release, boolean on, Clock clock) {
    this.deliveries = deliveries;
    this.release = release;
    this.on = on;
    this.clock = clock;
  }

  @GetMapping
  DeliveriesView all(
      @RequestParam Optional<String> consultation,
      @RequestParam Optional<String> participant,
      @RequestParam Optional<String> status,
      @RequestParam Optional<String> after) {
    status
        .filter(word -> !STATUSES.contains(word))
        .ifPresent(
            word -> {
              throw new RefusedException(
                  List.of(Fault.of("status", word, "one of due, failed, held, sent")));
            });
    Standing standing = release.standing(deliveries.reached());
    var page = deliveries.find(consultation, participant, after.orElse(""), PAGE);
    List<DeliveryView> shown =
        page.deliveries().stream()
            .map(delivery -> DeliveryView.of(delivery, standing))
            .filter(view -> status.map(view.status()::equals).orElse(true))
            .toList();
    return DeliveriesView.of(on, standing, shown, page.next().orElse(null));
  }

  @PostMapping("/release")
  DeliveriesView release(HttpServletRequest http) throws IOException {
    if (!on) {
      throw new RefusedException(
          ProblemType.CIRCULATION_OFF,
          "rapporteur.ingest.circulation: off (expected: a mail server or hosts of webhooks)");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant since = since(http, now);
    long reached = deliveries.reached();
    // A second request would else forget what happened since the first.
    if (!(release.standing(reached) instanceof Standing.Released) || since.isBefore(now)) {
      release.release(since, reached);
      LOG.info("circulation released; told is what has happened since {}", since);
    }
    return DeliveriesView.of(true, release.standing(reached), List.of(), null);
  }

  private static Instant since(HttpServletRequest http, Instant now) throws IOException {
    if (http.getContentLengthLong() == 0
        || (http.getContentLengthLong() < 0 && http.getHeader("Transfer-Encoding") == null)) {
      return now;
    }
    var fields = new Fields(RequestBody.object(http, LARGEST_BODY));
    Optional<Instant> since = fields.optionalInstant("since");
    since
        .filter(at -> at.isAfter(now))
        .ifPresent(at -> fields.fault("since", at.toString(), "not later than " + now));
    fields.refuseOthers();
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
    return since.orElse(now);
  }

  /**
   * A page of deliveries and how circulation stands on this instance.
   *
   * @param circulation {@code off}, {@code held} or {@code released}
   * @param reason why it is held
   * @param since what has happened since then is told
   * @param next where the next page begins; null if this was the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeliveriesView(
      String circulation,
      @Nullable String reason,
      @Nullable Instant since,
      List<DeliveryView> deliveries,
      @Nullable String next) {

    static DeliveriesView of(
        boolean on, Standing standing, List<DeliveryView> deliveries, @Nullable String next) {
      if (!on) {
        return new DeliveriesView("off", null, null, deliveries, next);
      }
      return switch (standing) {
        case Standing.Held(String reason) ->
            new DeliveriesView("held", reason, null, deliveries, next);
        case Standing.Released(Instant since) ->
            new DeliveriesView("released", null, since, deliveries, next);
      };
    }
  }
}
