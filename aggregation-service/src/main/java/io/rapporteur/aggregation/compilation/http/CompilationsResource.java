package io.rapporteur.aggregation.compilation.http;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Moment;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.compilation.Observations;
import io.rapporteur.aggregation.compilation.Placing;
import io.rapporteur.aggregation.compilation.http.Looking.Look;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ReferenceParameter;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.reference.References.Referable;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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

/** The compilation at any moment, as of any moment, as far as the caller may see it. */
@RestController
@RequestMapping("/api/v1/compilations/{id}")
public final class CompilationsResource {

  private final Compilations compilations;
  private final Observations observations;
  private final Looking looking;

  /** Answers from these; the clock says whether a sight that was granted is over. */
  public CompilationsResource(Compilations compilations, Observations observations, Clock clock) {
    this.compilations = compilations;
    this.observations = observations;
    this.looking = new Looking(compilations, clock);
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CompilationView> compilation(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String language,
      CompilationParameters parameters,
      @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String acceptLanguage,
      @Nullable Authentication authentication) {
    Consultation consultation = looking.find(id);
    List<Item> items = compilations.items(consultation);
    List<Fault> faults = parameters.faults(items);
    String page = Words.page(language, acceptLanguage, faults);
    return answer(
        consultation,
        items,
        page,
        parameters,
        faults,
        authentication,
        parameters.items(),
        parameters.comments(Placing.following(items)),
        Placing.following(items));
  }

  @GetMapping("/recommendations/{reference}")
  ResponseEntity<CompilationView> recommendation(
      @PathVariable String id,
      @PathVariable String reference,
      @RequestParam(required = false) @Nullable String language,
      CompilationParameters parameters,
      @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String acceptLanguage,
      @Nullable Authentication authentication) {
    Consultation consultation = looking.find(id);
    List<Item> items = compilations.items(consultation);
    List<Fault> faults = parameters.faults(items);
    String page = Words.page(language, acceptLanguage, faults);
    List<Referable> referables = items.stream().map(Item::referable).toList();
    String found = ReferenceParameter.resolve(reference, referables, id);
    // Comments on an item that was merged are seen where it went, and here by who asks for it.
    boolean merged =
        items.stream().anyMatch(item -> item.id().equals(found) && item.into().isPresent());
    Placing placing = merged ? Placing.asAddressed(items) : Placing.following(items);
    return answer(
        consultation,
        items,
        page,
        parameters,
        faults,
        authentication,
        item -> item.id().equals(found),
        parameters
            .comments(placing)
            .and(comment -> placing.item(comment).filter(found::equals).isPresent()),
        placing);
  }

  private ResponseEntity<CompilationView> answer(
      Consultation consultation,
      List<Item> items,
      String language,
      CompilationParameters parameters,
      List<Fault> faults,
      @Nullable Authentication authentication,
      Predicate<Item> shown,
      Predicate<Comment> filter,
      Placing placing) {
    Optional<PageCursor> cursor = cursor(parameters.cursor(), faults);
    Moment moment =
        cursor
            .map(PageCursor::moment)
            .filter(name -> !name.isEmpty())
            .or(() -> Optional.ofNullable(parameters.asOf()))
            .map(name -> moment(name, faults))
            .orElse(new Moment.Now());
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    Caller caller = Caller.of(authentication);
    Look look =
        parameters.asOf() == null
            ? looking.goingOn(consultation, caller, moment, "asOf")
            : looking.look(consultation, caller, moment, "asOf");
    List<Notice> since =
        moment instanceof Moment.Now
            ? look.sight()
                .edition()
                .map(edition -> compilations.notices(consultation.id(), edition, look.audience()))
                .orElse(List.of())
            : List.of();
    var order = new HouseOrder(language, compilations.names(language));
    var compiling =
        new Compiling(
            consultation,
            items,
            compilations.entries(consultation.id()),
            look,
            since,
            language,
            order,
            placing,
            compilations::difference,
            // They are of now: a compilation as of a moment stays the same for good.
            parameters.asOf() == null
                ? comment -> observations.of(comment, Looking.seesPrepared(caller))
                : comment -> Optional.empty());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(
            HttpHeaders.VARY,
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE)
        .body(compiling.compilation(shown, filter, cursor, parameters.size()));
  }

  private Moment moment(String name, List<Fault> faults) {
    return MomentParameter.read("asOf", name, compilations.partitions(), faults)
        .orElse(new Moment.Now());
  }

  private static Optional<PageCursor> cursor(@Nullable String text, List<Fault> faults) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<PageCursor> cursor = PageCursor.parse(text);
    if (cursor.isEmpty()) {
      faults.add(Fault.of("cursor", text, "the next of an earlier answer"));
    }
    return cursor;
  }
}
