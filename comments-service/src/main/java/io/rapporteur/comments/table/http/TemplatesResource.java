package io.rapporteur.comments.table.http;

import io.rapporteur.comments.table.Agenda;
import io.rapporteur.comments.table.Agendas;
import io.rapporteur.comments.table.Layout;
import io.rapporteur.comments.table.Template;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.comments.table.file.TableFormat;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * else in English: ours, that of ISO and IEC, and that of the IPPC.
 */
@RestController
@RequestMapping("/api/v1/templates")
public final class TemplatesResource {

  private static final Map<String, Kept> TEMPLATES = templates();

  private final Agendas agendas;

  /** Serves what consultations put forward. */
  public TemplatesResource(Agendas agendas) {
    this.agendas = agendas;
  }

  private record Kept(String name, Layout layout, TableFormat format) {}

  private static Map<String, Kept> templates() {
    Map<String, Kept> templates = new LinkedHashMap<>();
    Map<String, Layout> layouts = new LinkedHashMap<>();
    layouts.put("comments", Layout.OURS);
    layouts.put("iso", Layout.ISO);
    layouts.put("ippc", Layout.IPPC);
    layouts.forEach(
        (name, layout) -> {
          for (TableFormat format : List.of(TableFormat.XLSX, TableFormat.DOCX, TableFormat.CSV)) {
            templates.put(name + "." + format.word(), new Kept(name, layout, format));
          }
        });
    return templates;
  }

  @GetMapping("/{name}")
  ResponseEntity<byte[]> template(
      @PathVariable String name,
      @RequestParam(required = false) @Nullable String consultation,
      @RequestParam(required = false) @Nullable String language,
      @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String acceptLanguage) {
    Kept kept = TEMPLATES.get(name);
    if (kept == null) {
      throw new RefusedException(
          ProblemType.NOT_FOUND,
          "There is no template of this name (expected: one of "
              + String.join(", ", TEMPLATES.keySet())
              + ").");
    }
    List<Fault> faults = new ArrayList<>();
    UnLanguage shown = TableLanguage.of(language, acceptLanguage, faults);
    Optional<Agenda> agenda = KnownAgenda.of(agendas, consultation, faults);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    Template template = Template.of(agenda.orElseThrow(), shown);
    return answer(template, kept.format, kept.name)
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE)
        .body(kept.format.write(template, List.of(), kept.layout));
  }

  /** The head of an answer that is a table, for one delegation alone to keep. */
  public static ResponseEntity.BodyBuilder answer(
      Template template, TableFormat format, String name) {
    String language = template.language().tag();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(format.mediaType()))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(HttpHeaders.CONTENT_LANGUAGE, language)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(
                    "%s-%s-%s.%s".formatted(name, template.consultation(), language, format.word()))
                .build()
                .toString());
  }
}
