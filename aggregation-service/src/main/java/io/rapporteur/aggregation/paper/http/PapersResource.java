package io.rapporteur.aggregation.paper.http;

import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.paper.Asked;
import io.rapporteur.aggregation.paper.PaperFormat;
import io.rapporteur.aggregation.paper.PaperFormat.Media;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The compilation as a paper, at any moment that its reader may ask for, made while it waits. */
@RestController
@RequestMapping("/api/v1/compilations/{id}")
public final class PapersResource {

  private final ReadersPapers papers;
  private final AtOnce atOnce;

  /** Answers from these. */
  public PapersResource(ReadersPapers papers, AtOnce atOnce) {
    this.papers = papers;
    this.atOnce = atOnce;
  }

  @GetMapping(params = {"format", "format!=json"})
  ResponseEntity<Resource> byName(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String acceptLanguage,
      @Nullable Authentication authentication)
      throws IOException {
    return answer(
        id,
        new AskedFields(parameters::getFirst),
        Optional.empty(),
        acceptLanguage,
        authentication);
  }

  /**
   * JSON is given, by another hand, to who accepts anything, or accepts it before these. What
   * nobody gives is refused here.
   */
  @GetMapping(
      produces = {
        Media.DOCX,
        Media.PDF,
        Media.XLSX,
        Media.CSV,
        Media.AKN,
        "application/*",
        "text/*",
        "image/*",
        "audio/*",
        "video/*"
      })
  ResponseEntity<Resource> byAccept(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(HttpHeaders.ACCEPT) String accept,
      @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String acceptLanguage,
      @Nullable Authentication authentication)
      throws IOException {
    Optional<PaperFormat> accepted = AtOnce.accepted(accept, PaperFormat.values());
    if (accepted.isEmpty() || parameters.containsKey("format")) {
      throw new RefusedException(
          ProblemType.NOT_ACCEPTABLE,
          "Accept: another (expected: application/json, or that of one of %s)"
              .formatted(String.join(", ", PaperFormat.words())));
    }
    return answer(
        id, new AskedFields(parameters::getFirst), accepted, acceptLanguage, authentication);
  }

  private ResponseEntity<Resource> answer(
      String id,
      AskedFields fields,
      Optional<PaperFormat> accepted,
      @Nullable String acceptLanguage,
      @Nullable Authentication authentication)
      throws IOException {
    Consultation consultation = papers.find(id);
    Caller caller = Caller.of(authentication);
    Asked asked =
        fields.read(
            caller,
            accepted,
            List.of(PaperFormat.values()),
            true,
            acceptLanguage,
            papers.sections(consultation),
            papers.partitions());
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
    return atOnce.answer(asked, asked.name(id), () -> papers.made(id, caller, asked).paper());
  }
}
