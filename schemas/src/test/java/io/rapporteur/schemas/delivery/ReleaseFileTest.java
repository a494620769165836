package io.rapporteur.schemas.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.schemas.delivery.Release.Standing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseFileTest {

  private static final Instant SINCE = Instant.parse("2021-01-01T00:00:00Z");

  @TempDir Path data;
  private ReleaseFile release;

  @BeforeEach
  void open() {
    release = new ReleaseFile(data.resolve("circulation"), "log-1");
  }

  @Test
  void holdsUntilItIsReleasedAndNotAfterARestart() throws Exception {
    assertThat(release.standing(5)).isInstanceOf(Standing.Held.class);

    release.release(SINCE, 5);

    assertThat(release.standing(5)).isEqualTo(new Standing.Released(SINCE));
    assertThat(new ReleaseFile(data.resolve("circulation"), "log-1").standing(7))
        .isEqualTo(new Standing.Released(SINCE));
  }

  @Test
  void holdsOnAnotherLog() throws Exception {
    release.release(SINCE, 5);

    assertThat(new ReleaseFile(data.resolve("circulation"), "log-2").standing(5))
        .isInstanceOf(Standing.Held.class);
  }

  @Test
  void holdsWhenTheFileIsACopyAsAfterARestore() throws Exception {
    release.release(SINCE, 5);
    Path copy = Files.createDirectories(data.resolve("restored"));
    for (String file : new String[] {"release.json", "reached"}) {
      Files.copy(data.resolve("circulation").resolve(file), copy.resolve(file));
    }

    assertThat(new ReleaseFile(copy, "log-1").standing(5))
        .isEqualTo(new Standing.Held("the release is a copy, as after a restore"));
  }

  @Test
  void holdsWhenTheLogIsShorterThanItWas() throws Exception {
    release.release(SINCE, 5);
    assertThat(release.standing(9)).isInstanceOf(Standing.Released.class);

    assertThat(release.standing(8)).isInstanceOf(Standing.Held.class);
    release.release(SINCE, 8);
    assertThat(release.standing(8)).isInstanceOf(Standing.Released.class);
  }

  @Test
  void holdsWhenTheFileIsDamaged() throws Exception {
    release.release(SINCE, 5);
    Files.writeString(data.resolve("circulation").resolve("release.json"), "{");

    assertThat(release.standing(5)).isInstanceOf(Standing.Held.class);
  }
}
