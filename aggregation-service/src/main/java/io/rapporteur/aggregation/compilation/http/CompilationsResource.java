package io.rapporteur.aggregation.compilation.http;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Consultation.Edition;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.compilation.Sight.Published;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Role;
import io.rapporteur.schemas.audit.Note;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Notices;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.ReferenceParameter;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.reference.References.Referable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The compilation at any moment, and the tallies, for the secretariat and those to whom it grants
 * sight.
 */
@RestController
@RequestMapping("/api/v1/compilations/{id}")
public final class CompilationsResource {

  private static final List<String> LANGUAGES = List.of("ar", "zh", "en", "fr", "ru", "es");
  private static final List<String> KINDS =
      List.of("substantive", "technical", "editorial", "translation");
  private static final List<String> POSITIONS =
      List.of("support", "support-with-changes", "reserve", "object", "no-comment", "not-stated");

  private final Compilations compilations;
  private final Clock clock;

  /** Answers from these; the clock says whether a sight that was granted is over. */
  public CompilationsResource(Compilations compilations, Clock clock) {
    this.compilations = compilations;
    this.clock = clock;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CompilationView> compilation(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable String section,
      @RequestParam(required = false) @Nullable String participant,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String position,
      @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String acceptLanguage,
      @Nullable Authentication authentication) {
    Consultation consultation = find(id);
    List<Item> items = compilations.items(consultation);
    List<Fault> faults = new ArrayList<>();
    oneOf("kind", kind, KINDS, faults);
    oneOf("position", position, POSITIONS, faults);
    oneOf(
        "section",
        section,
        items.stream().map(item -> item.section().id()).distinct().toList(),
        faults);
    String page = page(language, acceptLanguage, faults);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    Predicate<Item> shown = item -> section == null || item.section().id().equals(section);
    Predicate<Comment> filter =
        comment ->
            (section == null || comment.section().filter(section::equals).isPresent())
                && (participant == null || comment.participant().equals(participant))
                && (kind == null || comment.said().kind().equals(kind))
                && (position == null || comment.said().position().equals(position));
    return answer(compiling(consultation, items, page, authentication).compilation(shown, filter));
  }

  @GetMapping("/recommendations/{reference}")
  ResponseEntity<CompilationView> recommendation(
      @PathVariable String id,
      @PathVariable String reference,
      @RequestParam(required = false) @Nullable String language,
      @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String acceptLanguage,
      @Nullable Authentication authentication) {
    Consultation consultation = find(id);
    List<Item> items = compilations.items(consultation);
    List<Fault> faults = new ArrayList<>();
    String page = page(language, acceptLanguage, faults);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    String found = resolve(id, reference, items);
    return answer(
        compiling(consultation, items, page, authentication)
            .compilation(
                item -> item.id().equals(found),
                comment -> comment.recommendation().filter(found::equals).isPresent()));
  }

  @GetMapping("/tallies")
  Map<String, Object> tallies(@PathVariable String id, @Nullable Authentication authentication) {
    Consultation consultation = find(id);
    Caller caller = Caller.of(authentication);
    if (!caller.isSecretariat() && !looksByGrant(consultation, caller, "tallies")) {
      throw new RefusedException(
          ProblemType.FORBIDDEN,
          "Tallies are for the secretariat and for those to whom it grants sight.");
    }
    Sight sight = Sight.ofSecretariat(compilations.histories(consultation.id()), Optional.empty());
    Map<String, List<Comment>> byItem =
        sight.comments().stream()
            .filter(comment -> comment.recommendation().isPresent())
            .collect(Collectors.groupingBy(comment -> comment.recommendation().orElseThrow()));
    Map<String, Object> answer = new TreeMap<>();
    answer.put("consultation", id);
    answer.put("notices", List.of(Notices.NOT_A_VOTE));
    answer.put(
        "tallies",
        compilations.items(consultation).stream()
            .map(item -> TallyView.of(item, byItem.getOrDefault(item.id(), List.of())))
            .toList());
    return answer;
  }

  /** Comments received on one item, in the order of the text. */
  record TallyView(
      String recommendation,
      int number,
      int received,
      Map<String, Long> positions,
      Map<String, Long> classes,
      Map<String, Long> regionalGroups) {

    static TallyView of(Item item, List<Comment> comments) {
      Map<String, Long> positions = new TreeMap<>();
      POSITIONS.forEach(position -> positions.put(position, 0L));
      comments.forEach(c -> positions.merge(c.said().position(), 1L, Long::sum));
      return new TallyView(
          item.id(),
          item.number(),
          comments.size(),
          positions,
          count(comments.stream().map(Comment::participantClass).toList()),
          count(comments.stream().map(Comment::regionalGroup).flatMap(Optional::stream).toList()));
    }

    private static Map<String, Long> count(List<String> words) {
      return words.stream()
          .collect(Collectors.groupingBy(w -> w, TreeMap::new, Collectors.counting()));
    }
  }

  private Compiling compiling(
      Consultation consultation,
      List<Item> items,
      String language,
      @Nullable Authentication authentication) {
    var order = new HouseOrder(language, compilations.names(language));
    Sight sight = sight(consultation, Caller.of(authentication));
    List<Notice> since =
        sight
            .edition()
            .map(edition -> compilations.notices(consultation.id(), edition))
            .orElse(List.of());
    return new Compiling(
        consultation, items, sight, since, language, order, compilations::difference);
  }

  /** What a caller sees; a look by a sight that was granted is noted. */
  public Sight sight(Consultation consultation, Caller caller) {
    if (caller.role() != Role.PUBLIC) {
      compilations.freshen();
    }
    Optional<Published> edition = lastWhole(consultation);
    if (looksByGrant(consultation, caller, "compilation")) {
      return Sight.granted(
          compilations.histories(consultation.id()), edition.map(Published::edition));
    }
    return switch (caller.role()) {
      case SECRETARIAT ->
          Sight.ofSecretariat(
              compilations.histories(consultation.id()), edition.map(Published::edition));
      case DELEGATION ->
          Sight.ofDelegation(
              caller.participant().orElseThrow(),
              compilations.histories(consultation.id()),
              edition);
      case CHAIR, RAPPORTEUR, BUREAU, PUBLIC -> Sight.ofPublic(edition);
    };
  }

  /** Whether the secretariat has granted this caller's role sight; then the look is noted. */
  private boolean looksByGrant(Consultation consultation, Caller caller, String what) {
    boolean granted =
        caller.role().canBeGrantedSight()
            && consultation.grantsSight(caller.role().claim(), clock.instant());
    if (granted) {
      Note.of("look", consultation.id() + "/" + what);
    }
    return granted;
  }

  /** The last edition whose marker has been read. */
  private Optional<Published> lastWhole(Consultation consultation) {
    Optional<Published> last = Optional.empty();
    for (Edition edition : consultation.editions()) {
      Optional<Published> whole =
          compilations
              .published(consultation.id(), edition.name())
              .map(comments -> new Published(edition.name(), comments));
      last = whole.isPresent() ? whole : last;
    }
    return last;
  }

  private Consultation find(String id) {
    var consultation = compilations.consultation(id);
    if (consultation.isEmpty() && compilations.catchUp()) {
      consultation = compilations.consultation(id);
    }
    return consultation.orElseThrow(
        () -> new RefusedException(ProblemType.NOT_FOUND, "There is no consultation " + id + "."));
  }

  private static String resolve(String id, String reference, List<Item> items) {
    List<Referable> referables = items.stream().map(Item::referable).toList();
    return ReferenceParameter.resolve(reference, referables, id);
  }

  private static String page(
      @Nullable String language, @Nullable String acceptLanguage, List<Fault> faults) {
    oneOf("language", language, LANGUAGES, faults);
    if (language != null) {
      return language;
    }
    try {
      List<Locale> offered = LANGUAGES.stream().map(Locale::forLanguageTag).toList();
      Locale best =
          acceptLanguage == null
              ? null
              : Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), offered);
      return best == null ? "en" : best.getLanguage();
    } catch (IllegalArgumentException e) {
      return "en";
    }
  }

  private static void oneOf(
      String name, @Nullable String value, List<String> allowed, List<Fault> faults) {
    if (value != null && !allowed.contains(value)) {
      faults.add(Fault.of(name, value, "one of " + String.join(", ", allowed)));
    }
  }

  private static ResponseEntity<CompilationView> answer(CompilationView view) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(
            HttpHeaders.VARY,
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE)
        .body(view);
  }
}
