package io.rapporteur.aggregation.rolling;

import java.util.List;

/** A stretch of an item in the rolling text. */
public sealed interface Piece {

  /** Nobody proposes to change it. */
  record Agreed(String text) implements Piece {}

  /**
   * Something is proposed here.
   *
   * @param text as it stands; empty where only something is added
   * @param alternatives in the house order of who is first named with each, deletions last
   */
  record Contested(String text, List<Alternative> alternatives) implements Piece {

    /** Copies the alternatives. */
    public Contested {
      alternatives = List.copyOf(alternatives);
    }
  }

  /**
   * What is proposed in its place.
   *
   * @param text empty where it is to be deleted
   */
  record Alternative(String text, List<Sponsor> sponsors) {

    /** Copies the sponsors. */
    public Alternative {
      sponsors = List.copyOf(sponsors);
    }

    boolean deletes() {
      return text.isBlank();
    }
  }
}
