package io.rapporteur.ingest.participants;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The participants that a fresh start loads. */
public final class SeededParticipants {

  private SeededParticipants() {}

  /** All. */
  public static List<Participant> all() {
    JsonNode seeds =
        JsonMapper.builder().build().readTree(Path.of("../seeds/participants.json").toFile());
    List<Participant> all = new ArrayList<>();
    for (JsonNode each : seeds.get("participants")) {
      Map<String, Participant.Name> byLanguage = new HashMap<>();
      each.get("names")
          .properties()
          .forEach(
              name ->
                  byLanguage.put(
                      name.getKey(),
                      new Participant.Name(
                          name.getValue().get("short").asString(),
                          name.getValue().get("formal").asString())));
      all.add(
          new Participant(
              each.get("code").asString(),
              each.get("class").asString(),
              null,
              "",
              byLanguage,
              null));
    }
    return all;
  }

  /** Recognizes them by their names. */
  public static NamesOfParticipants names() {
    return NamesOfParticipants.of(all());
  }
}
