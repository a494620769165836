package io.rapporteur.comments.attachment.folder;

import io.rapporteur.comments.attachment.AttachmentStore;
import io.rapporteur.comments.attachment.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files in a folder, mode 0600, spread over folders by the first two digits of their key. Each is
 * written aside, forced to disk and moved to its place, so that what is at a place is whole.
 * Thread-safe; several processes may share the folder.
 */
public final class FolderStore implements AttachmentStore {

  private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}(\\.txt)?");

  private final Path folder;
  private final Path aside;

  /**
   * @param folder made if missing, mode 0700
   * @throws StoreUnavailableException if it cannot be made
   */
  public FolderStore(Path folder) {
    this.folder = folder;
    this.aside = folder.resolve("aside");
    try {
      make(folder);
      make(aside);
    } catch (IOException e) {
      throw new StoreUnavailableException("folder " + folder + ": cannot be made", e);
    }
  }

  @Override
  public void put(String key, Path file) {
    Path shelf = shelf(key);
    Path place = shelf.resolve(key);
    try {
      if (Files.exists(place)) {
        return;
      }
      make(shelf);
      Path written =
          Files.createTempFile(
              aside,
              "file",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try {
        Files.copy(file, written, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
        force(written);
        Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(written);
      }
      force(shelf);
    } catch (IOException e) {
      throw new StoreUnavailableException("folder: " + key + " cannot be kept", e);
    }
  }

  @Override
  public Optional<InputStream> get(String key) {
    try {
      return Optional.of(Files.newInputStream(place(key)));
    } catch (NoSuchFileException e) {
      checkThere();
      return Optional.empty();
    } catch (IOException e) {
      throw new StoreUnavailableException("folder: " + key + " cannot be read", e);
    }
  }

  @Override
  public boolean exists(String key) {
    boolean there = Files.exists(place(key));
    if (!there) {
      checkThere();
    }
    return there;
  }

  /** A folder that is not mounted is not an empty one. */
  private void checkThere() {
    if (!Files.isDirectory(aside)) {
      throw new StoreUnavailableException(
          "folder " + folder + ": is not there", new NoSuchFileException(folder.toString()));
    }
  }

  private Path place(String key) {
    return shelf(key).resolve(key);
  }

  private Path shelf(String key) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("key: (expected: 64 hexadecimal digits)");
    }
    return folder.resolve(key.substring(0, 2));
  }

  private static void make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException e) {
      // Another was faster.
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
