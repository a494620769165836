package io.rapporteur.aggregation.secretariat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A log in memory that counts as the real one does: a step that does not follow is void. Another
 * instance's act can be made to come first, or be there unread until the view catches up.
 */
public final class RowsInMemory implements Rows {

  public static final Instant NOON = Instant.parse("2021-04-07T12:00:00Z");

  private final List<Step> log = new ArrayList<>();
  private Optional<Step.Fact> first = Optional.empty();
  private int seen;
  private int appended;

  /** The next append comes after this. */
  void comesFirst(Step.Fact fact) {
    first = Optional.of(fact);
  }

  /** An act of another instance, which this one has not read yet. */
  void elsewhere(String subject, Step.Fact fact) {
    count(step(subject, whole(subject).size() + 1, "elsewhere", fact));
  }

  int appended() {
    return appended;
  }

  private List<Step> whole(String subject) {
    return log.stream().filter(step -> step.subject().equals(subject)).toList();
  }

  private void count(Step step) {
    if (whole(step.subject()).size() + 1 == step.number()) {
      log.add(step);
    }
  }

  @Override
  public List<Step> row(String subject) {
    return log.stream().limit(seen).filter(step -> step.subject().equals(subject)).toList();
  }

  @Override
  public void append(Step step) {
    first.ifPresent(fact -> count(step(step.subject(), step.number(), "who came first", fact)));
    first = Optional.empty();
    appended++;
    count(step);
    catchUp();
  }

  @Override
  public boolean catchUp() {
    seen = log.size();
    return true;
  }

  /** Judges and appends as one instance does. */
  public Outcome act(String key, String subject, Function<List<Step>, Judgement> judging) {
    var act = new Act("secretariat", key, NOON, Map.of("key", key));
    return new Acting(this).act(act, subject, "c", judging);
  }

  private static Step step(String subject, int number, String key, Step.Fact fact) {
    return new Step(subject, "c", number, key, "digest", NOON, "another", fact);
  }
}
