package io.rapporteur.comments.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A store in memory that can be made not to answer; not thread-safe. */
public final class FakeStore implements AttachmentStore {

  private final Map<String, byte[]> kept = new HashMap<>();
  private boolean down;

  /** Whether it answers from now on. */
  public void down(boolean now) {
    down = now;
  }

  /** How many things it keeps. */
  public int size() {
    return kept.size();
  }

  @Override
  public void put(String key, Path file) {
    checkUp();
    try {
      kept.putIfAbsent(key, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<InputStream> get(String key) {
    checkUp();
    return Optional.ofNullable(kept.get(key)).map(ByteArrayInputStream::new);
  }

  @Override
  public boolean exists(String key) {
    checkUp();
    return kept.containsKey(key);
  }

  private void checkUp() {
    if (down) {
      throw new StoreUnavailableException("fake: down", new IOException("down"));
    }
  }
}
