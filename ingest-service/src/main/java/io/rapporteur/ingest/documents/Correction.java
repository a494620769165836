package io.rapporteur.ingest.documents;

/**
 * One correction of a reading by hand, named by the item that it corrects as it stood before. A
 * sequence of them is applied in its order.
 */
public sealed interface Correction {

  /** Id of the item. */
  String item();

  /**
   * The item gets another label, and with it another id unless it was published.
   *
   * @param label canonical
   * @param keepsId it was published already
   */
  record Label(String item, String label, boolean keepsId) implements Correction {}

  /** The item gets another text; markers of footnotes beyond its end move to its end. */
  record Text(String item, String text) implements Correction {}

  /**
   * The item is two: what follows the place becomes an item of its own.
   *
   * @param at characters (code points) before the place
   * @param label canonical label of the second
   */
  record Split(String item, int at, String label) implements Correction {}

  /** The next item of the same section belongs to this one; their texts are joined by a space. */
  record Join(String item, String next) implements Correction {}

  /** The reader was right: the item is no longer undecided. */
  record Confirm(String item) implements Correction {}

  /** The item is none. */
  record Drop(String item) implements Correction {}

  /**
   * A footnote belongs to another item, or stands at another place.
   *
   * @param offset characters (code points) of that item's text before the marker
   */
  record MoveFootnote(String item, String marker, String to, int offset) implements Correction {}
}
