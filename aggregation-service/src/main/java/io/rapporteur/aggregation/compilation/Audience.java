package io.rapporteur.aggregation.compilation;

/** For whom an edition is. */
public enum Audience {
  /** Whoever asks. */
  EVERYONE,
  /** All who sign in; they read what everyone reads, too. */
  PARTICIPANTS
}
