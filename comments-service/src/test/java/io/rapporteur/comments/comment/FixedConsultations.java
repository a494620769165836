package io.rapporteur.comments.comment;

import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One consultation on one document; everyone is admitted. */
final class FixedConsultations implements Consultations {

  private final Instant opens;
  private final Map<String, Instant> extendedFor = new HashMap<>();
  private Instant closes;
  private Instant closesElsewhere;
  private boolean caughtUp;

  FixedConsultations(Instant opens, Instant closes) {
    this.opens = opens;
    this.closes = closes;
    this.closesElsewhere = closes;
  }

  /** Another instance extends the round; this one has not read of it. */
  void extendElsewhere(Instant until) {
    closesElsewhere = until;
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
        new Consultation(id, List.of("doc"), 1, opens, closes, extendedFor, List.of()));
  }

  @Override
  public Optional<List<Stretch>> difference(Revision revision) {
    return Optional.empty();
  }

  @Override
  public Optional<Author> participant(String code) {
    return Optional.of(new Author(code, "MEMBER_STATE", Optional.empty()));
  }

  @Override
  public Set<String> groupsOf(String participant, Instant at) {
    return Set.of();
  }

  @Override
  public boolean catchUp() {
    caughtUp = true;
    closes = closesElsewhere;
    return true;
  }
}
