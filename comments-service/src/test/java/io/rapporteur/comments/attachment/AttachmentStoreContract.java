package io.rapporteur.comments.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of files does. */
public abstract class AttachmentStoreContract {

  @TempDir Path given;

  /** A store that answers. */
  protected abstract AttachmentStore store();

  /** A store of which the other side is gone. */
  protected abstract AttachmentStore storeThatIsDown() throws Exception;

  @Test
  void givesBackWhatItWasGiven() throws IOException {
    byte[] bytes = new byte[3 << 20];
    ThreadLocalRandom.current().nextBytes(bytes);
    String key = key();

    store().put(key, file(bytes));

    assertThat(store().exists(key)).isTrue();
    assertThat(read(key)).isEqualTo(bytes);
  }

  @Test
  void keepsWhatItHasWhenGivenAgain() throws IOException {
    String key = key();
    store().put(key, file(new byte[] {1}));

    store().put(key, file(new byte[] {2}));

    assertThat(read(key)).containsExactly(1);
  }

  @Test
  void hasNothingUnderAKeyThatWasNotGiven() {
    String key = key();

    assertThat(store().exists(key)).isFalse();
    assertThat(store().get(key)).isEmpty();
  }

  @Test
  void keepsATextBesideItsFile() throws IOException {
    String key = key();
    store().put(key, file(new byte[] {1}));

    store().put(key + ".txt", file(new byte[] {2}));

    assertThat(read(key)).containsExactly(1);
    assertThat(read(key + ".txt")).containsExactly(2);
  }

  @Test
  void takesTheSameFileFromManyAtOnce() throws Exception {
    byte[] bytes = new byte[1 << 20];
    String key = key();
    Path file = file(bytes);

    IntStream.range(0, 8).parallel().forEach(n -> store().put(key, file));

    assertThat(read(key)).isEqualTo(bytes);
  }

  @Test
  void saysThatItDoesNotAnswerRatherThanThatItHasNothing() throws Exception {
    AttachmentStore down = storeThatIsDown();
    String key = key();
    Path file = file(new byte[] {1});

    assertThatThrownBy(() -> down.get(key)).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> down.put(key, file)).isInstanceOf(StoreUnavailableException.class);
  }

  private byte[] read(String key) throws IOException {
    try (InputStream in = store().get(key).orElseThrow()) {
      return in.readAllBytes();
    }
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(given, "file", null), bytes);
  }

  private static String key() {
    byte[] random = new byte[32];
    ThreadLocalRandom.current().nextBytes(random);
    return java.util.HexFormat.of().formatHex(random);
  }
}
