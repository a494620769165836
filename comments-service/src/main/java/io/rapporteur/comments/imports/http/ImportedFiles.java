package io.rapporteur.comments.imports.http;

import io.rapporteur.comments.table.NoTableException;
import io.rapporteur.comments.table.file.FilledFile;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files as they come in. Two at a time are read, so that the memory that reading takes is bounded;
 * the others wait, and who waited in vain is told to ask again. Thread-safe.
 */
final class ImportedFiles {

  private static final int AT_ONCE = 2;
  private static final int SECONDS = 30;
  private static final long MOST_DRAINED = 4L * FilledFile.LARGEST;

  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /** The bytes of the file, which is the part of this name or else the body. */
  byte[] bytes(HttpServletRequest request, @Nullable MultipartFile part) throws IOException {
    if (part != null) {
      if (part.getSize() > FilledFile.LARGEST) {
        throw new RefusedException(
            ProblemType.TOO_LARGE,
            "file: %d bytes (expected: at most %d)".formatted(part.getSize(), FilledFile.LARGEST));
      }
      return part.getBytes();
    }
    String type =
        request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
    if (type.startsWith("multipart/")) {
      throw new RefusedException(List.of(Fault.of("file", "missing", "a part of this name")));
    }
    if (type.startsWith("application/x-www-form-urlencoded")) {
      throw new RefusedException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "Content-Type: %s (expected: that of the file, or application/octet-stream)"
              .formatted(request.getContentType()));
    }
    drainIfTooLarge(request);
    byte[] body = RequestBody.bytes(request, FilledFile.LARGEST);
    if (body.length == 0) {
      throw new RefusedException(
          List.of(Fault.of("file", "missing", "the file, as the body or as a part named file")));
    }
    return body;
  }

  /**
   * Who sends somewhat too much is let finish, since most clients read no answer before that; none
   * of it is kept.
   */
  private static void drainIfTooLarge(HttpServletRequest request) throws IOException {
    long length = request.getContentLengthLong();
    if (length > FilledFile.LARGEST && length <= MOST_DRAINED) {
      request.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
  }

  /** Reads a table. */
  FilledFile read(byte[] file) {
    if (!turn()) {
      throw new RefusedException(
          ProblemType.NOT_READY, "Other files are being read; please ask again.");
    }
    try {
      return FilledFile.read(file);
    } catch (NoTableException e) {
      throw new RefusedException(e.type(), String.valueOf(e.getMessage()));
    } finally {
      turns.release();
    }
  }

  private boolean turn() {
    try {
      return turns.tryAcquire(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
