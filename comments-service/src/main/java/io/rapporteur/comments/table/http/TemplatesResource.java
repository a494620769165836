package io.rapporteur.comments.table.http;

import io.rapporteur.comments.table.Agenda;
import io.rapporteur.comments.table.Agendas;
import io.rapporteur.comments.table.Template;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.comments.table.xlsx.XlsxTemplate;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tables to be filled offline, in the language asked for, else in the one that the caller accepts,
 * else in English.
 */
@RestController
@RequestMapping("/api/v1/templates")
public final class TemplatesResource {

  private static final String COMMENTS = "comments.xlsx";
  private static final List<Locale> LANGUAGES =
      Arrays.stream(UnLanguage.values()).map(l -> Locale.forLanguageTag(l.tag())).toList();

  private final Agendas agendas;

  /** Serves what consultations put forward. */
  public TemplatesResource(Agendas agendas) {
    this.agendas = agendas;
  }

  @GetMapping("/{name}")
  ResponseEntity<byte[]> template(
      @PathVariable String name,
      @RequestParam(required = false) @Nullable String consultation,
      @RequestParam(required = false) @Nullable String language,
      @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String acceptLanguage) {
    if (!name.equals(COMMENTS)) {
      throw new RefusedException(
          ProblemType.NOT_FOUND, "There is no template of this name (expected: " + COMMENTS + ").");
    }
    List<Fault> faults = new ArrayList<>();
    UnLanguage shown = language(language, acceptLanguage, faults);
    Optional<Agenda> agenda = agenda(consultation, faults);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    byte[] file = XlsxTemplate.of(Template.of(agenda.orElseThrow(), shown));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(XlsxTemplate.MEDIA_TYPE))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CONTENT_LANGUAGE, shown.tag())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(
                    "comments-%s-%s.xlsx"
                        .formatted(agenda.orElseThrow().consultation(), shown.tag()))
                .build()
                .toString())
        .body(file);
  }

  private Optional<Agenda> agenda(@Nullable String consultation, List<Fault> faults) {
    if (consultation == null) {
      faults.add(Fault.of("consultation", "missing", "id of a consultation"));
      return Optional.empty();
    }
    Optional<Agenda> agenda = agendas.agenda(consultation);
    if (agenda.isEmpty() && agendas.catchUp()) {
      agenda = agendas.agenda(consultation);
    }
    if (agenda.isEmpty()) {
      faults.add(
          Fault.of(
              ProblemType.UNKNOWN_REFERENCE,
              "consultation",
              consultation,
              "id of a consultation",
              List.of()));
    }
    return agenda;
  }

  private static UnLanguage language(
      @Nullable String language, @Nullable String acceptLanguage, List<Fault> faults) {
    if (language != null) {
      Optional<UnLanguage> named = UnLanguage.of(language);
      if (named.isEmpty()) {
        faults.add(
            Fault.of(
                "language",
                language,
                "one of "
                    + LANGUAGES.stream()
                        .map(Locale::getLanguage)
                        .collect(Collectors.joining(", "))));
      }
      return named.orElse(UnLanguage.EN);
    }
    return accepted(acceptLanguage).orElse(UnLanguage.EN);
  }

  /** The best that is offered; a header that cannot be read asks for nothing. */
  private static Optional<UnLanguage> accepted(@Nullable String acceptLanguage) {
    if (acceptLanguage == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(
              Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES))
          .flatMap(best -> UnLanguage.of(best.getLanguage()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
