package io.rapporteur.comments.kafka;

import io.rapporteur.comments.submission.Channel;
import io.rapporteur.comments.submission.Registration;
import io.rapporteur.events.ArrivalChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From registrations of what came on paper to records and back. */
final class Registrations {

  private Registrations() {}

  static io.rapporteur.events.@Nullable Registration record(Optional<Registration> given) {
    return given
        .map(
            r ->
                new io.rapporteur.events.Registration(
                    ArrivalChannel.valueOf(r.channel().name()),
                    r.arrivedAt(),
                    r.reference(),
                    r.clerk()))
        .orElse(null);
  }

  static Optional<Registration> of(io.rapporteur.events.@Nullable Registration kept) {
    return Optional.ofNullable(kept)
        .map(
            r ->
                new Registration(
                    Channel.valueOf(r.getChannel().name()),
                    r.getArrivedAt(),
                    r.getReference(),
                    r.getClerk()));
  }
}
