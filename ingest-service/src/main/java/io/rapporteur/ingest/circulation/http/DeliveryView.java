package io.rapporteur.ingest.circulation.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.ingest.circulation.Delivery;
import io.rapporteur.ingest.circulation.Delivery.State;
import io.rapporteur.schemas.delivery.Release;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the secretariat sees it: the participant's code, never an address.
 *
 * @param status {@code due}, {@code sent}, {@code failed} or {@code held}: due, and not told by
 *     this instance as it is released
 * @param cause of the last failure, in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
    String id,
    String consultation,
    String participant,
    String channel,
    String occasion,
    Instant happenedAt,
    @Nullable Instant closesAt,
    @Nullable String edition,
    @Nullable Integer draftVersion,
    String status,
    int tries,
    @Nullable String cause,
    @Nullable Instant nextTryAt) {

  static final String DUE = "due";
  static final String SENT = "sent";
  static final String FAILED = "failed";
  static final String HELD = "held";

  static DeliveryView of(Delivery delivery, Release.Standing standing) {
    String open = standing.covers(delivery.occasion().happenedAt()) ? DUE : HELD;
    return new DeliveryView(
        delivery.id(),
        delivery.consultation(),
        delivery.participant(),
        delivery.channel().word(),
        delivery.occasion().kind().word(),
        delivery.occasion().happenedAt(),
        delivery.occasion().closesAt().orElse(null),
        delivery.occasion().edition().orElse(null),
        delivery.occasion().draftVersion().orElse(null),
        switch (delivery.state()) {
          case State.Due due -> open;
          case State.Claimed claimed -> open;
          case State.Sent sent -> SENT;
          case State.Failed failed -> FAILED;
        },
        delivery.tries(),
        switch (delivery.state()) {
          case State.Due due -> due.cause().orElse(null);
          case State.Failed failed -> failed.cause();
          case State.Claimed claimed -> null;
          case State.Sent sent -> null;
        },
        delivery.state() instanceof State.Due due ? due.nextTryAt() : null);
  }
}
