package io.rapporteur.comments.attachment.http;

import io.rapporteur.comments.attachment.Serving;
import io.rapporteur.comments.attachment.Upload;
import io.rapporteur.comments.attachment.UploadRequest;
import io.rapporteur.comments.attachment.Uploading;
import io.rapporteur.comments.attachment.Uploading.Outcome;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * Files are handed in, looked after and taken back here, before and after a comment names them. The
 * body of a request is the file itself.
 */
@RestController
@RequestMapping("/api/v1/attachments")
public final class AttachmentsResource {

  private final Uploading uploading;
  private final Consultations consultations;
  private final Intake intake;
  private final Runnable arrived;
  private final Clock clock;
  private final ServedFile served;

  /**
   * Puts the door together.
   *
   * @param arrived told that a file waits for its verdict
   */
  public AttachmentsResource(
      Uploading uploading,
      Serving serving,
      Consultations consultations,
      Intake intake,
      Runnable arrived,
      Clock clock) {
    this.uploading = uploading;
    this.served = new ServedFile(serving);
    this.consultations = consultations;
    this.intake = intake;
    this.arrived = arrived;
    this.clock = clock;
  }

  @PostMapping
  ResponseEntity<AttachmentView> upload(
      @RequestParam(required = false) @Nullable String name,
      @RequestParam(required = false) @Nullable String participant,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    if (!intake.open()) {
      throw new RefusedException(
          ProblemType.ATTACHMENTS_OFF,
          "The operator has not said whether files are scanned (rapporteur.comments.attachments.scanner).");
    }
    @Nullable String type = claimedType(request.getContentType());
    String given = FileName.of(name, request.getHeader(HttpHeaders.CONTENT_DISPOSITION));
    Caller caller = Caller.of(authentication);
    String owner = owner(caller, participant);
    return StoreAnswers.of(
        () -> {
          try (var file =
              IncomingFile.receive(
                  request, intake.folder(), intake.largest(), intake.longest(), clock)) {
            return answer(
                uploading.keep(
                    new UploadRequest(
                        owner,
                        caller.isSecretariat() ? caller.client() : owner,
                        caller.client(),
                        key,
                        now(),
                        given,
                        type,
                        file.size(),
                        file.sha256()),
                    file.file()));
          }
        });
  }

  private ResponseEntity<AttachmentView> answer(Outcome outcome) {
    Upload kept = kept(outcome);
    arrived.run();
    return ResponseEntity.created(URI.create("/api/v1/attachments/" + kept.id())).body(view(kept));
  }

  @GetMapping("/{id}")
  ResponseEntity<Resource> bytes(
      @PathVariable String id, WebRequest request, Authentication authentication)
      throws IOException {
    Caller caller = Caller.of(authentication);
    Upload upload = kept(uploading.find(id, caller.participant(), caller.client()));
    return StoreAnswers.of(
        () -> served.answer(upload, caller.belongsTo(upload.participant()), request));
  }

  @GetMapping("/{id}/state")
  AttachmentView state(@PathVariable String id, Authentication authentication) {
    Caller caller = Caller.of(authentication);
    return view(kept(uploading.find(id, caller.participant(), caller.client())));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> delete(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication) {
    String key = IdempotencyKey.of(request, response);
    Caller caller = Caller.of(authentication);
    Outcome outcome = uploading.delete(id, caller.participant(), caller.client(), now());
    if (!(outcome instanceof Outcome.Deleted)) {
      throw Refusals.of(outcome);
    }
    return ResponseEntity.noContent().header(IdempotencyKey.HEADER, key).build();
  }

  private static Upload kept(Outcome outcome) {
    if (!(outcome instanceof Outcome.Kept(Upload upload))) {
      throw Refusals.of(outcome);
    }
    return upload;
  }

  private AttachmentView view(Upload upload) {
    return AttachmentView.of(upload, intake.scanned());
  }

  /** The type without its parameters; a form is no file. */
  private static @Nullable String claimedType(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return null;
    }
    String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (type.startsWith("multipart/") || type.equals("application/x-www-form-urlencoded")) {
      throw new RefusedException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "Content-Type: %s (expected: the type of the file, or application/octet-stream, and the file as the body)"
              .formatted(type));
    }
    return type;
  }

  /** Whose the file is to be: the caller's, or, for the secretariat, the participant's it names. */
  private String owner(Caller caller, @Nullable String participant) {
    if (!caller.isSecretariat()) {
      if (participant != null && !caller.belongsTo(participant)) {
        throw new RefusedException(
            List.of(Fault.of("participant", participant, "absent; it is the caller's own")));
      }
      return admitted(caller.participant().orElse(""))
          .orElseThrow(
              () ->
                  new RefusedException(
                      ProblemType.UNKNOWN_PARTICIPANT,
                      "participant: the token's is unknown (expected: a participant that was admitted)"));
    }
    String named = participant == null ? "missing" : participant;
    return admitted(named)
        .orElseThrow(
            () ->
                new RefusedException(
                    List.of(Fault.of("participant", named, "whose file it is; a known code"))));
  }

  private Optional<String> admitted(String code) {
    if (consultations.participant(code).isEmpty()
        && !(consultations.catchUp() && consultations.participant(code).isPresent())) {
      return Optional.empty();
    }
    return Optional.of(code);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
