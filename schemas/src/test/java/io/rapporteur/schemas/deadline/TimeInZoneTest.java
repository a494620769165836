package io.rapporteur.schemas.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Times as people of Vienna say them, on the days on which their clocks are changed and others. */
class TimeInZoneTest {

  private static final Optional<ZoneId> VIENNA = Optional.of(ZoneId.of("Europe/Vienna"));

  private static Fields fields(String time) {
    ObjectNode body = JsonMapper.shared().createObjectNode().put("closesAt", time);
    return new Fields(body);
  }

  @ParameterizedTest
  @CsvSource({
    "2021-03-27T23:59:59, 2021-03-27T22:59:59Z",
    "2021-03-28T23:59:59, 2021-03-28T21:59:59Z",
    "2021-03-28T23:59:59+02:00, 2021-03-28T21:59:59Z",
    "2021-03-28T23:59:59Z, 2021-03-28T23:59:59Z",
    "2021-10-31T02:30:00+02:00, 2021-10-31T00:30:00Z",
    "2021-10-31T02:30:00+01:00, 2021-10-31T01:30:00Z"
  })
  void isReadAsTheClocksOfTheZoneShowIt(String said, Instant meant) {
    Fields fields = fields(said);

    assertThat(TimeInZone.read(fields, "closesAt", VIENNA)).contains(meant);
    assertThat(fields.faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2021-03-28T23:59:59+01:00 | the offset +02:00 that Europe/Vienna has then, or Z",
        "2021-03-28T02:30:00 | a time that the clocks of Europe/Vienna show; they are put forward then",
        "2021-10-31T02:30:00 | an offset, +02:00 or +01:00; the clocks of Europe/Vienna show this time twice",
        "tomorrow | a time with its offset, such as 2021-03-01T23:59:59Z"
      })
  void isAFaultWhereItContradictsTheZone(String said, String expected) {
    Fields fields = fields(said);

    assertThat(TimeInZone.read(fields, "closesAt", VIENNA)).isEmpty();
    assertThat(fields.faults())
        .extracting(Fault::message)
        .singleElement()
        .asString()
        .contains(expected);
  }

  @Test
  void aZoneIsOneOfTheIana() {
    Fields known = new Fields(JsonMapper.shared().createObjectNode().put("zone", "Asia/Beirut"));
    Fields unknown = new Fields(JsonMapper.shared().createObjectNode().put("zone", "Mars"));

    assertThat(TimeInZone.zone(known, "zone")).contains(ZoneId.of("Asia/Beirut"));
    assertThat(TimeInZone.zone(unknown, "zone")).isEmpty();
    assertThat(unknown.faults()).hasSize(1);
    assertThat(TimeInZone.zone(fields("2021-03-28T23:59:59Z"), "zone")).isEmpty();
  }

  @Test
  void needsItsOffsetWhereNoZoneIsNamed() {
    Fields fields = fields("2021-03-28T23:59:59");

    assertThat(TimeInZone.read(fields, "closesAt", Optional.empty())).isEmpty();
    assertThat(fields.faults()).hasSize(1);
    assertThat(TimeInZone.read(fields("2021-03-28T23:59:59+02:00"), "closesAt", Optional.empty()))
        .contains(Instant.parse("2021-03-28T21:59:59Z"));
  }
}
