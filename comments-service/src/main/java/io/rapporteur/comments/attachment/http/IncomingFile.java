package io.rapporteur.comments.attachment.http;

import io.rapporteur.comments.attachment.StoreUnavailableException;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A body on its way to disk: hashed as it passes, never whole in memory, of a largest size and
 * within a longest time. Its file is nobody else's and is gone when this is closed.
 *
 * @param file where it stands
 * @param size in bytes
 * @param sha256 of the bytes
 */
record IncomingFile(Path file, long size, String sha256) implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  /**
   * Receives the body of a request.
   *
   * @param folder where it is written
   * @param largest size in bytes
   * @param longest from the first byte asked for to the last
   * @throws RefusedException if it is too large, too slow, or ends before it said; nothing stays
   * @throws StoreUnavailableException if there is no room for it
   */
  static IncomingFile receive(
      HttpServletRequest request, Path folder, long largest, Duration longest, Clock clock) {
    if (request.getContentLengthLong() > largest) {
      throw tooLarge(largest);
    }
    Path file = made(folder);
    boolean received = false;
    try (OutputStream out = Files.newOutputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Instant last = clock.instant().plus(longest);
      byte[] buffer = new byte[BUFFER];
      long size = 0;
      for (int read = read(request, buffer); read >= 0; read = read(request, buffer)) {
        size += read;
        if (size > largest) {
          throw tooLarge(largest);
        }
        if (clock.instant().isAfter(last)) {
          throw new RefusedException(
              ProblemType.REQUEST_TIMEOUT,
              "body: over %d s on its way (expected: at most that)".formatted(longest.toSeconds()));
        }
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
      received = true;
      return new IncomingFile(file, size, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw new StoreUnavailableException("incoming file: cannot be written", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: missing", e);
    } finally {
      if (!received) {
        delete(file);
      }
    }
  }

  private static int read(HttpServletRequest request, byte[] buffer) {
    try {
      InputStream in = request.getInputStream();
      return in.read(buffer);
    } catch (IOException e) {
      throw new RefusedException(
          ProblemType.MALFORMED_REQUEST, "body: broke off (expected: as long as it says)");
    }
  }

  private static Path made(Path folder) {
    try {
      return Files.createTempFile(folder, "incoming", null);
    } catch (IOException e) {
      throw new StoreUnavailableException("incoming file: cannot be made", e);
    }
  }

  private static RefusedException tooLarge(long largest) {
    return new RefusedException(
        ProblemType.TOO_LARGE, "body: over %d bytes (expected: at most that)".formatted(largest));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StoreUnavailableException("incoming file: cannot be deleted", e);
    }
  }

  @Override
  public void close() {
    delete(file);
  }
}
