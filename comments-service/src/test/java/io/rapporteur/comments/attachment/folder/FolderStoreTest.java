package io.rapporteur.comments.attachment.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapporteur.comments.attachment.AttachmentStore;
import io.rapporteur.comments.attachment.AttachmentStoreContract;
import io.rapporteur.comments.attachment.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends AttachmentStoreContract {

  @TempDir Path folder;
  private FolderStore store;

  @BeforeEach
  void open() {
    store = new FolderStore(folder.resolve("attachments"));
  }

  @Override
  protected AttachmentStore store() {
    return store;
  }

  @Override
  protected AttachmentStore storeThatIsDown() throws IOException {
    var gone = new FolderStore(folder.resolve("gone"));
    Files.delete(folder.resolve("gone/aside"));
    Files.delete(folder.resolve("gone"));
    Files.writeString(folder.resolve("gone"), "what stands where the folder was");
    return gone;
  }

  @Test
  void letsNobodyElseRead() throws IOException {
    store.put("0".repeat(64), Files.writeString(folder.resolve("file"), "x"));

    try (Stream<Path> all = Files.walk(folder.resolve("attachments"))) {
      assertThat(all)
          .allSatisfy(
              path ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                      .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }
  }

  @Test
  void leavesNothingAside() throws IOException {
    store.put("0".repeat(64), Files.writeString(folder.resolve("file"), "x"));

    try (Stream<Path> aside = Files.list(folder.resolve("attachments/aside"))) {
      assertThat(aside).isEmpty();
    }
  }

  @Test
  void doesNotTakeAFolderThatIsGoneForAnEmptyOne() throws IOException {
    Files.delete(folder.resolve("attachments/aside"));
    Files.delete(folder.resolve("attachments"));

    assertThatThrownBy(() -> store.get("0".repeat(64)))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> store.exists("0".repeat(64)))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void takesNoPathForAKey() {
    assertThatThrownBy(() -> store.get("../../secrets/kafka.properties"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void emptiesThePassingFolderOfAProcessBefore() throws IOException {
    Path passing = folder.resolve("passing");
    PassingFolder.emptied(passing);
    Files.createDirectories(passing.resolve("extraction1"));
    Files.writeString(passing.resolve("extraction1/left"), "x");

    PassingFolder.emptied(passing);

    assertThat(passing).isEmptyDirectory();
  }
}
