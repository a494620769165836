package io.rapporteur.comments.table;

import java.util.Locale;

/** The columns of the table, in their order. */
public enum Column {
  /** Id of the recommendation, section or document; hidden, the first that tells what is meant. */
  ID,
  /** Version of the recommendation that the text words; hidden. */
  VERSION,
  /** Running number. */
  NUMBER,
  /** As people write it, for instance {@code 13(jj)}. */
  REFERENCE,
  TEXT,
  TEXT_LANGUAGE,
  KIND,
  POSITION,
  COMMENT,
  LANGUAGE,
  PROPOSED_TEXT,
  AMENDED_LANGUAGE,
  RATIONALE;

  /** Whether people do not see it. */
  public boolean hidden() {
    return this == ID || this == VERSION;
  }

  /** Whether the delegation writes in it. */
  public boolean answers() {
    return compareTo(TEXT_LANGUAGE) > 0;
  }

  /** The name among the words. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
