package io.rapporteur.comments.silence;

import io.rapporteur.schemas.deadline.Deadline;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A procedure as its counted steps tell it (paragraph 10 of the report: approved unless someone
 * objects before a deadline). Silence runs only for members whom the question has reached, for each
 * until the deadline and at least for the shortest time since then; as long as one has not been
 * reached, or has time left, nothing is approved. The first objection in time breaks it at once and
 * for good.
 */
public final class Silence {

  private final List<Step> steps;
  private final Question question;
  private final Map<String, Step.Delivered> deliveries = new LinkedHashMap<>();
  private final Map<String, Step> objections = new HashMap<>();
  private Instant closesAt;
  private Optional<Ending> ending = Optional.empty();

  /** How and when it ended. */
  public record Ending(Kind kind, Instant at, Optional<String> reason) {

    /** How. */
    public enum Kind {
      APPROVED,
      BROKEN,
      WITHDRAWN
    }
  }

  private Silence(List<Step> steps, Question question) {
    this.steps = steps;
    this.question = question;
    this.closesAt = question.closesAt();
    steps.forEach(this::take);
  }

  /**
   * Folds.
   *
   * @param steps counted ones in their order, the first of them putting the question
   */
  public static Silence of(List<Step> steps) {
    if (steps.isEmpty() || !(steps.getFirst().fact() instanceof Step.Put(Question question))) {
      throw new IllegalArgumentException(
          "steps: " + steps.size() + " (expected: one that puts a question first)");
    }
    return new Silence(List.copyOf(steps), question);
  }

  private void take(Step step) {
    switch (step.fact()) {
      case Step.Put put -> {
        // It is what all others are about.
      }
      case Step.Delivered delivered -> deliveries.putIfAbsent(delivered.member(), delivered);
      case Step.Extended extended -> closesAt = extended.closesAt();
      case Step.Objected objected -> {
        objections.put(objected.objection(), step);
        if (!objected.late()) {
          end(Ending.Kind.BROKEN, step.at(), Optional.empty());
        }
      }
      case Step.Withdrawn withdrawn ->
          end(Ending.Kind.WITHDRAWN, step.at(), Optional.of(withdrawn.reason()));
      case Step.Kept kept -> end(Ending.Kind.APPROVED, kept.ranOutAt(), Optional.empty());
    }
  }

  private void end(Ending.Kind kind, Instant at, Optional<String> reason) {
    if (ending.isEmpty()) {
      ending = Optional.of(new Ending(kind, at, reason));
    }
  }

  /** Question id. */
  public String id() {
    return steps.getFirst().question();
  }

  /** What was put. */
  public Question question() {
    return question;
  }

  /** When it was put. */
  public Instant putAt() {
    return steps.getFirst().at();
  }

  /** Number of the last counted step. */
  public int revision() {
    return steps.size();
  }

  /** The deadline as it stands, inclusive; a member that was reached late has longer. */
  public Instant closesAt() {
    return closesAt;
  }

  /** When and how the question reached a member; empty if it is not known to have. */
  public Optional<Step.Delivered> delivery(String member) {
    return Optional.ofNullable(deliveries.get(member));
  }

  /** Members whom it is not known to have reached, in the order of the question. */
  public List<String> notReached() {
    return question.members().stream().filter(m -> !deliveries.containsKey(m)).toList();
  }

  /** Last instant of a member's silence, inclusive; empty if silence does not run for it yet. */
  public Optional<Instant> runsOutFor(String member) {
    return delivery(member)
        .map(delivered -> delivered.deliveredAt().plus(question.shortest()))
        .map(least -> least.isAfter(closesAt) ? least : closesAt);
  }

  /** Last instant of all members' silence; empty as long as it does not run for all. */
  public Optional<Instant> runsOut() {
    if (!notReached().isEmpty()) {
      return Optional.empty();
    }
    return question.members().stream()
        .map(this::runsOutFor)
        .flatMap(Optional::stream)
        .max(Instant::compareTo);
  }

  /** Whether an objection that is received now comes after silence has run out. */
  public boolean late(Instant receivedAt) {
    return ending.map(e -> e.kind() == Ending.Kind.APPROVED).orElse(false)
        || runsOut().filter(end -> Deadline.passed(end, receivedAt)).isPresent();
  }

  /** How it ended; empty while it runs. */
  public Optional<Ending> ending() {
    return ending;
  }

  /** The step that counted an objection. */
  public Optional<Step> objection(String id) {
    return Optional.ofNullable(objections.get(id));
  }

  /** The step that a request made, at an earlier try. */
  public Optional<Step> madeBy(String requestId) {
    return steps.stream().filter(step -> step.requestId().equals(requestId)).findFirst();
  }
}
