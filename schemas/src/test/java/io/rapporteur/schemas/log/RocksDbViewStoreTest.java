package io.rapporteur.schemas.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.events.Section;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of stores, on disk, and what only a disk does. */
class RocksDbViewStoreTest extends ViewStoreContract {

  @TempDir Path folder;

  @Override
  ViewStore empty() {
    return ViewStore.open(folder.resolve("contract"), "1");
  }

  @Test
  void isThereAgainAfterItWasClosed() {
    writeAndClose("1");

    try (ViewStore again = ViewStore.open(folder.resolve("kept"), "1")) {
      assertThat(again.table("section", Section.getClassSchema()).get("a")).isPresent();
      assertThat(ViewBatch.position(again, "topic-0")).isEqualTo(7);
    }
  }

  @Test
  void anotherFormatEmptiesItAndItIsReadFromTheBeginning() {
    writeAndClose("1");

    try (ViewStore again = ViewStore.open(folder.resolve("kept"), "2")) {
      assertThat(again.table("section", Section.getClassSchema()).get("a")).isEmpty();
      assertThat(ViewBatch.position(again, "topic-0")).isZero();
    }
  }

  private void writeAndClose(String format) {
    try (ViewStore store = ViewStore.open(folder.resolve("kept"), format)) {
      var batch = new ViewBatch(store);
      batch.put(
          store.table("section", Section.getClassSchema()),
          "a",
          new Section("one", "1", Map.of(), null, Map.of()));
      batch.position("topic-0", 7);
      batch.write();
    }
  }
}
