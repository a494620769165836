package io.rapporteur.comments.submission;

import java.util.Optional;

/** The names of participants and groups as they are printed. Implementations are thread-safe. */
@FunctionalInterface
public interface PrintedNames {

  /** The formal name of a participant or a group in a language; empty if it has none there. */
  Optional<String> formal(String participant, String language);
}
