package io.rapporteur.ingest.documents;

/**
 * One correction of a reading by hand, named by the item that it corrects as it stood before. A
 * sequence of them is applied in its order.
 */
public sealed interface Correction {

  /** Id of the item, or of the section where a list is meant. */
  String item();

  /** A correction of an item that the reading has. */
  sealed interface OfItem extends Correction {}

  /**
   * The item gets another label, and with it another id unless it was published.
   *
   * @param label canonical
   * @param keepsId it was published already
   */
  record Label(String item, String label, boolean keepsId) implements OfItem {}

  /** The item gets another text; markers of footnotes beyond its end move to its end. */
  record Text(String item, String text) implements OfItem {}

  /**
   * The item is two: what follows the place becomes an item of its own.
   *
   * @param at characters (code points) before the place
   * @param label canonical label of the second
   */
  record Split(String item, int at, String label) implements OfItem {}

  /** The next item of the same section belongs to this one; their texts are joined by a space. */
  record Join(String item, String next) implements OfItem {}

  /** The reader was right: the item is no longer undecided. */
  record Confirm(String item) implements OfItem {}

  /** The item is none. */
  record Drop(String item) implements OfItem {}

  /**
   * It is right that this language has no such item.
   *
   * @param item id of a recommendation that the reading lacks
   */
  record Absent(String item) implements Correction {}

  /**
   * The list that the reader proposed holds recommendations.
   *
   * @param item id of its section
   */
  record ConfirmList(String item) implements Correction {}

  /**
   * The list that the reader proposed holds none; its items go with it.
   *
   * @param item id of its section
   */
  record DropList(String item) implements Correction {}

  /**
   * A footnote belongs to another item, or stands at another place.
   *
   * @param offset characters (code points) of that item's text before the marker
   */
  record MoveFootnote(String item, String marker, String to, int offset) implements OfItem {}
}
