package io.rapporteur.schemas.log;

import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.wire.AvroDeserializer;
import io.rapporteur.schemas.wire.PoisonException;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** How the records of one topic are read and folded. */
record TopicFold<T extends SpecificRecord>(
    Topic topic, AvroDeserializer<T> deserializer, Fold<T> fold) {

  /**
   * Reads and folds one value.
   *
   * @throws PoisonException if no known schema reads it
   */
  void apply(byte @Nullable [] value, ViewBatch batch) {
    T event = deserializer.deserialize(topic.name(), value);
    if (event == null) {
      throw new PoisonException("value: null (expected: an event)");
    }
    fold.apply(event, batch);
  }
}
