package io.rapporteur.aggregation.secretariat;

/** What rows are about: the keys of {@code secretariat.events.v1}. */
public final class Subject {

  private Subject() {}

  /** The board of a consultation. */
  public static String board(String consultation) {
    return "board/" + consultation;
  }

  /** The proposed texts of one language on a recommendation. */
  public static String proposals(String recommendation, String language) {
    return "rolling/" + recommendation + "/" + language;
  }
}
