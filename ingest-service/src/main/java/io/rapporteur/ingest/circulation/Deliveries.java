package io.rapporteur.ingest.circulation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Deliveries as the log tells. What is written is read back: the log decides between two instances.
 * Implementations are thread-safe.
 */
public interface Deliveries {

  /** The standing one; empty if it is not in the log. */
  Optional<Delivery> standing(Delivery delivery);

  /** All that have not ended. */
  List<Delivery> open();

  /**
   * A page of deliveries, ended ones included.
   *
   * @param consultation empty for all
   * @param participant empty for all
   * @param after what the page before gave as its end; empty for the first
   */
  Page find(Optional<String> consultation, Optional<String> participant, String after, int limit);

  /** Writes that these are due; one that is in the log already stays as it is. */
  void makeDue(Collection<Delivery> due, Instant now);

  /**
   * Claims the next try.
   *
   * @param delivery as it was seen
   * @return it as it now stands, if the log gave the try to this instance
   */
  Optional<Delivery> claim(Delivery delivery, Instant until, Instant now);

  /** Writes that a claimed try succeeded; void if the claim has passed to another instance. */
  void sent(Delivery claimed, Instant now);

  /**
   * Writes that a claimed try failed; void if the claim has passed to another instance.
   *
   * @param cause in words, without an address
   * @param nextTryAt empty if it is given up
   */
  void failed(Delivery claimed, String cause, Optional<Instant> nextTryAt, Instant now);

  /** A number that grows with the log, to be compared with one of before. */
  long reached();

  /** Whether the log has been read to its end, as of the start. */
  boolean ready();

  /**
   * A page.
   *
   * @param next where the next begins; empty if this was the last
   */
  record Page(List<Delivery> deliveries, Optional<String> next) {}
}
