package io.rapporteur.schemas.log;

import org.apache.avro.specific.SpecificRecord;

/**
 * One step of a fold: what one record of a topic changes in a view. It depends on the record and on
 * the view alone, never on a clock nor on the order in which two topics arrive.
 *
 * @param <T> the record of the topic
 */
@FunctionalInterface
public interface Fold<T extends SpecificRecord> {

  /** Applies one record; records of one partition arrive in their order, each exactly once. */
  void apply(T event, ViewBatch view);
}
