package io.rapporteur.comments.draft.http;

import io.rapporteur.comments.comment.Attachments;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.comment.http.CommentBody.NamedTarget;
import io.rapporteur.comments.comment.http.TargetResolution;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.Drafts;
import io.rapporteur.comments.draft.Stage;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of the caller's own drafts: one after the other, and side by side on each item. */
@RestController
@RequestMapping("/api/v1/drafts")
public final class DraftListsResource {

  private static final int LARGEST_PAGE = 200;

  private final Drafts drafts;
  private final Consultations consultations;
  private final DraftAnswers answers;

  /** Puts the door together. */
  public DraftListsResource(
      Drafts drafts, Consultations consultations, Attachments attachments, Clock clock) {
    this.drafts = drafts;
    this.consultations = consultations;
    this.answers = new DraftAnswers(consultations, attachments, clock);
  }

  @GetMapping
  Map<String, Object> own(
      @RequestParam(required = false) @Nullable String consultation,
      @RequestParam(required = false) @Nullable String recommendation,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(required = false) @Nullable String ministry,
      @RequestParam(name = "import", required = false) @Nullable String importId,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String cursor,
      Authentication authentication) {
    DelegationCaller caller = DelegationCaller.of(Caller.of(authentication), consultations);
    List<Fault> faults = new ArrayList<>();
    if (limit < 1 || limit > LARGEST_PAGE) {
      faults.add(Fault.of("limit", Integer.toString(limit), "1 to " + LARGEST_PAGE));
    }
    if (stage != null && Arrays.stream(Stage.values()).noneMatch(s -> s.word().equals(stage))) {
      faults.add(
          Fault.of(
              "stage",
              stage,
              "one of "
                  + String.join(", ", Arrays.stream(Stage.values()).map(Stage::word).toList())));
    }
    Optional<String> item = item(consultation, recommendation, faults);
    String after = place(cursor, faults);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    Predicate<Draft> wanted =
        draft ->
            (consultation == null || draft.said().consultation().equals(consultation))
                && (item.isEmpty() || recommendation(draft).equals(item))
                && (stage == null || draft.standing().stage().word().equals(stage))
                && (ministry == null || draft.said().ministry().equals(Optional.of(ministry)))
                && (importId == null || draft.origin().importId().equals(Optional.of(importId)));
    Drafts.Page page = drafts.of(caller.participant(), wanted, after, limit);
    Map<String, Object> answer = new TreeMap<>();
    answer.put("drafts", answers.views(page.drafts()));
    page.next().ifPresent(next -> answer.put("next", cursor(next)));
    return answer;
  }

  /** Drafts that people still work on, item by item in the order of the text. */
  @GetMapping("/compared")
  Map<String, Object> compared(
      @RequestParam(required = false) @Nullable String consultation,
      @RequestParam(required = false) @Nullable String recommendation,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String cursor,
      Authentication authentication) {
    DelegationCaller caller = DelegationCaller.of(Caller.of(authentication), consultations);
    List<Fault> faults = new ArrayList<>();
    if (limit < 1 || limit > LARGEST_PAGE) {
      faults.add(Fault.of("limit", Integer.toString(limit), "1 to " + LARGEST_PAGE));
    }
    if (consultation == null) {
      faults.add(Fault.of("consultation", "missing", "id of a consultation"));
    }
    Optional<Consultation> known = Optional.ofNullable(consultation).flatMap(this::known);
    if (consultation != null && known.isEmpty()) {
      faults.add(unknown(consultation));
    }
    Optional<String> item = item(consultation, recommendation, faults);
    String after = place(cursor, faults);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    List<Draft> live =
        drafts
            .of(
                caller.participant(),
                draft ->
                    draft.said().consultation().equals(consultation)
                        && draft.standing().stage().live()
                        && (item.isEmpty() || recommendation(draft).equals(item)),
                "",
                Integer.MAX_VALUE)
            .drafts();
    return answer(known.orElseThrow(), live, after, limit);
  }

  private Map<String, Object> answer(
      Consultation consultation, List<Draft> live, String after, int limit) {
    Map<String, List<Draft>> byItem = new LinkedHashMap<>();
    // What is on the whole or on a section comes first, then the items as the text has them.
    live.stream()
        .filter(draft -> recommendation(draft).isEmpty())
        .forEach(draft -> byItem.computeIfAbsent(about(draft), k -> new ArrayList<>()).add(draft));
    consultation.items().forEach(item -> byItem.put(item.id(), new ArrayList<>()));
    live.stream()
        .filter(draft -> recommendation(draft).isPresent())
        .forEach(draft -> byItem.computeIfAbsent(about(draft), k -> new ArrayList<>()).add(draft));
    byItem.values().removeIf(List::isEmpty);
    List<String> keys = List.copyOf(byItem.keySet());
    int from = after.isEmpty() ? 0 : keys.indexOf(after) + 1;
    int to = Math.min(keys.size(), from + limit);
    List<Map<String, Object>> groups = new ArrayList<>();
    for (String key : keys.subList(from, to)) {
      List<Draft> group = byItem.getOrDefault(key, List.of());
      Map<String, Object> shown = new TreeMap<>();
      consultation.item(key).ifPresent(i -> shown.put("recommendation", i.id()));
      if (consultation.item(key).isEmpty() && !key.isBlank()) {
        shown.put("about", key);
      }
      shown.put("drafts", answers.views(group));
      groups.add(shown);
    }
    Map<String, Object> answer = new TreeMap<>();
    answer.put("consultation", consultation.id());
    answer.put("items", groups);
    if (to < keys.size()) {
      answer.put("next", cursor(keys.get(to - 1)));
    }
    return answer;
  }

  private static Optional<String> recommendation(Draft draft) {
    return draft.said().resolved().flatMap(target -> target.recommendation());
  }

  /** What a draft is on, in one word; what could not be resolved stands as it was named. */
  private static String about(Draft draft) {
    var target = draft.said().resolved().orElse(draft.said().named());
    return target
        .recommendation()
        .or(target::entry)
        .or(target::section)
        .or(target::document)
        .orElse(" ");
  }

  private Optional<String> item(
      @Nullable String consultation, @Nullable String recommendation, List<Fault> faults) {
    if (recommendation == null) {
      return Optional.empty();
    }
    Optional<Consultation> known = Optional.ofNullable(consultation).flatMap(this::known);
    if (known.isEmpty()) {
      return Optional.of(recommendation);
    }
    List<Fault> found = new ArrayList<>();
    Optional<String> item =
        new TargetResolution(known.get(), found::add)
            .resolve(
                new NamedTarget(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(recommendation),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
            .recommendation();
    if (item.isEmpty()) {
      faults.addAll(found);
    }
    return item;
  }

  private Optional<Consultation> known(String id) {
    Optional<Consultation> known = consultations.consultation(id);
    return known.isEmpty() && consultations.catchUp() ? consultations.consultation(id) : known;
  }

  private static Fault unknown(String consultation) {
    return Fault.of(
        ProblemType.UNKNOWN_REFERENCE,
        "consultation",
        consultation,
        "id of a consultation",
        List.of());
  }

  private static String cursor(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  private static String place(String cursor, List<Fault> faults) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      faults.add(Fault.of("cursor", cursor, "the next of an earlier answer"));
      return "";
    }
  }
}
