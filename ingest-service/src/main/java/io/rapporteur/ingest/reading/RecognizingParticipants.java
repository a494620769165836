package io.rapporteur.ingest.reading;

import java.util.Optional;

/**
 * Who is meant by a printed name. A name is recognized or it is not: nothing is guessed, and what
 * is printed stays what it is. Implementations are thread-safe.
 */
@FunctionalInterface
public interface RecognizingParticipants {

  /**
   * The participant of a name.
   *
   * @param printed in any of the six languages
   * @return its code, for instance {@code ve}; empty if the name fits none or more than one
   */
  Optional<String> code(String printed);
}
