package io.rapporteur.comments.silence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A log in memory that counts as the real one does: a step that does not follow is void. Another
 * instance's step can be made to come first, and the view to be behind until it catches up.
 */
final class SilencesInMemory implements Silences {

  private final Map<String, List<Step>> log = new LinkedHashMap<>();
  private final Map<String, Objection> objections = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private Optional<Step> first = Optional.empty();
  private int appended;

  /** The next append comes after this one. */
  void comesFirst(Step step) {
    first = Optional.of(step);
  }

  /** A step of another instance, which this one has not read yet. */
  void elsewhere(Step step) {
    count(step);
  }

  int appended() {
    return appended;
  }

  private void count(Step step) {
    List<Step> steps = log.computeIfAbsent(step.question(), id -> new ArrayList<>());
    if (steps.size() + 1 == step.number()) {
      steps.add(step);
    }
  }

  @Override
  public Optional<Silence> silence(String question) {
    int read = seen.getOrDefault(question, 0);
    return read == 0
        ? Optional.empty()
        : Optional.of(Silence.of(log.getOrDefault(question, List.of()).subList(0, read)));
  }

  @Override
  public List<Silence> all() {
    return log.keySet().stream().map(this::silence).flatMap(Optional::stream).toList();
  }

  @Override
  public List<Objection> objections(Silence silence) {
    return objections.values().stream()
        .filter(objection -> silence.objection(objection.id()).isPresent())
        .sorted(Comparator.comparing(Objection::at))
        .toList();
  }

  @Override
  public void append(Step step) {
    first.ifPresent(this::count);
    first = Optional.empty();
    appended++;
    count(step);
    catchUp();
  }

  @Override
  public void append(Step step, Objection objection) {
    objections.put(objection.id(), objection);
    append(step);
  }

  @Override
  public boolean catchUp() {
    log.forEach((question, steps) -> seen.put(question, steps.size()));
    return true;
  }
}
