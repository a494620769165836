package io.rapporteur.comments.imports.http;

import io.rapporteur.comments.comment.Attachments;
import io.rapporteur.comments.comment.BesideResolution;
import io.rapporteur.comments.comment.BesideResolution.Files;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.draft.http.DelegationCaller;
import io.rapporteur.comments.imports.ImportOrder;
import io.rapporteur.comments.imports.ImportOutcome;
import io.rapporteur.comments.imports.ImportReport;
import io.rapporteur.comments.imports.Importing;
import io.rapporteur.comments.imports.Imports;
import io.rapporteur.comments.imports.Parties;
import io.rapporteur.comments.imports.RowState;
import io.rapporteur.comments.table.Agenda;
import io.rapporteur.comments.table.Agendas;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.comments.table.file.FilledFile;
import io.rapporteur.comments.table.http.KnownAgenda;
import io.rapporteur.comments.table.http.TableLanguage;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.TextLimit;
import io.rapporteur.schemas.revision.CanonicalJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Imports: a filled table comes in as the body of the request, or as its part {@code file}, and its
 * good rows are drafts of the delegation when the answer goes out.
 */
@RestController
@RequestMapping("/api/v1/imports")
public final class ImportsResource {

  private static final int LARGEST_PAGE = 1_000;
  private static final TextLimit NAME = TextLimit.characters(200);

  private final Importing importing;
  private final Imports imports;
  private final Consultations consultations;
  private final Attachments attachments;
  private final Agendas agendas;
  private final Parties parties;
  private final ImportedDrafts imported;
  private final Clock clock;
  private final ImportedFiles files = new ImportedFiles();

  /** Puts the door together. */
  public ImportsResource(
      Importing importing,
      Imports imports,
      Consultations consultations,
      Attachments attachments,
      Agendas agendas,
      Parties parties,
      ImportedDrafts imported,
      Clock clock) {
    this.importing = importing;
    this.imports = imports;
    this.consultations = consultations;
    this.attachments = attachments;
    this.agendas = agendas;
    this.parties = parties;
    this.imported = imported;
    this.clock = clock;
  }

  @PostMapping
  ResponseEntity<ImportView> take(
      @RequestParam(required = false) @Nullable String consultation,
      @RequestParam(required = false) @Nullable String ministry,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    DelegationCaller caller = caller(authentication);
    byte[] bytes = files.bytes(request, file);
    Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Fault> faults = new ArrayList<>();
    Optional<UnLanguage> named =
        Optional.ofNullable(language).flatMap(tag -> TableLanguage.named(tag, faults));
    Optional.ofNullable(ministry)
        .flatMap(NAME::fault)
        .ifPresent(found -> faults.add(Fault.of("ministry", found, NAME.expected())));
    if (!consultations.catchUp()) {
      // What was published or admitted elsewhere a moment ago must not be called unknown.
      throw behind();
    }
    Optional<Agenda> agenda = KnownAgenda.of(agendas, consultation, faults);
    Optional<Consultation> known =
        agenda.flatMap(a -> consultations.consultation(a.consultation()));
    if (!faults.isEmpty() || known.isEmpty()) {
      throw new RefusedException(faults);
    }
    Map<String, Object> asked = new TreeMap<>();
    asked.put("act", "import");
    asked.put("consultation", known.get().id());
    asked.put("file", CanonicalJson.sha256(bytes));
    Optional.ofNullable(ministry).ifPresent(label -> asked.put("ministry", label));
    Optional.ofNullable(language).ifPresent(tag -> asked.put("language", tag));
    FilledFile filled = files.read(bytes);
    var order =
        ImportOrder.of(
            caller.act(key, receivedAt, asked),
            caller.duties(),
            known.get(),
            agenda.get(),
            Optional.ofNullable(ministry),
            named,
            filled.format().word(),
            new BesideResolution(consultations, attachments, receivedAt, Files.JUDGED),
            parties);
    ImportReport report = done(importing.take(order, filled.reading()));
    return ResponseEntity.created(URI.create("/api/v1/imports/" + report.id()))
        .body(view(report, 0, ImportView.FIRST_PAGE, Optional.empty()));
  }

  @GetMapping("/{id}")
  ImportView one(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "0") String cursor,
      Authentication authentication) {
    String participant = caller(authentication).participant();
    List<Fault> faults = new ArrayList<>();
    if (limit < 1 || limit > LARGEST_PAGE) {
      faults.add(Fault.of("limit", Integer.toString(limit), "1 to " + LARGEST_PAGE));
    }
    if (!cursor.matches("[0-9]{1,6}")) {
      faults.add(Fault.of("cursor", cursor, "the next of an earlier answer"));
    }
    Optional<RowState> wanted = Optional.ofNullable(state).flatMap(RowState::of);
    if (state != null && wanted.isEmpty()) {
      faults.add(
          Fault.of(
              "state",
              state,
              "one of "
                  + String.join(
                      ", ", Arrays.stream(RowState.values()).map(RowState::word).toList())));
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    ImportReport report = done(importing.find(id, participant));
    return view(report, Integer.parseInt(cursor), limit, wanted);
  }

  private ImportView view(ImportReport report, int from, int limit, Optional<RowState> wanted) {
    return ReportPage.of(imports, report, from, limit, wanted)
        .view(report, imported.stages(report));
  }

  static ImportReport done(ImportOutcome outcome) {
    return switch (outcome) {
      case ImportOutcome.Done(ImportReport report) -> report;
      case ImportOutcome.KeyReused reused ->
          throw new RefusedException(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "Idempotency-Key: used before for another request (expected: a new key for a new request)");
      case ImportOutcome.NoSuchImport none ->
          throw new RefusedException(
              ProblemType.NOT_FOUND, "There is no import of this id that this caller may see.");
      case ImportOutcome.ViewBehind behind -> throw behind();
    };
  }

  private static RefusedException behind() {
    return new RefusedException(
        ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
  }

  private DelegationCaller caller(Authentication authentication) {
    return DelegationCaller.of(Caller.of(authentication), consultations);
  }
}
