package io.rapporteur.ingest.participants;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NamesOfParticipantsTest {

  private static final List<Participant> ALL = new ArrayList<>();
  private static NamesOfParticipants names = NamesOfParticipants.of(List.of());

  @BeforeAll
  static void readTheSeeds() {
    JsonNode seeds =
        JsonMapper.builder().build().readTree(Path.of("../seeds/participants.json").toFile());
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
      ALL.add(
          new Participant(
              each.get("code").asString(),
              each.get("class").asString(),
              null,
              "",
              byLanguage,
              null));
    }
    names = NamesOfParticipants.of(ALL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Venezuela (Bolivarian Republic of)|ve",
        "Bolivarian Republic of Venezuela|ve",
        "the Bolivarian Republic of Venezuela|ve",
        "République bolivarienne du Venezuela|ve",
        "فنزويلا (جمهورية - البوليفارية)|ve",
        "委内瑞拉玻利瓦尔共和国|ve",
        "委内瑞拉(玻利瓦尔共和国)|ve",
        "Iran (Islamic Republic of)|ir",
        "Iran (République islamique d’)|ir",
        "Венесуэла (Боливарианская Республика)|ve",
        "Republic of Korea|kr",
        "Democratic People's Republic of Korea|kp",
        "Bosnia and Herzegovina|ba",
        "United Kingdom|gb",
        "Rusia|ru",
      })
  void recognizesAName(String printed, String code) {
    assertThat(names.code(printed)).as(printed).contains(code);
  }

  @Test
  void recognizesEveryOfficialNameAsItsOwn() {
    List<String> wrong = new ArrayList<>();
    for (Participant each : ALL) {
      each.names()
          .values()
          .forEach(
              name -> {
                if (!names.code(name.shortName()).filter(each.code()::equals).isPresent()) {
                  wrong.add(name.shortName());
                }
              });
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void recognizesNothingInWordsThatAreNoName() {
    assertThat(names.code("paragraph 13")).isEmpty();
    assertThat(names.code("")).isEmpty();
    assertThat(names.code("Atlantis")).isEmpty();
  }
}
