package io.rapporteur.aggregation.rolling.http;

import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Moment;
import io.rapporteur.aggregation.compilation.http.MomentParameter;
import io.rapporteur.aggregation.compilation.http.Words;
import io.rapporteur.aggregation.rolling.http.RollingLooking.Rolled;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rolling text in one language, made of the comments that the caller sees, and no others. */
@RestController
@RequestMapping("/api/v1/compilations/{id}/rolling-text")
public final class RollingTextResource {

  private final RollingLooking looking;

  /** Answers from this. */
  public RollingTextResource(RollingLooking looking) {
    this.looking = looking;
  }

  /**
   * The rolling text.
   *
   * @param language of the text, and of names
   * @param threshold from which texts are labelled as near-duplicates
   * @param recommendation the one item wanted; all if not given
   * @param asOf see {@link Moment}
   */
  @GetMapping
  ResponseEntity<RollingTextView> rollingText(
      @PathVariable String id,
      @RequestParam Optional<String> language,
      @RequestParam Optional<String> threshold,
      @RequestParam Optional<String> recommendation,
      @RequestParam Optional<String> asOf,
      @Nullable Authentication authentication) {
    Consultation consultation = looking.find(id);
    List<Fault> faults = new ArrayList<>();
    if (language.isEmpty()) {
      faults.add(Fault.of("language", "missing", "one of " + String.join(", ", Words.LANGUAGES)));
    }
    Words.oneOf("language", language.orElse(null), Words.LANGUAGES, faults);
    double from = RollingLooking.threshold(threshold, faults);
    Moment moment =
        asOf.flatMap(name -> MomentParameter.read("asOf", name, looking.partitions(), faults))
            .orElse(new Moment.Now());
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    Rolled seen =
        looking.look(
            consultation,
            Caller.of(authentication),
            moment,
            language.orElseThrow(),
            from,
            recommendation);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT)
        .body(
            RollingTextView.of(
                consultation,
                seen.look(),
                seen.rolling().language(),
                from,
                seen.items().stream().map(seen.rolling()::of).toList()));
  }
}
