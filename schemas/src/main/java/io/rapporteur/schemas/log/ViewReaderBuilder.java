package io.rapporteur.schemas.log;

import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.wire.AvroDeserializer;
import io.rapporteur.schemas.wire.SchemaIds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Which topics are folded, and how. */
public final class ViewReaderBuilder {

  private final String name;
  private final Principal reader;
  private final BrokerAccess access;
  private final SchemaIds ids;
  private final ViewStore store;
  private final Map<String, TopicFold<?>> folds = new LinkedHashMap<>();
  private final List<Topic> topics = new ArrayList<>();

  ViewReaderBuilder(
      String name, Principal reader, BrokerAccess access, SchemaIds ids, ViewStore store) {
    this.name = name;
    this.reader = reader;
    this.access = access;
    this.ids = ids;
    this.store = store;
  }

  /** Folds a topic of the catalogue. */
  public <T extends SpecificRecord> ViewReaderBuilder fold(Topic topic, Fold<T> fold) {
    folds.put(
        topic.name(),
        new TopicFold<>(topic, new AvroDeserializer<T>(ids, topic.value().orElseThrow()), fold));
    topics.add(topic);
    return this;
  }

  /** The reader, not yet started; it owns the store from now on. */
  public ViewReader build() {
    return new ViewReader(name, store, access, new DeadLetters(reader, access), folds, topics);
  }
}
