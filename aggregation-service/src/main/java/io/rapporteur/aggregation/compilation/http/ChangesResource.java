package io.rapporteur.aggregation.compilation.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.compilation.Changes;
import io.rapporteur.aggregation.compilation.Changes.Change;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Digest;
import io.rapporteur.aggregation.compilation.DraftEntry;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Moment;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.compilation.http.CompilationView.AsOfView;
import io.rapporteur.aggregation.compilation.http.Looking.Look;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.DifferenceView;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Notices;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.wording.WordDifference;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The difference between the compilation as of one moment and as of another. */
@RestController
@RequestMapping("/api/v1/compilations/{id}/changes")
public final class ChangesResource {

  private final Compilations compilations;
  private final Looking looking;

  /** Answers from these; the clock says whether a sight that was granted is over. */
  public ChangesResource(Compilations compilations, Clock clock) {
    this.compilations = compilations;
    this.looking = new Looking(compilations, clock);
  }

  /**
   * The changes.
   *
   * @param from the earlier moment
   * @param to the later one; as it stands if not given
   */
  @GetMapping
  ResponseEntity<ChangesView> changes(
      @PathVariable String id,
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam(required = false) @Nullable String language,
      @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String acceptLanguage,
      @Nullable Authentication authentication) {
    Consultation consultation = looking.find(id);
    List<Fault> faults = new ArrayList<>();
    Optional<Moment> earlier = moment("from", from.orElse(""), faults);
    Optional<Moment> later =
        to.isEmpty() ? Optional.of(new Moment.Now()) : moment("to", to.get(), faults);
    String page = Words.page(language, acceptLanguage, faults);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    Caller caller = Caller.of(authentication);
    Look before = looking.look(consultation, caller, earlier.orElseThrow(), "from");
    Look after = looking.look(consultation, caller, later.orElseThrow(), "to");
    var order = new HouseOrder(page, compilations.names(page));
    List<String> text =
        Stream.concat(
                compilations.items(consultation).stream().map(Item::id),
                compilations.entries(id).stream().map(DraftEntry::id))
            .toList();
    List<ChangeView> changes =
        Changes.between(before.sight(), after.sight()).stream()
            .sorted(
                Comparator.<Change>comparingInt(change -> place(change.comment(), text))
                    .thenComparing(Change::comment, order.comments()))
            .map(change -> view(change, order, after.sight()))
            .toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE)
        .body(
            new ChangesView(
                consultation.id(),
                List.of(Notices.AS_RECEIVED),
                StateView.of(before),
                StateView.of(after),
                changes));
  }

  private static int place(Comment comment, List<String> text) {
    return comment.recommendation().or(comment::entry).map(text::indexOf).orElse(-1);
  }

  private Optional<Moment> moment(String field, String name, List<Fault> faults) {
    return MomentParameter.read(field, name, compilations.partitions(), faults);
  }

  private ChangeView view(Change change, HouseOrder order, Sight after) {
    Comment comment = change.comment();
    return new ChangeView(
        change.kind().word(),
        CommentView.of(
            comment,
            order,
            compilations.difference(comment),
            after.published().contains(comment.id())),
        change.before().map(Comment::revision).orElse(null),
        sinceBefore(change).map(DifferenceView::of).orElse(null));
  }

  /** How the text differs from the one before, where both are in one language. */
  private static Optional<List<WordDifference.Stretch>> sinceBefore(Change change) {
    return change
        .before()
        .map(Comment::said)
        .flatMap(
            before ->
                change
                    .after()
                    .map(Comment::said)
                    .filter(after -> after.language().equals(before.language()))
                    .filter(after -> !after.text().equals(before.text()))
                    .map(
                        after ->
                            WordDifference.between(before.text(), after.text(), after.language())));
  }

  /** The changes, in the order of the text, then by participant in the house order. */
  record ChangesView(
      String consultation,
      List<String> notices,
      StateView from,
      StateView to,
      List<ChangeView> changes) {}

  /**
   * One of the two states.
   *
   * @param digest over the comments that this caller sees
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StateView(@Nullable AsOfView asOf, @Nullable String edition, String digest) {

    static StateView of(Look look) {
      Sight sight = look.sight();
      return new StateView(
          look.asOf().map(AsOfView::of).orElse(null),
          sight.edition().orElse(null),
          Digest.of(Stream.concat(sight.comments().stream(), sight.late().stream())));
    }
  }

  /**
   * A change.
   *
   * @param kind {@code new}, {@code revised}, {@code co-sponsors}, {@code late}, {@code
   *     late-accepted} or {@code gone}
   * @param comment as it is, or, if it is gone, as it was
   * @param revisionBefore the revision that was shown before
   * @param since how its text differs from the one before, by words
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ChangeView(
      String kind,
      CommentView comment,
      @Nullable Integer revisionBefore,
      @Nullable List<DifferenceView> since) {}
}
