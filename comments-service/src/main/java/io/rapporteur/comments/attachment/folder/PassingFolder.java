package io.rapporteur.comments.attachment.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder, mode 0700, for what stands on disk for a moment: files on their way in, and texts on
 * their way to the store. One process uses it; what a process before left there is deleted.
 *
 * @param path where it is
 */
public record PassingFolder(Path path) {

  /**
   * The folder, empty.
   *
   * @throws UncheckedIOException if it cannot be made or emptied
   */
  public static PassingFolder emptied(Path path) {
    try {
      if (Files.isDirectory(path)) {
        try (Stream<Path> left = Files.walk(path)) {
          List<Path> deepestFirst = left.sorted(Comparator.reverseOrder()).toList();
          for (Path each : deepestFirst) {
            if (!each.equals(path)) {
              Files.delete(each);
            }
          }
        }
      } else {
        Files.createDirectories(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return new PassingFolder(path);
    } catch (IOException e) {
      throw new UncheckedIOException("passing folder " + path + ": cannot be emptied", e);
    }
  }
}
