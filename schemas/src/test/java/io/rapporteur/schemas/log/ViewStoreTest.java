package io.rapporteur.schemas.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.states.LogPlace;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewStoreTest {

  private static final LogPlace PLACE = new LogPlace(1, 2L, Instant.EPOCH);

  @TempDir Path folder;

  @Test
  void keepsWhatWasWrittenInItsFormatAndHowFarItWasRead() throws Exception {
    written("6");

    try (ViewStore store = ViewStore.open(folder, "6")) {
      assertThat(table(store).get("key")).contains(PLACE);
      assertThat(ViewBatch.position(store, "topic-0")).isEqualTo(3);
    }
  }

  @Test
  void emptiesWhatWasWrittenInAnotherFormatSoThatItIsReadFromTheFirstRecordAgain()
      throws Exception {
    written("6");

    try (ViewStore store = ViewStore.open(folder, "7")) {
      assertThat(table(store).startingWith("")).isEmpty();
      assertThat(ViewBatch.position(store, "topic-0")).isZero();
    }
    try (ViewStore store = ViewStore.open(folder, "6")) {
      assertThat(table(store).startingWith("")).isEmpty();
    }
  }

  private void written(String format) throws Exception {
    try (ViewStore store = ViewStore.open(folder, format);
        var batch = new ViewBatch(store)) {
      batch.put(table(store), "key", PLACE);
      batch.position("topic-0", 3);
      batch.write();
    }
  }

  private static Table<LogPlace> table(ViewStore store) {
    return store.table("place", LogPlace.getClassSchema());
  }
}
