package io.rapporteur.aggregation.secretariat.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.secretariat.Change;
import io.rapporteur.aggregation.secretariat.Step;
import io.rapporteur.aggregation.secretariat.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The work on one comment, for the secretariat.
 *
 * @param comment its id
 * @param commentRevision revision of the comment whose text is shown
 * @param waits whether that text came late and waits for a decision
 * @param revision of the work; 0 if nothing was done
 * @param overdue whether its day has passed without a disposition
 * @param notes absent in a list
 * @param history every step in its order; absent in a list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkView(
    String comment,
    String participant,
    String name,
    @Nullable String recommendation,
    int commentRevision,
    boolean waits,
    int revision,
    @Nullable ObservationPart observation,
    @Nullable DispositionPart disposition,
    @Nullable AssignmentPart assignment,
    boolean overdue,
    Collection<String> tags,
    @Nullable ReleasePart release,
    int noteCount,
    @Nullable List<NotePart> notes,
    @Nullable List<StepPart> history) {

  /**
   * An observation; {@code ofRevision} is the revision of the comment that it is on, {@code
   * outdated} whether the comment has been revised since.
   */
  record ObservationPart(
      String text,
      String language,
      Map<String, String> texts,
      int ofRevision,
      boolean outdated,
      int revision,
      Instant at,
      String by) {}

  /** How the comment is disposed of. */
  record DispositionPart(
      String disposition, int ofRevision, boolean outdated, int revision, Instant at, String by) {}

  /** Who drafts, until which day. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AssignmentPart(String to, @Nullable LocalDate dueOn, Instant at, String by) {}

  /**
   * What others may read.
   *
   * @param current whether it is what stands
   */
  record ReleasePart(Instant at, boolean current) {}

  /** A private note; its number is the revision that wrote it. */
  record NotePart(int note, String text, Instant at, String by) {}

  /** A step of the work. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StepPart(
      int revision,
      Instant at,
      String by,
      int commentRevision,
      List<Map<String, Object>> changes) {}

  static WorkView of(WorkDoor.There there, String name, Work work, LocalDate today, boolean whole) {
    Comment shown = there.shown();
    return new WorkView(
        shown.id(),
        shown.participant(),
        name,
        shown.recommendation().orElse(null),
        shown.revision(),
        there.waits(),
        work.revision(),
        work.answer()
            .observation()
            .map(
                part ->
                    new ObservationPart(
                        part.what().text(),
                        part.what().language(),
                        part.what().texts(),
                        part.ofRevision(),
                        part.ofRevision() < shown.revision(),
                        part.step(),
                        part.at(),
                        part.by()))
            .orElse(null),
        work.answer()
            .disposition()
            .map(
                part ->
                    new DispositionPart(
                        part.what().word(),
                        part.ofRevision(),
                        part.ofRevision() < shown.revision(),
                        part.step(),
                        part.at(),
                        part.by()))
            .orElse(null),
        work.assignment()
            .map(a -> new AssignmentPart(a.to(), a.dueOn().orElse(null), a.at(), a.by()))
            .orElse(null),
        work.isOverdue(today),
        work.tags(),
        work.releasedAt().map(at -> new ReleasePart(at, work.isReleased())).orElse(null),
        work.notes().size(),
        whole
            ? work.notes().stream()
                .map(note -> new NotePart(note.step(), note.text(), note.at(), note.by()))
                .toList()
            : null,
        whole ? work.steps().stream().flatMap(step -> step(step, work)).toList() : null);
  }

  private static Stream<StepPart> step(Step step, Work work) {
    return step.fact() instanceof Step.Treated treated
        ? Stream.of(
            new StepPart(
                step.number(),
                step.at(),
                step.by(),
                treated.ofRevision(),
                treated.changes().stream().map(change -> change(change, step, work)).toList()))
        : Stream.empty();
  }

  private static Map<String, Object> change(Change change, Step step, Work work) {
    return switch (change) {
      case Change.Observed o ->
          told("observed", "text", o.text(), "language", o.language(), "texts", o.texts());
      case Change.ObservationTakenBack(Optional<String> reason) ->
          told("observation-taken-back", reason);
      case Change.Disposed d -> told("disposed", "disposition", d.disposition().word());
      case Change.DispositionTakenBack(Optional<String> reason) ->
          told("disposition-taken-back", reason);
      case Change.Assigned(String to, Optional<LocalDate> dueOn) -> {
        Map<String, Object> told = told("assigned", "to", to);
        dueOn.ifPresent(day -> told.put("dueOn", day.toString()));
        yield told;
      }
      case Change.Unassigned none -> told("unassigned");
      case Change.Tagged(String tag) -> told("tagged", "tag", tag);
      case Change.Untagged(String tag) -> told("untagged", "tag", tag);
      // What was removed is kept in the log, and not shown.
      case Change.Noted(String text) ->
          work.notes().stream().anyMatch(note -> note.step() == step.number())
              ? told("noted", "text", text)
              : told("noted", "removed", true);
      case Change.NoteRemoved(int note) -> told("note-removed", "note", note);
      case Change.Released now -> told("released");
      case Change.ReleaseTakenBack(Optional<String> reason) -> told("release-taken-back", reason);
    };
  }

  private static Map<String, Object> told(String word, Optional<String> reason) {
    Map<String, Object> told = told(word);
    reason.ifPresent(text -> told.put("reason", text));
    return told;
  }

  private static Map<String, Object> told(String word, Object... namesAndValues) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("change", word);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      told.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return told;
  }
}
