package io.rapporteur.aggregation.paper.http;

import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.paper.Asked;
import io.rapporteur.aggregation.paper.Export;
import io.rapporteur.aggregation.paper.Exporting;
import io.rapporteur.aggregation.paper.PaperFormat;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.audit.Note;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Papers that are made while nobody waits and fetched later. An export is seen by the account that
 * asked for it; another's and a missing one are answered alike. A file that was made by a grant of
 * sight is served while the grant stands, and each fetch is noted as a look. One that was made
 * before something was redacted, or lifted, is deleted instead of served.
 */
@RestController
@RequestMapping("/api/v1")
public final class ExportsResource {

  private static final int BODY = 16 * 1024;
  private static final TextLimit VALUE = TextLimit.characters(200);
  private static final List<String> FIELDS =
      List.of(
          "format",
          "language",
          "order",
          "section",
          "entry",
          "participant",
          "kind",
          "position",
          "symbol",
          "distribution",
          "asOf");

  private final Exporting exporting;
  private final ReadersPapers papers;

  /** Starts and finds with these. */
  public ExportsResource(Exporting exporting, ReadersPapers papers) {
    this.exporting = exporting;
    this.papers = papers;
  }

  static String path(String export) {
    return "/api/v1/exports/" + export;
  }

  @PostMapping("/compilations/{id}/exports")
  ResponseEntity<ExportView> start(
      @PathVariable String id,
      HttpServletRequest request,
      @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String acceptLanguage,
      @Nullable Authentication authentication)
      throws IOException {
    var fields = new Fields(RequestBody.object(request, BODY));
    Consultation consultation = papers.find(id);
    Caller caller = Caller.of(authentication);
    Map<String, String> values = new HashMap<>();
    FIELDS.forEach(
        name -> fields.optionalText(name, VALUE).ifPresent(value -> values.put(name, value)));
    fields.refuseOthers();
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
    var asking = new AskedFields(values::get);
    Asked asked =
        asking.read(
            caller,
            Optional.empty(),
            List.of(PaperFormat.values()),
            false,
            acceptLanguage,
            papers.sections(consultation),
            papers.partitions());
    if (!asking.faults().isEmpty()) {
      throw new RefusedException(asking.faults());
    }
    papers.requireMoment(consultation, caller, asked);
    Export export =
        exporting
            .start(caller.client(), id, asked, () -> papers.made(id, caller, asked))
            .orElseThrow(
                () ->
                    new RefusedException(
                        ProblemType.TOO_MANY_REQUESTS,
                        "exports: as many as there may be (expected: at most %d of one account; delete those that are done with)"
                            .formatted(Exporting.MOST_OF_ONE)));
    return ResponseEntity.accepted()
        .location(URI.create(path(export.id())))
        .cacheControl(CacheControl.noStore())
        .body(ExportView.of(export));
  }

  @GetMapping("/exports/{export}")
  ResponseEntity<ExportView> export(
      @PathVariable String export, @Nullable Authentication authentication) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(ExportView.of(find(export, Caller.of(authentication))));
  }

  @GetMapping("/exports/{export}/file")
  ResponseEntity<Resource> file(
      @PathVariable String export, @Nullable Authentication authentication) throws IOException {
    Caller caller = Caller.of(authentication);
    Export found = find(export, caller);
    if (found.byGrant()) {
      if (!papers.stillGranted(found.consultation(), caller)) {
        throw missing();
      }
      Note.of("look", found.consultation() + "/export");
    }
    if (found.state() != Export.State.DONE) {
      throw new RefusedException(
          ProblemType.EXPORT_NOT_DONE,
          "state: " + found.state().word() + " (expected: done; see " + path(export) + ")");
    }
    if (!papers.stillRedacted(found.consultation(), found.redacted())) {
      exporting.cancel(caller.client(), export);
      throw missing();
    }
    InputStream file = exporting.open(found).orElseThrow(ExportsResource::missing);
    return AtOnce.answer(
        found.asked(), found.asked().name(found.consultation()), found.size(), file);
  }

  @DeleteMapping("/exports/{export}")
  ResponseEntity<Void> cancel(
      @PathVariable String export, @Nullable Authentication authentication) {
    if (!exporting.cancel(Caller.of(authentication).client(), export)) {
      throw missing();
    }
    return ResponseEntity.noContent().build();
  }

  private Export find(String export, Caller caller) {
    return exporting.find(caller.client(), export).orElseThrow(ExportsResource::missing);
  }

  private static RefusedException missing() {
    return new RefusedException(ProblemType.NOT_FOUND, "There is no export of this id.");
  }
}
