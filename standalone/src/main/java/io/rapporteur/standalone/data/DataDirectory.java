package io.rapporteur.standalone.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which one instance keeps everything. It is locked while the instance lives; it is
 * emptied only if it carries the mark of this product, so that a slip of the hand deletes nothing
 * else.
 */
public final class DataDirectory implements AutoCloseable {

  private static final String MARK = ".rapporteur";
  private static final String LOCK = ".lock";
  private static final String OWNER = ".owner";
  private static final List<String> KEPT_WHEN_EMPTIED = List.of(MARK, LOCK, OWNER);

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private DataDirectory(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Opens the folder, made if missing.
   *
   * @param leastFree bytes that must be free on its disk
   * @param fresh empties it first
   * @throws CannotStartException if it is another's, in use, read-only, or its disk is full
   */
  public static DataDirectory open(Path folder, long leastFree, boolean fresh) {
    try {
      boolean foreign =
          Files.exists(folder) && !Files.exists(folder.resolve(MARK)) && !empty(folder);
      if (foreign) {
        throw new CannotStartException(
            folder + " holds files that are not Rapporteur's; name an empty folder with --data.");
      }
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(MARK), "The data of Rapporteur; see docs/operations.md\n");
      DataDirectory data = lock(folder);
      if (fresh) {
        data.empty();
      }
      data.checkFree(leastFree);
      return data;
    } catch (AccessDeniedException e) {
      throw new CannotStartException(
          folder + " cannot be written; give it to this user, or name another folder with --data.",
          e);
    } catch (FileSystemException e) {
      throw new CannotStartException(
          "%s cannot be used (%s); is the disk full or read-only?".formatted(folder, reason(e)), e);
    } catch (IOException e) {
      throw new CannotStartException(
          "%s cannot be used (%s); is the disk full or read-only?"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private static String reason(FileSystemException e) {
    @Nullable String reason = e.getReason();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  private static boolean empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static DataDirectory lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      Path owner = folder.resolve(OWNER);
      String process = Files.exists(owner) ? Files.readString(owner).strip() : "unknown";
      throw new CannotStartException(
          "Another instance (process %s) uses %s; stop it, or name another folder with --data."
              .formatted(process, folder));
    }
    Files.writeString(folder.resolve(OWNER), ProcessHandle.current().pid() + "\n");
    return new DataDirectory(folder, channel, lock);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /**
   * Deletes a folder within, with all it holds; nothing if it is not there.
   *
   * @throws CannotStartException if it cannot be deleted
   */
  public void delete(String name) {
    if (!Files.exists(path(name))) {
      return;
    }
    try (Stream<Path> paths = Files.walk(path(name))) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new CannotStartException(path(name) + " cannot be deleted.", e);
    }
  }

  private void empty() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        boolean kept =
            path.equals(folder)
                || (folder.equals(path.getParent())
                    && KEPT_WHEN_EMPTIED.contains(path.getFileName().toString()));
        if (!kept) {
          Files.delete(path);
        }
      }
    }
  }

  private void checkFree(long least) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < least) {
      throw new CannotStartException(
          "The disk of %s has %d MB free (expected: at least %d MB); make room, or name another folder with --data."
              .formatted(folder, free >> 20, least >> 20));
    }
  }

  /** A path within. */
  public Path path(String name) {
    return folder.resolve(name);
  }

  /** Lets another instance have the folder. */
  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
