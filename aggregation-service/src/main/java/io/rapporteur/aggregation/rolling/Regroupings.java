package io.rapporteur.aggregation.rolling;

import java.util.List;

/** What the secretariat said of groups. Thread-safe. */
@FunctionalInterface
public interface Regroupings {

  /** What was said of the texts of one language on a recommendation, in its order. */
  List<Regrouped> of(String recommendation, String language);

  /**
   * Something that was said; of each text the last holds.
   *
   * @param number in the order
   * @param texts by their ids
   * @param threshold of the groups that the secretariat saw when it said so
   */
  record Regrouped(int number, Grouping grouping, List<String> texts, double threshold) {

    /** Copies the texts. */
    public Regrouped {
      texts = List.copyOf(texts);
    }
  }
}
