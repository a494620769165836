package io.rapporteur.comments.table;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The columns of the table, in their order. Those after the rationale stand in a table of others if
 * they are used; of these, ours always has those of what stands beside a comment.
 */
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
  /** Code or name of the group that the comment speaks for. */
  ON_BEHALF_OF,
  /** Codes or names of those whom it asks to join. */
  CO_SPONSORS,
  /** Ids of the files that it names. */
  ATTACHMENTS,
  /** Passage of the text that is meant. */
  QUOTATION,
  /** Where in the item, in words: a sentence, a figure, a table. */
  PLACE,
  LINE_NUMBER,
  /** Heading of the report under which the comment stands. */
  SECTION,
  /** Courtesy translations, as JSON. */
  TRANSLATIONS,
  /** Names of the characters in the row that nobody sees and that turn a text; for people. */
  MARKS,
  /** Id of the draft that the row was written from, and its version; hidden. */
  DRAFT;

  private static final Set<Column> BESIDE =
      Collections.unmodifiableSet(EnumSet.of(ON_BEHALF_OF, CO_SPONSORS, ATTACHMENTS));

  private static final List<Column> STANDING =
      Arrays.stream(values()).filter(column -> !column.further()).toList();

  /** The columns that every table has. */
  public static List<Column> standing() {
    return STANDING;
  }

  /** For whom a comment speaks, whom it asks to join, and which files it names. */
  public static Set<Column> beside() {
    return BESIDE;
  }

  /** Whether it can be missing from a table, which then says nothing of it. */
  public boolean further() {
    return compareTo(RATIONALE) > 0;
  }

  /** Whether people do not see it. */
  public boolean hidden() {
    return this == ID || this == VERSION || this == DRAFT;
  }

  /** Whether the delegation writes in it. */
  public boolean answers() {
    return compareTo(TEXT_LANGUAGE) > 0 && this != DRAFT && this != MARKS;
  }

  /** The name among the words. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
