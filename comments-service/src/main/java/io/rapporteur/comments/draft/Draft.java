package io.rapporteur.comments.draft;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One counted version of a draft. It belongs to the delegation, not to the person who wrote it, and
 * nobody outside the delegation ever reads it.
 *
 * @param version from 1; the first save of a version in the log wins
 */
public record Draft(
    String id,
    int version,
    String participant,
    Said said,
    Standing standing,
    Origin origin,
    Save save) {

  /** Version of a draft's first save. */
  public static final int FIRST = 1;

  /**
   * What it says.
   *
   * @param named what it addresses, as it was named
   * @param resolved what that meant when it was saved; empty if it fitted nothing or too much
   * @param ministry private label of the ministry that drafts
   */
  public record Said(
      String consultation,
      Target named,
      Optional<Target> resolved,
      DraftContent content,
      Optional<String> ministry) {}

  /**
   * How far it has come.
   *
   * @param note why it was returned
   * @param dueAt internal deadline
   * @param submission with which it was handed in
   */
  public record Standing(
      Stage stage, Optional<String> note, Optional<Instant> dueAt, Optional<String> submission) {

    /** Of a draft that was just begun. */
    public static Standing drafting() {
      return new Standing(Stage.DRAFTING, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /**
   * Where it came from.
   *
   * @param importId the import that it came with
   * @param row its row in that import, from 1
   * @param mergedFrom the drafts that it was merged from
   */
  public record Origin(Optional<String> importId, Optional<Integer> row, List<Source> mergedFrom) {

    /** Copies the sources. */
    public Origin {
      mergedFrom = List.copyOf(mergedFrom);
    }

    /** Of a draft that was written by hand. */
    public static Origin written() {
      return new Origin(Optional.empty(), Optional.empty(), List.of());
    }
  }

  /** A draft that was merged into another, with the private label of its ministry. */
  public record Source(String draft, Optional<String> ministry) {}

  /**
   * Who saved it, when, and by which request.
   *
   * @param id names this save alone: compaction removes none
   */
  public record Save(String id, String requestId, String requestDigest, String by, Instant at) {

    /** The save of an act. */
    public static Save of(Act act, String id) {
      return new Save(
          id, act.requestId().value(), act.requestDigest(), act.client(), act.receivedAt());
    }
  }

  /** The next version, saying this. */
  public Draft saying(Said next, Save by) {
    return new Draft(id, version + 1, participant, next, standing, origin, by);
  }

  /** The next version, standing so. */
  public Draft standing(Standing next, Save by) {
    return new Draft(id, version + 1, participant, said, next, origin, by);
  }

  /** Whether it was saved by this very request. */
  public boolean madeBy(Act act) {
    return save.requestId.equals(act.requestId().value())
        && save.requestDigest.equals(act.requestDigest());
  }
}
