package io.rapporteur.aggregation.secretariat.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Moment;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.compilation.TextOrder;
import io.rapporteur.aggregation.compilation.http.Looking.Look;
import io.rapporteur.aggregation.compilation.http.Words;
import io.rapporteur.aggregation.secretariat.Work;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.PageLimit;
import io.rapporteur.schemas.http.RefusedException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * All comments of a consultation with the state of the work on each, in the order of the text, then
 * in the house order; what came late and waits stands last. The pages of one walk are of the
 * comments at one moment, so that none is skipped or repeated while others come in; the work is as
 * it stands.
 */
@RestController
@RequestMapping("/api/v1/compilations/{id}/work")
public final class WorkListResource {

  private static final String NONE = "none";
  private static final PageLimit LIMIT = new PageLimit(100, 1_000);

  private final WorkDoor door;
  private final Compilations compilations;

  /** Answers through this. */
  public WorkListResource(WorkDoor door, Compilations compilations) {
    this.door = door;
    this.compilations = compilations;
  }

  /**
   * A page.
   *
   * @param assignee to whom a comment is given, or {@code none}
   * @param disposition a word, or {@code none}
   * @param overdue {@code true}: its day has passed without a disposition
   * @param cursor the {@code next} of the page before
   */
  @GetMapping
  ResponseEntity<WorkListView> list(
      @PathVariable String id,
      @RequestParam Optional<String> assignee,
      @RequestParam Optional<String> tag,
      @RequestParam Optional<String> disposition,
      @RequestParam Optional<String> overdue,
      @RequestParam Optional<String> cursor,
      @RequestParam Optional<String> limit,
      @RequestParam(required = false) @Nullable String language,
      Authentication authentication) {
    Consultation consultation = door.consultation(id);
    List<Fault> faults = new ArrayList<>();
    List<String> dispositions = new ArrayList<>(WorkFields.DISPOSITIONS.keySet());
    dispositions.add(NONE);
    Words.oneOf("disposition", disposition.orElse(null), dispositions, faults);
    Words.oneOf("overdue", overdue.orElse(null), List.of("true", "false"), faults);
    String page = Words.page(language, null, faults);
    int size = LIMIT.of(limit, faults);
    Optional<WorkCursor> after = cursor.flatMap(given -> WorkCursor.parse(given, faults));
    Moment moment =
        after
            .flatMap(c -> Moment.parse(c.cut(), compilations.partitions()))
            .orElse(new Moment.Now());
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    Look look = door.looking().look(consultation, Caller.of(authentication), moment, "cursor");
    door.catchUp();
    var order = new HouseOrder(page, compilations.names(page));
    LocalDate today = door.today(consultation);
    List<WorkView> shown = new ArrayList<>();
    Optional<String> last = Optional.empty();
    boolean more = false;
    for (WorkDoor.There there : after(after, listed(look.sight(), consultation, order))) {
      Work work = Work.of(door.row(there.shown().id()));
      boolean wanted =
          assignee.map(to -> isGiven(work, to)).orElse(true)
              && tag.map(WorkFields::tag).map(work.tags()::contains).orElse(true)
              && disposition.map(word -> isDisposed(work, word)).orElse(true)
              && overdue.map(late -> late.equals("true") == work.isOverdue(today)).orElse(true);
      if (!wanted) {
        continue;
      }
      if (shown.size() == size) {
        more = true;
        break;
      }
      shown.add(WorkView.of(there, order.name(there.shown().participant()), work, today, false));
      last = Optional.of(there.shown().id());
    }
    String cut = look.asOf().orElseThrow().cut().name();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new WorkListView(
                id,
                cut,
                shown,
                more
                    ? last.map(comment -> new WorkCursor(cut, comment).text()).orElse(null)
                    : null));
  }

  private List<WorkDoor.There> listed(Sight sight, Consultation consultation, HouseOrder order) {
    var text = new TextOrder(compilations.items(consultation), order);
    List<WorkDoor.There> listed = new ArrayList<>();
    Set<String> standing = new HashSet<>();
    for (Comment comment : sight.comments().stream().sorted(text.comments()).toList()) {
      standing.add(comment.id());
      listed.add(new WorkDoor.There(List.of(), comment, false));
    }
    sight.late().stream()
        .filter(late -> !standing.contains(late.id()))
        .sorted(text.comments())
        .forEach(late -> listed.add(new WorkDoor.There(List.of(), late, true)));
    return listed;
  }

  private static List<WorkDoor.There> after(
      Optional<WorkCursor> cursor, List<WorkDoor.There> listed) {
    if (cursor.isEmpty()) {
      return listed;
    }
    for (int i = 0; i < listed.size(); i++) {
      if (listed.get(i).shown().id().equals(cursor.get().comment())) {
        return listed.subList(i + 1, listed.size());
      }
    }
    throw new RefusedException(
        List.of(Fault.of("cursor", cursor.get().text(), WorkCursor.EXPECTED)));
  }

  private static boolean isGiven(Work work, String to) {
    return work.assignment().map(Work.Assignment::to).orElse(NONE).equals(to);
  }

  private static boolean isDisposed(Work work, String word) {
    return work.disposition().map(d -> d.word()).orElse(NONE).equals(word);
  }

  /**
   * A page of the list.
   *
   * @param cut of which state of the comments it is
   * @param next cursor of the next page; none after the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WorkListView(
      String consultation, String cut, List<WorkView> comments, @Nullable String next) {}
}
