package io.rapporteur.aggregation.rolling.http;

import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Moment;
import io.rapporteur.aggregation.compilation.http.Words;
import io.rapporteur.aggregation.paper.Asked;
import io.rapporteur.aggregation.paper.PaperFormat;
import io.rapporteur.aggregation.paper.PaperFormat.Media;
import io.rapporteur.aggregation.paper.http.AskedFields;
import io.rapporteur.aggregation.paper.http.AtOnce;
import io.rapporteur.aggregation.paper.http.PaperMoment;
import io.rapporteur.aggregation.rolling.http.RollingLooking.Rolled;
import io.rapporteur.aggregation.rolling.paper.RollingPaper;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.RefusedException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/**
 * The rolling text as a paper, at the door at which it is read as JSON and for the same readers.
 */
@RestController
@RequestMapping("/api/v1/compilations/{id}/rolling-text")
public final class RollingPapersResource {

  private static final List<PaperFormat> PAGES = List.of(PaperFormat.DOCX, PaperFormat.PDF);
  private static final Set<String> ASKED =
      Set.of("format", "language", "symbol", "distribution", "asOf");

  private final RollingLooking looking;
  private final AtOnce atOnce;
  private final Clock clock;

  /** Answers from these. */
  public RollingPapersResource(RollingLooking looking, AtOnce atOnce, Clock clock) {
    this.looking = looking;
    this.atOnce = atOnce;
    this.clock = clock;
  }

  @GetMapping(params = {"format", "format!=json"})
  ResponseEntity<Resource> byName(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters,
      @Nullable Authentication authentication)
      throws IOException {
    return answer(id, parameters, Optional.empty(), Caller.of(authentication));
  }

  @GetMapping(produces = {Media.DOCX, Media.PDF})
  ResponseEntity<Resource> byAccept(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(HttpHeaders.ACCEPT) String accept,
      @Nullable Authentication authentication)
      throws IOException {
    return answer(
        id,
        parameters,
        AtOnce.accepted(accept, PAGES.toArray(PaperFormat[]::new)),
        Caller.of(authentication));
  }

  private ResponseEntity<Resource> answer(
      String id,
      MultiValueMap<String, String> parameters,
      Optional<PaperFormat> accepted,
      Caller caller)
      throws IOException {
    Consultation consultation = looking.find(id);
    var fields = new AskedFields(name -> ASKED.contains(name) ? parameters.getFirst(name) : null);
    Asked asked = fields.read(caller, accepted, PAGES, true, null, List.of(), looking.partitions());
    List<Fault> faults = new ArrayList<>(fields.faults());
    if (!parameters.containsKey("language")) {
      // A rolling text is of one language; which one is not taken from what a browser accepts.
      faults.add(Fault.of("language", "missing", "one of " + String.join(", ", Words.LANGUAGES)));
    }
    double threshold =
        RollingLooking.threshold(Optional.ofNullable(parameters.getFirst("threshold")), faults);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    Rolled seen =
        looking.look(
            consultation,
            caller,
            asked.asOf().orElse(new Moment.Now()),
            asked.language().tag(),
            threshold,
            Optional.ofNullable(parameters.getFirst("recommendation")));
    return atOnce.answer(
        asked,
        id + "-rolling-text-" + asked.language().tag(),
        () ->
            new RollingPaper(
                    consultation,
                    seen.items(),
                    seen.whole(),
                    seen.look().sight(),
                    seen.order(),
                    asked,
                    PaperMoment.state(asked, seen.look()),
                    seen.rolling())
                .paper(PaperMoment.date(asked, seen.look(), clock)));
  }
}
