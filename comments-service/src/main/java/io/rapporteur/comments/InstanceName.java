package io.rapporteur.comments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * What an instance is called, made at its first start and kept beside its view: one process at a
 * time uses that folder, so that the next one under the same name is the same instance's next life.
 */
final class InstanceName {

  private InstanceName() {}

  /**
   * The name in a file, made if it is missing.
   *
   * @throws UncheckedIOException if it can be neither read nor made
   */
  static String of(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, UUID.randomUUID().toString());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("instance name " + file + ": cannot be used", e);
    }
  }
}
