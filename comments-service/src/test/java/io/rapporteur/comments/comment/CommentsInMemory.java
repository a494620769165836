package io.rapporteur.comments.comment;

import io.rapporteur.schemas.revision.RevisionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The log and its fold, in memory. */
final class CommentsInMemory implements Comments {

  private final List<Revision> events = new ArrayList<>();
  private boolean reachable = true;
  private Runnable beforeNext = () -> {};
  private int read = Integer.MAX_VALUE;

  /** The fold has read no more than this of the log, until something makes it read on. */
  synchronized void readOnly(int events) {
    read = events;
  }

  /** From now on the log does not answer. */
  void outOfReach() {
    reachable = false;
  }

  /** Something else happens before the next event reaches the log. */
  void beforeNext(Runnable happens) {
    beforeNext = happens;
  }

  synchronized int appended() {
    return events.size();
  }

  @Override
  public synchronized Optional<JointComment> comment(String id) {
    List<Revision> counted = new ArrayList<>();
    for (Revision event : events.subList(0, Math.min(read, events.size()))) {
      if (event.comment().equals(id) && RevisionRule.counts(counted.size(), event.number())) {
        counted.add(event);
      }
    }
    return JointComment.of(counted);
  }

  @Override
  public Page of(String participant, String after, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page askedOf(String participant, String after, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized void append(Revision made) {
    Runnable happens = beforeNext;
    beforeNext = () -> {};
    happens.run();
    events.add(made);
    read = Integer.MAX_VALUE;
  }

  @Override
  public synchronized boolean catchUp() {
    read = reachable ? Integer.MAX_VALUE : read;
    return reachable;
  }
}
