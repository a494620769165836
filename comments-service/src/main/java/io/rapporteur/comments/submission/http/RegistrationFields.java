package io.rapporteur.comments.submission.http;

import io.rapporteur.comments.submission.Channel;
import io.rapporteur.comments.submission.Registration;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.TextLimit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How something arrived that the secretariat enters for a participant, as an object of a body. */
public final class RegistrationFields {

  private static final TextLimit REFERENCE = TextLimit.characters(200);
  private static final Map<String, Channel> CHANNELS =
      Arrays.stream(Channel.values())
          .collect(
              Collectors.toMap(
                  Channel::word, Function.identity(), (a, b) -> a, LinkedHashMap::new));

  private RegistrationFields() {}

  /**
   * Reads it; faults are noted.
   *
   * @param client who enters it, where no clerk is named
   * @return empty if it has no time of arrival
   */
  public static Optional<Registration> read(Fields fields, String client) {
    Channel channel = fields.word("channel", CHANNELS, Channel.LETTER);
    Optional<Instant> arrivedAt = fields.optionalInstant("arrivedAt");
    if (arrivedAt.isEmpty()) {
      fields.fault("arrivedAt", "missing", "when it arrived, such as 2021-03-01T09:30:00Z");
    }
    String reference = fields.text("reference", REFERENCE);
    Optional<String> clerk = fields.optionalText("clerk", REFERENCE);
    fields.refuseOthers();
    return arrivedAt.map(
        at ->
            new Registration(
                channel, at.truncatedTo(ChronoUnit.MILLIS), reference, clerk.orElse(client)));
  }

  /** In canonical terms, for the digest of the request. */
  public static List<String> canonical(Registration registration) {
    return List.of(
        registration.channel().word(),
        registration.arrivedAt().toString(),
        registration.reference(),
        registration.clerk());
  }
}
