package io.rapporteur.aggregation.search.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.compilation.http.Words;
import io.rapporteur.aggregation.search.Found;
import io.rapporteur.aggregation.search.Found.Stretch;
import io.rapporteur.aggregation.search.Reader;
import io.rapporteur.aggregation.search.Searches;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Notices;
import io.rapporteur.schemas.http.PageLimit;
import io.rapporteur.schemas.http.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Full-text search in six languages, over what the caller may see. */
@RestController
@RequestMapping("/api/v1/search")
public final class SearchResource {

  private static final int LONGEST = 200;
  private static final PageLimit LIMIT = new PageLimit(20, 100);

  private final Searches searches;
  private final Looking looking;
  private final BiPredicate<Consultation, Caller> seesDraft;

  /**
   * Answers from these.
   *
   * @param seesDraft whether a caller may read a draft that was circulated
   */
  public SearchResource(
      Searches searches, Looking looking, BiPredicate<Consultation, Caller> seesDraft) {
    this.searches = searches;
    this.looking = looking;
    this.seesDraft = seesDraft;
  }

  /**
   * Searches.
   *
   * @param q words, which must all be there; "in quotes" a phrase, -word one that must not be
   *     there, word* a beginning
   * @param language of the texts; all if not given
   */
  @GetMapping
  ResponseEntity<SearchView> search(
      @RequestParam Optional<String> consultation,
      @RequestParam Optional<String> q,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam Optional<String> limit,
      @Nullable Authentication authentication) {
    List<Fault> faults = new ArrayList<>();
    if (consultation.isEmpty()) {
      faults.add(Fault.of("consultation", "", "id of a consultation"));
    }
    String question = q.orElse("");
    if (question.isBlank() || question.length() > LONGEST) {
      faults.add(Fault.of("q", question, "words to search for, 1 to " + LONGEST + " characters"));
    }
    Words.oneOf("language", language, Words.LANGUAGES, faults);
    int most = LIMIT.of(limit, faults);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    Caller caller = Caller.of(authentication);
    Consultation found = looking.find(consultation.orElseThrow());
    boolean all = looking.seesAll(found, caller, "search");
    looking.freshen();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        .body(
            SearchView.of(
                found.id(),
                searches.find(
                    found,
                    audience -> looking.lastWholeEdition(found, audience),
                    new Reader(
                        all,
                        caller.isSecretariat(),
                        caller.participant(),
                        Looking.audience(caller) == Audience.PARTICIPANTS,
                        seesDraft.test(found, caller)),
                    question,
                    Optional.ofNullable(language),
                    most)));
  }

  /**
   * What was found.
   *
   * @param total how many texts that the caller may see fit
   */
  record SearchView(String consultation, List<String> notices, long total, List<HitView> hits) {

    static SearchView of(String consultation, Found found) {
      return new SearchView(
          consultation,
          List.of(Notices.AS_RECEIVED),
          found.total(),
          found.hits().stream().map(HitView::of).toList());
    }
  }

  /** A text that fits, with the passage that fits best. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HitView(
      String part,
      @Nullable String recommendation,
      @Nullable String entry,
      @Nullable String comment,
      @Nullable Integer revision,
      @Nullable String participant,
      String language,
      List<Stretch> excerpt) {

    static HitView of(Found.Hit hit) {
      return new HitView(
          hit.source().part(),
          hit.source().recommendation().orElse(null),
          hit.source().entry().orElse(null),
          hit.source().comment().orElse(null),
          hit.source().comment().isPresent() ? hit.source().revision() : null,
          hit.source().participant().orElse(null),
          hit.language(),
          hit.excerpt());
    }
  }
}
