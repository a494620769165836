package io.rapporteur.comments.silence;

import io.rapporteur.comments.comment.Act;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is done in a procedure. Of two steps for the same place the log picks one; the other is
 * tried again on what then stands. Thread-safe.
 */
public final class SilenceProcedure {

  private static final int TRIES = 8;

  /** Who ends a silence that ran out. */
  private static final String CLOCK = "rapporteur";

  private final Silences silences;
  private final Supplier<String> ids;
  private final ReentrantLock turn = new ReentrantLock(true);

  /**
   * Puts the use case together.
   *
   * @param ids makes random ids, of objections
   */
  public SilenceProcedure(Silences silences, Supplier<String> ids) {
    this.silences = silences;
    this.ids = ids;
  }

  /** Puts a question; its id comes from the request, so that a retry finds it. */
  public SilenceOutcome put(Act act, Question question) {
    String id = act.requestId().created().toString();
    if (silences.silence(id).isEmpty()) {
      silences.append(step(act, id, 1, new Step.Put(question)));
    }
    return silences
        .silence(id)
        .flatMap(silence -> earlier(act, silence))
        .orElseGet(SilenceOutcome.ViewBehind::new);
  }

  /** Notes that the question reached a member; what is known already stands. */
  public SilenceOutcome deliver(Act act, String question, Step.Delivered delivered) {
    return settled(
        question,
        silence -> {
          if (!silence.question().asks(delivered.member())) {
            return Optional.of(new SilenceOutcome.NotAsked());
          }
          if (silence.delivery(delivered.member()).isPresent()) {
            return Optional.of(new SilenceOutcome.Counted(silence));
          }
          return over(silence).or(() -> append(act, silence, delivered));
        });
  }

  /** Moves the deadline to a later instant. */
  public SilenceOutcome extend(Act act, String question, Step.Extended extended) {
    return settled(
        question,
        silence ->
            earlier(act, silence)
                .or(() -> over(silence))
                .or(() -> notLater(silence, extended))
                .or(() -> append(act, silence, extended)));
  }

  /** Takes the question back. */
  public SilenceOutcome withdraw(Act act, String question, Step.Withdrawn withdrawn) {
    return settled(
        question,
        silence ->
            earlier(act, silence)
                .or(() -> over(silence))
                .or(() -> append(act, silence, withdrawn)));
  }

  /**
   * Objects. In time it breaks the silence; after another has broken it, or late, it is kept beside
   * it. A member objects once.
   *
   * @param said makes the objection, given its id
   */
  public SilenceOutcome object(String question, Function<String, Objection> said) {
    // Who has objected stands beside the step: both are read before one is missed.
    if (!silences.catchUp()) {
      return new SilenceOutcome.ViewBehind();
    }
    return settled(
        question,
        silence -> {
          Objection objection = said.apply(ids.get());
          return objected(silence, objection).or(() -> append(silence, objection));
        });
  }

  /**
   * Approves what nobody has objected to, once silence ran out for all; else does nothing.
   *
   * @param ranOutBefore an objection in time may still be on its way until some time after the end
   */
  public void conclude(String question, Instant ranOutBefore, Instant now) {
    silences
        .silence(question)
        .filter(silence -> silence.ending().isEmpty())
        .ifPresent(
            silence ->
                silence
                    .runsOut()
                    .filter(end -> end.isBefore(ranOutBefore))
                    .ifPresent(end -> append(kept(silence, now), silence, new Step.Kept(end))));
  }

  private static Act kept(Silence silence, Instant now) {
    String key = silence.id() + "/" + silence.revision();
    return new Act(CLOCK, CLOCK, key, now, Map.of("act", "keep", "question", silence.id()));
  }

  private static Optional<SilenceOutcome> notLater(Silence silence, Step.Extended extended) {
    return extended.closesAt().isAfter(silence.closesAt())
        ? Optional.empty()
        : Optional.of(new SilenceOutcome.NotLater(silence));
  }

  /** What an objection is answered with, unless it is new. */
  private Optional<SilenceOutcome> objected(Silence silence, Objection said) {
    if (!silence.question().asks(said.participant())) {
      return Optional.of(new SilenceOutcome.NotAsked());
    }
    Optional<Objection> before =
        silences.objections(silence).stream()
            .filter(objection -> objection.participant().equals(said.participant()))
            .findFirst();
    if (before.isPresent()) {
      return Optional.of(
          before.get().requestDigest().equals(said.requestDigest())
              ? new SilenceOutcome.Counted(silence)
              : new SilenceOutcome.ObjectedBefore());
    }
    return silence
        .ending()
        .filter(ending -> ending.kind() == Silence.Ending.Kind.WITHDRAWN)
        .map(ending -> new SilenceOutcome.Over(silence));
  }

  /** Nothing of the step tells who objected: its request is the random id. */
  private Optional<SilenceOutcome> append(Silence silence, Objection objection) {
    var act = new Act("", "", objection.id(), objection.at(), Map.of("objection", objection.id()));
    boolean late = silence.late(objection.arrivedAt());
    silences.append(
        step(act, silence.id(), silence.revision() + 1, new Step.Objected(objection.id(), late)),
        objection);
    return Optional.empty();
  }

  /** Appends; what came of it is seen at the next look. */
  private Optional<SilenceOutcome> append(Act act, Silence silence, Step.Fact fact) {
    silences.append(step(act, silence.id(), silence.revision() + 1, fact));
    return Optional.empty();
  }

  /**
   * Tries until there is an answer: again after an append, since another may have come first, and
   * again before a refusal is believed; each time with the log read to its end. Here one waits for
   * the other, so that a body that answers in the same minute contends with other instances alone.
   */
  private SilenceOutcome settled(
      String question, Function<Silence, Optional<SilenceOutcome>> attempt) {
    turn.lock();
    try {
      return tried(question, attempt);
    } finally {
      turn.unlock();
    }
  }

  private SilenceOutcome tried(
      String question, Function<Silence, Optional<SilenceOutcome>> attempt) {
    boolean sure = false;
    for (int tried = 0; tried < TRIES; tried++) {
      Optional<Silence> found = silences.silence(question);
      Optional<SilenceOutcome> outcome =
          found.isPresent()
              ? attempt.apply(found.get())
              : Optional.of(new SilenceOutcome.NoSuchQuestion());
      if (outcome.isPresent() && (sure || outcome.get() instanceof SilenceOutcome.Counted)) {
        return outcome.get();
      }
      if (!silences.catchUp()) {
        return new SilenceOutcome.ViewBehind();
      }
      sure = outcome.isPresent();
    }
    return new SilenceOutcome.Overtaken();
  }

  private static Optional<SilenceOutcome> over(Silence silence) {
    return silence.ending().map(ending -> new SilenceOutcome.Over(silence));
  }

  private static Optional<SilenceOutcome> earlier(Act act, Silence silence) {
    return silence
        .madeBy(act.requestId().value())
        .map(
            step ->
                step.requestDigest().equals(act.requestDigest())
                    ? new SilenceOutcome.Counted(silence)
                    : new SilenceOutcome.KeyReused());
  }

  private static Step step(Act act, String question, int number, Step.Fact fact) {
    return new Step(
        question,
        number,
        act.requestId().value(),
        act.requestDigest(),
        act.receivedAt(),
        act.client(),
        fact);
  }
}
