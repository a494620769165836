package io.rapporteur.aggregation.paper.sheet;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The columns of the table, in our order: those of the table that delegations fill, under the same
 * headings, so that what is written here can be read there; and who it is that says it.
 */
enum Column {
  /** Id of the recommendation, section or document; hidden. */
  ID,
  /** Version that the comment addresses; hidden. */
  VERSION,
  NUMBER,
  REFERENCE,
  TEXT,
  TEXT_LANGUAGE,
  /** Not read there: who hands a table in says so itself. */
  PARTICIPANT,
  KIND,
  POSITION,
  COMMENT,
  LANGUAGE,
  PROPOSED_TEXT,
  AMENDED_LANGUAGE,
  RATIONALE,
  ON_BEHALF_OF,
  CO_SPONSORS,
  /** Their ids, by which they are handed in. */
  ATTACHMENTS,
  /** Not read there: a file is found by its id. */
  ATTACHMENT_NAMES,
  QUOTATION,
  /** Courtesy translations, as JSON. */
  TRANSLATIONS,
  /** Of the secretariat; in the tables of ISO and IEC alone. */
  OBSERVATION,
  /** Names of the characters in the row that nobody sees and that turn a text; for people. */
  MARKS;

  private static final Set<Column> NUMBERS = Set.of(VERSION, NUMBER);

  /** The desk has no heading for them. */
  private static final Set<Column> OF_PAPERS_ALONE = Set.of(PARTICIPANT, ATTACHMENT_NAMES);

  /** The columns of a paper on which no comments stand. */
  static Set<Column> ofTexts() {
    return EnumSet.of(NUMBER, TEXT, TEXT_LANGUAGE);
  }

  /** Whether people do not see it. */
  boolean hidden() {
    return this == ID || this == VERSION;
  }

  /** Whether numbers stand in it. */
  boolean numeric() {
    return NUMBERS.contains(this);
  }

  /** The name among the words. */
  String key() {
    String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return OF_PAPERS_ALONE.contains(this) ? word : "column." + word;
  }
}
