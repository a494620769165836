package io.rapporteur.comments.draft.http;

import io.rapporteur.comments.comment.Attachments;
import io.rapporteur.comments.comment.Beside;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.comment.http.CommentBody;
import io.rapporteur.comments.comment.http.CommentBody.NamedTarget;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.Draft.Said;
import io.rapporteur.comments.draft.DraftOutcome;
import io.rapporteur.comments.draft.Drafting;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parallel drafts of one delegation become one here. It says what the request says; its files, its
 * co-sponsors and the group that it speaks for are those of its sources where the request names
 * none, so that no ministry's file is lost.
 */
@RestController
@RequestMapping("/api/v1/drafts/merges")
public final class DraftMergesResource {

  private static final int MOST_SOURCES = 100;

  private final Drafting drafting;
  private final Consultations consultations;
  private final Clock clock;
  private final DraftAnswers answers;
  private final DraftSaying saying;

  /** Puts the door together. */
  public DraftMergesResource(
      Drafting drafting, Consultations consultations, Attachments attachments, Clock clock) {
    this.drafting = drafting;
    this.consultations = consultations;
    this.clock = clock;
    this.answers = new DraftAnswers(consultations, attachments, clock);
    this.saying = new DraftSaying(consultations, answers);
  }

  @PostMapping
  ResponseEntity<Map<String, Object>> merge(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode json = RequestBody.object(request, DraftsResource.LARGEST_BODY);
    var fields = new Fields(json);
    DelegationCaller caller = DelegationCaller.of(Caller.of(authentication), consultations);
    List<String> sources = fields.texts("drafts", MOST_SOURCES, CommentBody.NAME);
    DraftBody body = DraftBody.read(fields);
    fields.refuseOthers();
    List<Fault> faults = new ArrayList<>(fields.faults());
    if (sources.isEmpty() || sources.stream().distinct().count() < sources.size()) {
      faults.add(
          Fault.of("drafts", sources.size() + " ids", "ids of drafts to merge, each of them once"));
    }
    List<Draft> found = found(sources, caller, faults);
    NamedTarget target = target(body, found, faults);
    Said said = saying.of(caller, body.with(beside(json, body, found, faults)), target, faults);
    Map<String, Object> asked = body.canonical();
    asked.put("act", "merge");
    asked.put("drafts", sources);
    DraftOutcome outcome =
        drafting.merge(
            caller.act(key, clock.instant().truncatedTo(ChronoUnit.MILLIS), asked),
            caller.duties(),
            sources,
            said);
    if (!(outcome instanceof DraftOutcome.Merged(Draft made, List<String> overtaken))) {
      throw DraftAnswers.refusal(outcome);
    }
    return DraftAnswers.head(made, 201)
        .body(Map.of("draft", answers.view(made), "overtaken", overtaken));
  }

  private List<Draft> found(List<String> sources, DelegationCaller caller, List<Fault> faults) {
    List<Draft> found = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      switch (drafting.find(sources.get(i), caller.participant())) {
        case DraftOutcome.Counted(Draft draft) -> found.add(draft);
        case DraftOutcome.NoSuchDraft none ->
            faults.add(Fault.of("drafts[" + i + "]", sources.get(i), "id of a draft"));
        case DraftOutcome other -> throw DraftAnswers.refusal(other);
      }
    }
    return found;
  }

  /** Where none is named, what the sources address, if it is one thing. */
  private static NamedTarget target(DraftBody body, List<Draft> sources, List<Fault> faults) {
    if (sources.isEmpty()) {
      return body.target();
    }
    String consultation = sources.getFirst().said().consultation();
    if (sources.stream().anyMatch(d -> !d.said().consultation().equals(consultation))) {
      faults.add(Fault.of("drafts", "of several consultations", "drafts of one consultation"));
    }
    NamedTarget named = DraftSaying.within(consultation, body.target());
    if (named
        .document()
        .or(named::section)
        .or(named::recommendation)
        .or(named::entry)
        .isPresent()) {
      return named;
    }
    List<Target> meant =
        sources.stream()
            .map(d -> d.said().resolved().orElse(d.said().named()))
            .map(DraftMergesResource::withoutVersion)
            .distinct()
            .toList();
    if (meant.size() > 1) {
      faults.add(
          Fault.of(
              "recommendation", "missing", "what the merged draft addresses: its sources differ"));
    }
    Target target = meant.getFirst();
    return new NamedTarget(
        Optional.of(consultation),
        target.document(),
        target.recommendation().isPresent() ? Optional.empty() : target.section(),
        target.recommendation(),
        body.target().recommendationVersion(),
        target.entry(),
        body.target().draftVersion());
  }

  private static Target withoutVersion(Target target) {
    return new Target(
        target.document(),
        target.section(),
        target.recommendation(),
        Optional.empty(),
        target.entry(),
        Optional.empty());
  }

  /** What the request names, else what its sources name together. */
  private static Beside beside(
      ObjectNode json, DraftBody body, List<Draft> sources, List<Fault> faults) {
    Beside named = body.content().beside();
    List<Beside> besides = sources.stream().map(d -> d.said().content().beside()).toList();
    return new Beside(
        json.has("onBehalfOf") ? named.onBehalfOf() : voice(besides, faults),
        json.has("coSponsors") ? named.coSponsors() : together(besides, Beside::coSponsors),
        json.has("attachments")
            ? named.attachments()
            : fitting(together(besides, Beside::attachments), faults));
  }

  private static Optional<String> voice(List<Beside> besides, List<Fault> faults) {
    List<Optional<String>> voices = besides.stream().map(Beside::onBehalfOf).distinct().toList();
    if (voices.size() > 1) {
      faults.add(
          Fault.of(
              "onBehalfOf",
              "missing",
              "one of %s, since the sources differ"
                  .formatted(
                      String.join(", ", voices.stream().map(v -> v.orElse("null")).toList()))));
    }
    return voices.isEmpty() ? Optional.empty() : voices.getFirst();
  }

  private static List<String> together(List<Beside> besides, Function<Beside, List<String>> part) {
    return besides.stream().flatMap(beside -> part.apply(beside).stream()).distinct().toList();
  }

  private static List<String> fitting(List<String> attachments, List<Fault> faults) {
    if (attachments.size() > Beside.MOST_ATTACHMENTS) {
      faults.add(
          Fault.of(
              "attachments",
              attachments.size() + " of the sources together",
              "the ids of those to keep, at most " + Beside.MOST_ATTACHMENTS));
    }
    return attachments;
  }
}
