package io.rapporteur.comments.attachment;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the bytes of files are kept, by the hash of what they are: the same bytes are kept once,
 * and what is kept never changes. Implementations are thread-safe.
 */
public interface AttachmentStore {

  /**
   * Keeps a file; does nothing if its key is there.
   *
   * @param key 64 hexadecimal digits, or those and {@code .txt}
   * @throws StoreUnavailableException if it is not kept
   */
  void put(String key, Path file);

  /**
   * Opens what is kept; the caller closes it.
   *
   * @return empty if there is nothing under this key
   * @throws StoreUnavailableException if the store does not answer
   */
  Optional<InputStream> get(String key);

  /**
   * Whether there is something under this key.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  boolean exists(String key);
}
