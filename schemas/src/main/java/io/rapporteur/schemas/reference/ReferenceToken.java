package io.rapporteur.schemas.reference;

/**
 * A piece of a reference expression.
 *
 * @param kind what it does there
 * @param text folded: ASCII digits, lower case, compatibility forms resolved
 * @param apart whether white space stands before it
 * @param from where it begins in the expression
 * @param to where it ends in the expression
 */
record ReferenceToken(Kind kind, String text, boolean apart, int from, int to) {

  /** What a piece does. */
  enum Kind {
    /** Id or symbol of a document. */
    DOCUMENT,
    /** The name of a paragraph that is no mere number: {@code art5.2}. */
    PARAGRAPH,
    NUMBER,
    /** A numeral in quotation marks, as Arabic prints its second level. */
    QUOTED,
    LETTERS,
    OPEN,
    CLOSE,
    DOT,
    /** The sign that stands between the ends of a range, and in some texts before an item. */
    HYPHEN,
    /** A longer dash or a word for it: between the ends of a range and nowhere else. */
    TO,
    /** A comma, a semicolon or a word for "and". */
    AND,
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** Whether it stands close to what is before it. */
  boolean tight() {
    return !apart;
  }
}
