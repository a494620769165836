package io.rapporteur.aggregation.kafka;

import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.time.Duration;
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

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final Admin admin;

  FoldProgress(BrokerAccess access) {
    this.admin = Admin.create(access.clientSettings());
  }

  /** Whether everything that the comments' topic holds now has been folded. */
  boolean caughtUp() {
    return awaitCaughtUp(Duration.ZERO);
  }

  /**
   * Waits until everything has been folded that the comments' topic held when this was called.
   *
   * @return whether it has, before the patience ran out; false too if the broker does not answer
   */
  boolean awaitCaughtUp(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      Map<TopicPartition, Long> end = end();
      while (!folded(end)) {
        if (System.nanoTime() >= deadline) {
          return false;
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
      return true;
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Map<TopicPartition, Long> end() throws ExecutionException, InterruptedException {
    Topic topic = TopicCatalogue.COMMENT_EVENTS;
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int p = 0; p < topic.partitions(); p++) {
      latest.put(new TopicPartition(topic.name(), p), OffsetSpec.latest());
    }
    Map<TopicPartition, Long> end = new HashMap<>();
    admin
        .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get()
        .forEach((partition, info) -> end.put(partition, info.offset()));
    return end;
  }

  private boolean folded(Map<TopicPartition, Long> end)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> folded =
        admin
            .listConsumerGroupOffsets(TopicCatalogue.COMPILATION_APPLICATION)
            .partitionsToOffsetAndMetadata()
            .get();
    return end.entrySet().stream()
        .allMatch(
            entry -> {
              OffsetAndMetadata committed = folded.get(entry.getKey());
              return entry.getValue() == 0
                  || (committed != null && committed.offset() >= entry.getValue());
            });
  }

  @Override
  public void close() {
    admin.close();
  }
}
