package io.rapporteur.aggregation.compilation.kafka;

import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How far the fold has come, from the positions that it commits with its results. Thread-safe. */
final class FoldProgress implements AutoCloseable {

  private final Admin admin;

  FoldProgress(BrokerAccess access) {
    this.admin = Admin.create(access.clientSettings());
  }

  /** Whether everything that the comments' topic holds now has been folded. */
  boolean caughtUp() {
    Topic topic = TopicCatalogue.COMMENT_EVENTS;
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int p = 0; p < topic.partitions(); p++) {
      latest.put(new TopicPartition(topic.name(), p), OffsetSpec.latest());
    }
    try {
      var end =
          admin
              .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
              .all()
              .get();
      Map<TopicPartition, OffsetAndMetadata> folded =
          admin
              .listConsumerGroupOffsets(TopicCatalogue.COMPILATION_APPLICATION)
              .partitionsToOffsetAndMetadata()
              .get();
      return end.entrySet().stream()
          .allMatch(
              entry -> {
                OffsetAndMetadata committed = folded.get(entry.getKey());
                return entry.getValue().offset() == 0
                    || (committed != null && committed.offset() >= entry.getValue().offset());
              });
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
