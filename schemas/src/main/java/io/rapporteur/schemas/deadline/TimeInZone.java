package io.rapporteur.schemas.deadline;

import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.TextLimit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A time as people of a zone say it: with its offset, in UTC, or as the clocks of the zone show it.
 * What contradicts the zone is a fault, since one of the two would be printed wrong: another offset
 * than the zone has then, and a time that its clocks leave out or show twice.
 */
public final class TimeInZone {

  private static final TextLimit TIME = TextLimit.characters(40);
  private static final TextLimit ZONE = TextLimit.characters(200);

  private TimeInZone() {}

  /**
   * Reads the zone.
   *
   * @return empty if the field is absent, or names no zone of the IANA, which is a fault
   */
  public static Optional<ZoneId> zone(Fields fields, String name) {
    Optional<String> given = fields.optionalText(name, ZONE);
    if (given.isPresent() && !ZoneId.getAvailableZoneIds().contains(given.get())) {
      fields.fault(name, given.get(), "a time zone such as Europe/Vienna");
      return Optional.empty();
    }
    return given.map(ZoneId::of);
  }

  /**
   * Reads a time.
   *
   * @param zone of the people; empty if none was named, and the offset must be
   * @return in milliseconds; empty if the field is absent or at fault
   */
  public static Optional<Instant> read(Fields fields, String name, Optional<ZoneId> zone) {
    Optional<String> given = fields.optionalText(name, TIME);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    try {
      var parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              given.get(), OffsetDateTime::from, LocalDateTime::from);
      Optional<Instant> instant =
          parsed instanceof OffsetDateTime offset
              ? withOffset(fields, name, offset, zone)
              : local(fields, name, (LocalDateTime) parsed, zone);
      return instant.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException e) {
      fields.fault(name, given.get(), "a time with its offset, such as 2021-03-01T23:59:59Z");
      return Optional.empty();
    }
  }

  private static Optional<Instant> withOffset(
      Fields fields, String name, OffsetDateTime given, Optional<ZoneId> zone) {
    Instant instant = given.toInstant();
    // UTC is what stands where nobody named a zone; it says nothing of where people are.
    Optional<ZoneOffset> then =
        zone.map(ZoneId::getRules)
            .filter(rules -> !rules.isFixedOffset())
            .map(rules -> rules.getOffset(instant));
    if (given.getOffset().equals(ZoneOffset.UTC)
        || then.filter(offset -> !offset.equals(given.getOffset())).isEmpty()) {
      return Optional.of(instant);
    }
    fields.fault(
        name,
        given.toString(),
        "the offset %s that %s has then, or Z".formatted(then.get(), zone.orElseThrow()));
    return Optional.empty();
  }

  private static Optional<Instant> local(
      Fields fields, String name, LocalDateTime given, Optional<ZoneId> zone) {
    if (zone.isEmpty()) {
      fields.fault(
          name,
          given.toString(),
          "a time with its offset, such as 2021-03-01T23:59:59Z, or a zone");
      return Optional.empty();
    }
    List<ZoneOffset> offsets = zone.get().getRules().getValidOffsets(given);
    if (offsets.size() == 1) {
      return Optional.of(given.toInstant(offsets.getFirst()));
    }
    fields.fault(
        name,
        given.toString(),
        offsets.isEmpty()
            ? "a time that the clocks of " + zone.get() + " show; they are put forward then"
            : "an offset, %s or %s; the clocks of %s show this time twice"
                .formatted(offsets.get(0), offsets.get(1), zone.get()));
    return Optional.empty();
  }
}
