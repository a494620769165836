package io.rapporteur.aggregation.translation;

/** How far editions have translations. Implementations are thread-safe. */
@FunctionalInterface
public interface TranslationsInEditions {

  /** How many steps of the translations of a comment are before the cut of the last edition. */
  int steps(String consultation, String comment);
}
