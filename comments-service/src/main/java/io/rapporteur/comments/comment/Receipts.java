package io.rapporteur.comments.comment;

/** Makes the receipt of an act. Implementations are thread-safe. */
@FunctionalInterface
public interface Receipts {

  /**
   * @param act what was handed in
   * @param comment id of the comment
   * @param revision the revision that the act makes
   */
  Receipt receipt(Act act, String comment, int revision);
}
