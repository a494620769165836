package io.rapporteur.aggregation.secretariat;

import java.util.Optional;

/** What rows are about: the keys of {@code secretariat.events.v1}. */
public final class Subject {

  private static final String TRANSLATION = "translation/";

  private Subject() {}

  /** The translations of a comment. */
  public static String translations(String comment) {
    return TRANSLATION + comment;
  }

  /** The comment whose translations a row is about; empty if it is about something else. */
  public static Optional<String> translated(String subject) {
    return subject.startsWith(TRANSLATION)
        ? Optional.of(subject.substring(TRANSLATION.length()))
        : Optional.empty();
  }

  /** The board of a consultation. */
  public static String board(String consultation) {
    return "board/" + consultation;
  }

  /** The proposed texts of one language on a recommendation. */
  public static String proposals(String recommendation, String language) {
    return "rolling/" + recommendation + "/" + language;
  }
}
