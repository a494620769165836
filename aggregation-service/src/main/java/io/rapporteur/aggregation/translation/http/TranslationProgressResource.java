package io.rapporteur.aggregation.translation.http;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Moment;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.compilation.http.Words;
import io.rapporteur.aggregation.redaction.RedactionLines;
import io.rapporteur.aggregation.secretariat.Subject;
import io.rapporteur.aggregation.secretariat.http.WorkDoor;
import io.rapporteur.aggregation.translation.Progress;
import io.rapporteur.aggregation.translation.Translated;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.PageLimit;
import io.rapporteur.schemas.http.RefusedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far the comments of a consultation are translated: what translators have to do. */
@RestController
@RequestMapping("/api/v1/translations")
public final class TranslationProgressResource {

  private static final PageLimit LIMIT = new PageLimit(100, 400);

  private final WorkDoor door;
  private final RedactionLines redactions;

  /** Answers from these. */
  public TranslationProgressResource(WorkDoor door, RedactionLines redactions) {
    this.door = door;
    this.redactions = redactions;
  }

  /**
   * How far all is translated.
   *
   * @param language only texts that are wanted in it are listed
   * @param after id of the comment after which the page begins
   */
  @GetMapping
  ResponseEntity<ProgressView> progress(
      @RequestParam String consultation,
      @RequestParam Optional<String> language,
      @RequestParam Optional<String> after,
      @RequestParam Optional<String> limit,
      Authentication authentication) {
    Consultation found = door.consultation(consultation);
    List<Fault> faults = new ArrayList<>();
    Words.oneOf("language", language.orElse(null), Words.LANGUAGES, faults);
    int size = LIMIT.of(limit, faults);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    door.catchUp();
    Sight sight =
        door.looking().look(found, Caller.of(authentication), new Moment.Now(), "asOf").sight();
    List<Progress> all =
        Stream.concat(sight.comments().stream(), sight.late().stream())
            .sorted(Comparator.comparing(Comment::id).thenComparingInt(Comment::revision))
            .map(comment -> progress(consultation, comment))
            .toList();
    List<Progress> listed =
        all.stream()
            .filter(each -> language.map(each::isWanted).orElse(true))
            .filter(each -> after.map(id -> each.comment().id().compareTo(id) > 0).orElse(true))
            .toList();
    // The two texts of one comment are never parted.
    int end = Math.min(size, listed.size());
    while (end > 0
        && end < listed.size()
        && listed.get(end).comment().id().equals(listed.get(end - 1).comment().id())) {
      end++;
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new ProgressView(
                consultation,
                all.size(),
                Words.LANGUAGES.stream()
                    .map(each -> ProgressView.LanguageView.of(each, all))
                    .toList(),
                listed.subList(0, end).stream()
                    .map(each -> ProgressView.TextView.of(each, Words.LANGUAGES))
                    .toList(),
                end < listed.size() ? listed.get(end - 1).comment().id() : null));
  }

  private Progress progress(String consultation, Comment comment) {
    return Progress.of(
        comment,
        Translated.of(door.row(Subject.translations(comment.id()))),
        redactions.line(consultation, comment.id()).last(comment.revision()),
        Words.LANGUAGES);
  }
}
