package io.rapporteur.comments.imports.http;

import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.Drafts;
import io.rapporteur.comments.draft.http.DelegationCaller;
import io.rapporteur.comments.imports.ExportedRows;
import io.rapporteur.comments.table.Agenda;
import io.rapporteur.comments.table.Agendas;
import io.rapporteur.comments.table.FilledRow;
import io.rapporteur.comments.table.Layout;
import io.rapporteur.comments.table.Template;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.comments.table.file.TableFormat;
import io.rapporteur.comments.table.http.KnownAgenda;
import io.rapporteur.comments.table.http.TableLanguage;
import io.rapporteur.comments.table.http.TemplatesResource;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The delegation's own drafts that are still worked on, as a filled table. */
@RestController
public final class DraftExportResource {

  private static final int PAGE = 500;

  private final Drafts drafts;
  private final Consultations consultations;
  private final Agendas agendas;

  /** Puts the door together. */
  public DraftExportResource(Drafts drafts, Consultations consultations, Agendas agendas) {
    this.drafts = drafts;
    this.consultations = consultations;
    this.agendas = agendas;
  }

  @GetMapping(value = "/api/v1/drafts", params = "format")
  ResponseEntity<byte[]> table(
      @RequestParam String format,
      @RequestParam(defaultValue = "ours") String layout,
      @RequestParam(required = false) @Nullable String consultation,
      @RequestParam(required = false) @Nullable String ministry,
      @RequestParam(required = false) @Nullable String language,
      @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String acceptLanguage,
      Authentication authentication) {
    String participant =
        DelegationCaller.of(Caller.of(authentication), consultations).participant();
    List<Fault> faults = new ArrayList<>();
    Optional<TableFormat> asked = TableFormat.of(format);
    if (asked.isEmpty()) {
      faults.add(Fault.of("format", format, "one of " + words(TableFormat.values())));
    }
    Optional<Layout> columns = Layout.of(layout);
    if (columns.isEmpty()) {
      faults.add(Fault.of("layout", layout, "one of " + words(Layout.values())));
    }
    UnLanguage shown = TableLanguage.of(language, acceptLanguage, faults);
    Optional<Agenda> agenda = KnownAgenda.of(agendas, consultation, faults);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    Template template = Template.of(agenda.orElseThrow(), shown);
    List<FilledRow> rows = rows(participant, agenda.get(), Optional.ofNullable(ministry));
    return TemplatesResource.answer(template, asked.orElseThrow(), "drafts")
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE)
        .body(asked.get().write(template, rows, columns.orElseThrow()));
  }

  private List<FilledRow> rows(String participant, Agenda agenda, Optional<String> ministry) {
    var exported = new ExportedRows(agenda);
    List<FilledRow> rows = new ArrayList<>();
    String after = "";
    Optional<String> next;
    do {
      Drafts.Page page =
          drafts.of(participant, draft -> wanted(draft, agenda, ministry), after, PAGE);
      page.drafts().forEach(draft -> rows.add(exported.row(draft)));
      next = page.next();
      after = next.orElse("");
    } while (next.isPresent());
    return rows;
  }

  /** A table is of the text of the consultation; a draft on an entry has no row in it. */
  private static boolean wanted(Draft draft, Agenda agenda, Optional<String> ministry) {
    return draft.said().named().entry().isEmpty()
        && draft.standing().stage().live()
        && draft.said().consultation().equals(agenda.consultation())
        && (ministry.isEmpty() || draft.said().ministry().equals(ministry));
  }

  private static String words(Enum<?>[] values) {
    return String.join(
        ", ", Arrays.stream(values).map(v -> v.name().toLowerCase(java.util.Locale.ROOT)).toList());
  }
}
