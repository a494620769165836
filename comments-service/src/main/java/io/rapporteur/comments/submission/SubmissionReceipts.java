package io.rapporteur.comments.submission;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Receipt;

/** Makes the receipt of an act of handing in. Implementations are thread-safe. */
@FunctionalInterface
public interface SubmissionReceipts {

  /**
   * @param act what was handed in
   * @param id id of the act
   */
  Receipt receiptOfSubmission(Act act, String id);
}
