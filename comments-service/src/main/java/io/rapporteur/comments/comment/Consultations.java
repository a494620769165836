package io.rapporteur.comments.comment;

import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the desk must know of others to take a comment. Implementations are thread-safe. */
public interface Consultations {

  /** The consultation of an id. */
  Optional<Consultation> consultation(String id);

  /**
   * How the text that a comment proposes differs from the version that it addresses, by words;
   * empty if it proposes none, or the item or entry is not there in the language that it amends.
   */
  Optional<List<Stretch>> difference(Revision revision);

  /** The participant of a code, as it stands. */
  Optional<Author> participant(String code);

  /** Codes of the groups for which a participant may speak at an instant. */
  Set<String> groupsOf(String participant, Instant at);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();
}
