package io.rapporteur.comments.attachment.http;

import io.rapporteur.comments.attachment.Serving;
import io.rapporteur.comments.attachment.StoreUnavailableException;
import io.rapporteur.comments.attachment.Upload;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.io.FileNotFoundException;
import java.io.InputStream;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;

/**
 * The answer that carries a file. Whatever a file is, a browser saves it: it is never shown within
 * a page of this address, nor guessed to be of another type.
 */
final class ServedFile {

  private final Serving serving;

  ServedFile(Serving serving) {
    this.serving = serving;
  }

  /**
   * A file that the caller may know of.
   *
   * @param own the caller belongs to its delegation
   */
  ResponseEntity<Resource> answer(Upload upload, boolean own, WebRequest request) {
    switch (serving.answer(upload, own)) {
      case GIVEN -> {
        // Below.
      }
      case WAITING ->
          throw new RefusedException(
              ProblemType.ATTACHMENT_WAITING,
              "It is served once it has been looked at; ask again.");
      case NOT_SCANNED ->
          throw new RefusedException(
              ProblemType.ATTACHMENT_WAITING,
              "Files are not scanned here, by choice of the operator; each is served to its own delegation alone.");
      case REFUSED ->
          throw new RefusedException(
              ProblemType.ATTACHMENT_REFUSED, "Something was found in it; its state says what.");
    }
    String tag = "\"" + upload.sha256() + "\"";
    if (request.checkNotModified(tag)) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
    }
    InputStream bytes =
        serving
            .open(upload)
            .orElseThrow(
                () ->
                    new StoreUnavailableException(
                        "store: " + upload.sha256() + " is not there",
                        new FileNotFoundException(upload.sha256())));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(upload.mediaType()))
        .contentLength(upload.size())
        .eTag(tag)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        .header(HttpHeaders.CONTENT_DISPOSITION, ServedName.disposition(upload))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .body(new InputStreamResource(bytes));
  }
}
