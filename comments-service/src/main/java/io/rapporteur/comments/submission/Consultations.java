package io.rapporteur.comments.submission;

import java.util.Optional;

/** What the desk must know of others to take a comment. Implementations are thread-safe. */
public interface Consultations {

  /** The consultation of an id. */
  Optional<Consultation> consultation(String id);

  /** The participant of a code, as it stands. */
  Optional<Author> participant(String code);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();
}
