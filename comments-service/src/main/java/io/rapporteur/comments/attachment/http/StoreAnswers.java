package io.rapporteur.comments.attachment.http;

import io.rapporteur.comments.attachment.StoreUnavailableException;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered while the store of files does not. */
final class StoreAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(StoreAnswers.class);

  private StoreAnswers() {}

  /** Something that asks the store. */
  @FunctionalInterface
  interface Asking<T> {
    T ask() throws IOException;
  }

  /**
   * Asks.
   *
   * @throws RefusedException 503, if the store does not answer; nothing was changed
   */
  static <T> T of(Asking<T> asking) throws IOException {
    try {
      return asking.ask();
    } catch (StoreUnavailableException e) {
      LOG.warn("attachments: the store does not answer", e);
      throw new RefusedException(
          ProblemType.STORE_UNAVAILABLE,
          "Nothing was changed. Send the same request with the same Idempotency-Key again.");
    }
  }
}
