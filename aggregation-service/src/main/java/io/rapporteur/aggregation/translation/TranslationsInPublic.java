package io.rapporteur.aggregation.translation;

/** How far the public knows translations. Implementations are thread-safe. */
@FunctionalInterface
public interface TranslationsInPublic {

  /** How many steps of the translations of a comment are before the cut of the last edition. */
  int steps(String consultation, String comment);
}
