package io.rapporteur.ingest.reading;

import java.util.List;

/**
 * Something that a human should look at.
 *
 * @param line of the source, from 1; 0 if none
 * @param what for the secretariat
 * @param candidates labels that it is about
 */
public record Question(QuestionKind kind, int line, String what, List<String> candidates) {

  /** Copies the candidates. */
  public Question {
    candidates = List.copyOf(candidates);
  }
}
