package io.rapporteur.comments.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of the table, in their order; those after the rationale stand in it if used. */
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
  RATIONALE,
  /** Passage of the text that is meant. */
  QUOTATION,
  /** Where in the item, in words: a sentence, a figure, a table. */
  PLACE,
  LINE_NUMBER,
  /** Heading of the report under which the comment stands. */
  SECTION,
  /** Courtesy translations, as JSON. */
  TRANSLATIONS,
  /** Id of the draft that the row was written from, and its version; hidden. */
  DRAFT;

  private static final List<Column> STANDING =
      Arrays.stream(values()).filter(column -> !column.further()).toList();

  /** The columns that every table of ours has. */
  public static List<Column> standing() {
    return STANDING;
  }

  /** Whether it stands in a table only where a row needs it. */
  public boolean further() {
    return compareTo(RATIONALE) > 0;
  }

  /** Whether people do not see it. */
  public boolean hidden() {
    return this == ID || this == VERSION || this == DRAFT;
  }

  /** Whether the delegation writes in it. */
  public boolean answers() {
    return compareTo(TEXT_LANGUAGE) > 0 && this != DRAFT;
  }

  /** The name among the words. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
