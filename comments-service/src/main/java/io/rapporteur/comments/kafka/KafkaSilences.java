package io.rapporteur.comments.kafka;

import io.rapporteur.comments.silence.Objection;
import io.rapporteur.comments.silence.Silence;
import io.rapporteur.comments.silence.Silences;
import io.rapporteur.comments.silence.Step;
import io.rapporteur.events.SilenceEvent;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.log.Partitioning;
import io.rapporteur.schemas.log.TransactionalLog;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.states.ObjectionCard;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Silence procedures as events of {@code silence.events.v1}, and who objected as records of {@code
 * objection.state.v1}, appended with the event as one. Thread-safe.
 */
final class KafkaSilences implements Silences {

  private static final Partitioning BY_QUESTION = Partitioning.byKey(TopicCatalogue.SILENCE_EVENTS);
  private static final Partitioning OBJECTIONS =
      Partitioning.byFirstPart(TopicCatalogue.OBJECTIONS);

  private final DeskView view;
  private final TransactionalLog log;

  KafkaSilences(DeskView view, TransactionalLog log) {
    this.view = view;
    this.log = log;
  }

  @Override
  public Optional<Silence> silence(String question) {
    List<Step> steps =
        view.silences.steps.startingWith(question + "/").stream().map(SilenceEvents::step).toList();
    return steps.isEmpty() ? Optional.empty() : Optional.of(Silence.of(steps));
  }

  @Override
  public List<Silence> all() {
    Map<String, List<Step>> byQuestion =
        view.silences.steps.startingWith("").stream()
            .collect(
                Collectors.groupingBy(
                    SilenceEvent::getQuestion,
                    Collectors.mapping(SilenceEvents::step, Collectors.toList())));
    return byQuestion.values().stream()
        .map(Silence::of)
        .sorted(Comparator.comparing(Silence::putAt).reversed().thenComparing(Silence::id))
        .toList();
  }

  @Override
  public List<Objection> objections(Silence silence) {
    return view.silences.objections.startingWith(silence.id() + "/").stream()
        .filter(card -> silence.objection(card.getObjection()).isPresent())
        .sorted(Comparator.comparing(ObjectionCard::getReceivedAt))
        .map(SilenceEvents::objection)
        .toList();
  }

  @Override
  public void append(Step step) {
    await(log.append(List.of(entry(step))));
  }

  @Override
  public void append(Step step, Objection objection) {
    ObjectionCard card = SilenceEvents.card(objection);
    await(log.append(List.of(entry(step), log.entry(OBJECTIONS, SilenceEvents.key(card), card))));
  }

  @Override
  public boolean catchUp() {
    return view.reader.awaitEnd(
        List.of(TopicCatalogue.SILENCE_EVENTS, TopicCatalogue.OBJECTIONS), EventLog.PATIENCE);
  }

  private TransactionalLog.Entry entry(Step step) {
    return log.entry(BY_QUESTION, step.question(), SilenceEvents.event(step));
  }

  private void await(Collection<EventLog.Appended> appended) {
    if (!view.reader.await(appended, EventLog.PATIENCE)) {
      throw new OutcomeUnknownException(
          "view: behind the log after " + EventLog.PATIENCE.toSeconds() + " s");
    }
  }
}
