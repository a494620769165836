package io.rapporteur.aggregation.rolling.http;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Moment;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.compilation.http.Looking.Look;
import io.rapporteur.aggregation.compilation.http.Words;
import io.rapporteur.aggregation.rolling.Regroupings;
import io.rapporteur.aggregation.rolling.RollingItem;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ReferenceParameter;
import io.rapporteur.schemas.http.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

  private static final double USUAL = 0.9;
  private static final double LEAST = 0.5;
  private static final String THRESHOLD = "a number from 0.5 to 1, such as 0.9";

  private final Compilations compilations;
  private final Looking looking;
  private final Regroupings regroupings;

  /** Answers from these. */
  public RollingTextResource(Compilations compilations, Looking looking, Regroupings regroupings) {
    this.compilations = compilations;
    this.looking = looking;
    this.regroupings = regroupings;
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
    double from = threshold.map(given -> threshold(given, faults)).orElse(USUAL);
    Moment moment = asOf.map(name -> moment(name, faults)).orElse(new Moment.Now());
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    List<Item> items = compilations.items(consultation);
    Optional<String> wanted =
        recommendation.map(
            given ->
                ReferenceParameter.resolve(
                    given, items.stream().map(Item::referable).toList(), id));
    String page = language.orElseThrow();
    Look look = looking.look(consultation, Caller.of(authentication), moment, "asOf");
    var order = new HouseOrder(page, compilations.names(page));
    Map<String, List<Comment>> comments =
        look.sight().comments().stream()
            .filter(comment -> comment.recommendation().isPresent())
            .collect(Collectors.groupingBy(comment -> comment.recommendation().orElseThrow()));
    List<RollingItem> rolling =
        items.stream()
            .filter(item -> wanted.map(item.id()::equals).orElse(true))
            .map(
                item ->
                    RollingItem.of(
                        item,
                        page,
                        comments.getOrDefault(item.id(), List.of()),
                        order,
                        regroupings.of(item.id(), page),
                        from))
            .toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        .body(RollingTextView.of(consultation, look, page, from, rolling));
  }

  private Moment moment(String name, List<Fault> faults) {
    Optional<Moment> moment = Moment.parse(name, compilations.partitions());
    if (moment.isEmpty()) {
      faults.add(Fault.of("asOf", name, Moment.EXPECTED));
    }
    return moment.orElse(new Moment.Now());
  }

  private static double threshold(String given, List<Fault> faults) {
    boolean fits = given.matches("[01](\\.[0-9]{1,6})?");
    double threshold = fits ? Double.parseDouble(given) : 0;
    if (threshold < LEAST || threshold > 1) {
      faults.add(Fault.of("threshold", given, THRESHOLD));
      return USUAL;
    }
    return threshold;
  }
}
