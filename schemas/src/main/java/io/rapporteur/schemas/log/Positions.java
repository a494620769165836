package io.rapporteur.schemas.log;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a view has read, partition by partition, and who waits for it to read on. Thread-safe.
 */
final class Positions {

  private final List<TopicPartition> partitions;
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();

  Positions(ViewStore store, Collection<TopicPartition> partitions) {
    this.partitions = List.copyOf(partitions);
    for (TopicPartition partition : this.partitions) {
      next.put(partition, ViewBatch.position(store, partition.toString()));
    }
  }

  List<TopicPartition> partitions() {
    return partitions;
  }

  long next(TopicPartition partition) {
    lock.lock();
    try {
      return next.getOrDefault(partition, 0L);
    } finally {
      lock.unlock();
    }
  }

  void moveTo(Map<TopicPartition, Long> reached) {
    lock.lock();
    try {
      next.putAll(reached);
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean reached(Map<TopicPartition, Long> places) {
    lock.lock();
    try {
      return places.entrySet().stream()
          .allMatch(place -> next.getOrDefault(place.getKey(), 0L) >= place.getValue());
    } finally {
      lock.unlock();
    }
  }

  boolean await(Map<TopicPartition, Long> places, Duration patience) {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (!reached(places)) {
        if (left <= 0) {
          return false;
        }
        left = moved.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
