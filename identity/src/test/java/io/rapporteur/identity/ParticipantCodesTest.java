package io.rapporteur.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParticipantCodesTest {

  @TempDir private Path folder;

  @Test
  void areThoseOfTheSeeds() {
    List<String> codes = ParticipantCodes.of(Path.of("../seeds/participants.json"));

    assertThat(codes).contains("eg", "br").doesNotHaveDuplicates().hasSizeGreaterThan(193);
    assertThat(DemoClients.of(codes, "demo", Duration.ofHours(1)).findByClientId("eg")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{}", "{\"participants\": []}", "{\"participants\": {}}"})
  void areRefusedWhereTheFileIsNoTable(String content) throws IOException {
    Path table = Files.writeString(folder.resolve("participants.json"), content);

    assertThatIllegalStateException()
        .isThrownBy(() -> ParticipantCodes.of(table))
        .withMessageContaining("participants.json");
  }

  @Test
  void areRefusedAllAtOnceWhereTheyAreNoCodes() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("participants.json"),
            "{\"participants\": [{\"code\": \"EG\"}, {\"code\": \"br\"}, {\"name\": \"x\"}]}");

    assertThatIllegalStateException()
        .isThrownBy(() -> ParticipantCodes.of(table))
        .withMessageContaining("code: EG (expected")
        .withMessageContaining("code:  (expected");
  }

  @Test
  void areRefusedWhereTheFileIsMissing() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> ParticipantCodes.of(folder.resolve("participants.json")))
        .withMessageContaining("cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eg", "secretariat"})
  void makeOneClientEachAndNoneForTheSecretariat(String second) {
    assertThatIllegalStateException()
        .isThrownBy(() -> DemoClients.of(List.of("eg", second), "demo", Duration.ofHours(1)))
        .withMessageContaining("participant: " + second);
  }
}
