package io.rapporteur.comments.comment;

import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One consultation on one document; everyone is admitted but those who are turned away. */
public final class FixedConsultations implements Consultations {

  private final Instant opens;
  private final Map<String, Instant> extendedFor = new HashMap<>();
  private final Set<String> turnedAway = new TreeSet<>();
  private final Map<String, Set<String>> voices = new HashMap<>();
  private Instant closes;
  private Instant closesElsewhere;
  private boolean caughtUp;
  private boolean reachable = true;
  private Runnable elsewhere = () -> {};
  private Optional<CirculatedDraft> draft = Optional.empty();

  /** A round between two instants. */
  public FixedConsultations(Instant opens, Instant closes) {
    this.opens = opens;
    this.closes = closes;
    this.closesElsewhere = closes;
  }

  /** Nobody is admitted under this code. */
  public FixedConsultations turnAway(String code) {
    turnedAway.add(code);
    return this;
  }

  /** The participant may speak for the group. */
  public FixedConsultations letSpeak(String participant, String group) {
    voices.computeIfAbsent(participant, p -> new TreeSet<>()).add(group);
    return this;
  }

  /** The participant may not speak for the group any more; this instance has not read of it. */
  void endElsewhere(String participant, String group) {
    elsewhere = () -> voices.getOrDefault(participant, Set.of()).remove(group);
  }

  /** From now on the log does not answer. */
  void outOfReach() {
    reachable = false;
  }

  /** Another instance extends the round; this one has not read of it. */
  void extendElsewhere(Instant until) {
    closesElsewhere = until;
  }

  /** What was circulated for the meeting. */
  public FixedConsultations circulate(CirculatedDraft circulated) {
    draft = Optional.of(circulated);
    return this;
  }

  void extendFor(String participant, Instant until) {
    extendedFor.put(participant, until);
  }

  boolean caughtUp() {
    return caughtUp;
  }

  @Override
  public Optional<Consultation> consultation(String id) {
    return Optional.of(
        new Consultation(id, List.of("doc"), 1, opens, closes, extendedFor, List.of(), draft));
  }

  @Override
  public Optional<List<Stretch>> difference(Revision revision) {
    return Optional.empty();
  }

  @Override
  public Optional<Author> participant(String code) {
    return turnedAway.contains(code)
        ? Optional.empty()
        : Optional.of(new Author(code, "MEMBER_STATE", Optional.empty()));
  }

  @Override
  public Set<String> groupsOf(String participant, Instant at) {
    return voices.getOrDefault(participant, Set.of());
  }

  @Override
  public boolean catchUp() {
    if (reachable) {
      caughtUp = true;
      closes = closesElsewhere;
      elsewhere.run();
    }
    return reachable;
  }
}
