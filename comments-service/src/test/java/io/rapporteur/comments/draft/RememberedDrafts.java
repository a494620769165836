package io.rapporteur.comments.draft;

import io.rapporteur.schemas.revision.RevisionRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A log of drafts in memory, folded by the rule of all logs. */
public final class RememberedDrafts implements Drafts {

  /** Every save in the order in which it was appended, void ones too. */
  public final List<Draft> log = new ArrayList<>();

  private final Map<String, List<Draft>> counted = new HashMap<>();
  private Map<String, List<Draft>> read = counted;

  /** What another instance appends right before the next append of this one. */
  public Runnable meanwhile = () -> {};

  /** The first version of each of these is all that was read, until something makes it read on. */
  public synchronized void readOnly(Set<String> drafts) {
    Map<String, List<Draft>> first = new HashMap<>();
    drafts.forEach(draft -> first.put(draft, versions(draft).subList(0, 1)));
    read = first;
  }

  @Override
  public synchronized Optional<Draft> current(String draft) {
    return Optional.ofNullable(read.get(draft)).map(List::getLast);
  }

  @Override
  public synchronized Optional<Draft> version(String draft, int number) {
    return versions(draft).stream().filter(d -> d.version() == number).findFirst();
  }

  @Override
  public synchronized List<Draft> versions(String draft) {
    return List.copyOf(read.getOrDefault(draft, List.of()));
  }

  @Override
  public synchronized Page of(
      String participant, Predicate<Draft> wanted, String after, int limit) {
    List<Draft> found =
        read.values().stream()
            .map(List::getLast)
            .filter(d -> d.participant().equals(participant))
            .filter(wanted)
            .toList();
    return new Page(found, Optional.empty());
  }

  @Override
  public synchronized void append(List<Draft> saves) {
    Runnable first = meanwhile;
    meanwhile = () -> {};
    first.run();
    read = counted;
    for (Draft save : saves) {
      log.add(save);
      int standing = current(save.id()).map(Draft::version).orElse(RevisionRule.NOTHING);
      if (RevisionRule.counts(standing, save.version())) {
        counted.computeIfAbsent(save.id(), id -> new ArrayList<>()).add(save);
      }
    }
  }

  @Override
  public void appendTogether(List<Draft> saves) {
    append(saves);
  }

  @Override
  public synchronized boolean catchUp() {
    read = counted;
    return true;
  }
}
