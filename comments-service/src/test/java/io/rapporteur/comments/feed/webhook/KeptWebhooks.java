package io.rapporteur.comments.feed.webhook;

import io.rapporteur.schemas.revision.RevisionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The log of webhooks and its fold, in memory. */
final class KeptWebhooks implements Webhooks {

  private final List<Change> counted = new ArrayList<>();
  private Runnable beforeNext = () -> {};

  /** Something else happens before the next change reaches the log. */
  void beforeNext(Runnable happens) {
    beforeNext = happens;
  }

  List<Change.Kind> kinds() {
    return counted.stream().map(Change::kind).toList();
  }

  @Override
  public Optional<Webhook> of(String participant) {
    return counted.reversed().stream()
        .map(Change::after)
        .filter(webhook -> webhook.participant().equals(participant))
        .findFirst();
  }

  @Override
  public List<Webhook> all() {
    return counted.stream()
        .map(change -> change.after().participant())
        .distinct()
        .map(participant -> of(participant).orElseThrow())
        .filter(Webhook::stands)
        .toList();
  }

  @Override
  public Optional<Change> madeBy(String participant, String requestId) {
    return counted.stream()
        .filter(change -> change.after().participant().equals(participant))
        .filter(change -> change.requestId().equals(requestId) && change.asked())
        .findFirst();
  }

  @Override
  public boolean append(Change change) {
    Runnable happens = beforeNext;
    beforeNext = () -> {};
    happens.run();
    int standing = of(change.after().participant()).map(Webhook::revision).orElse(0);
    boolean counts = RevisionRule.counts(standing, change.after().revision());
    if (counts) {
      counted.add(change);
    }
    return counts;
  }

  @Override
  public boolean catchUp() {
    return true;
  }

  @Override
  public boolean ready() {
    return true;
  }

  @Override
  public long reached() {
    return counted.size();
  }
}
