package io.rapporteur.standalone;

import io.rapporteur.events.CommentEvent;
import io.rapporteur.events.CommentRevised;
import io.rapporteur.events.CommentSubmitted;
import io.rapporteur.events.Position;
import io.rapporteur.schemas.joint.JointText;
import io.rapporteur.schemas.revision.RevisionRule;
import io.rapporteur.schemas.topics.Deeds;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.AvroDeserializer;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.schemas.wire.SchemaRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Counts what was received from the log itself: a plain consumer reads every event of a comment,
 * from the first on, and knows nothing but the rules of {@code schemas}. Single-threaded.
 */
final class Recount implements AutoCloseable {

  private static final String NOT_STATED = "not-stated";

  private final KafkaConsumer<String, CommentEvent> log;
  private final List<TopicPartition> partitions;
  private final List<List<CommentEvent>> events = new ArrayList<>();

  Recount(Product product, Path folder) {
    Map<String, Object> settings =
        new HashMap<>(product.kafka(Principal.SECRETARIAT).clientSettings());
    settings.put("isolation.level", "read_committed");
    var ids = new SchemaIds(new SchemaRegistry(product.registry()), folder.resolve("schema-ids"));
    log =
        new KafkaConsumer<>(
            settings,
            new StringDeserializer(),
            new AvroDeserializer<>(ids, TopicCatalogue.COMMENT_EVENTS.value().orElseThrow()));
    partitions =
        log.partitionsFor(TopicCatalogue.COMMENT_EVENTS.name()).stream()
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList();
    log.assign(partitions);
    log.seekToBeginning(partitions);
    partitions.forEach(each -> events.add(new ArrayList<>()));
  }

  /** How many events each partition holds now, all of which have been read. */
  List<Integer> read() {
    Map<TopicPartition, Long> ends = log.endOffsets(partitions);
    while (ends.entrySet().stream().anyMatch(end -> log.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<String, CommentEvent> each : log.poll(Duration.ofMillis(200))) {
        events.get(each.partition()).add(each.value());
      }
    }
    return events.stream().map(List::size).toList();
  }

  /**
   * What was received on each item, by position.
   *
   * @param cut how many events of each partition are counted, at most as many as were read
   */
  Map<String, Map<String, Integer>> at(List<Integer> cut) {
    var count = new Count();
    for (int partition = 0; partition < cut.size(); partition++) {
      events.get(partition).subList(0, cut.get(partition)).forEach(count::add);
    }
    return count.received();
  }

  private static final class Count {

    private final Map<String, Integer> revisions = new HashMap<>();
    private final Map<String, JointText> texts = new HashMap<>();
    private final Map<String, Map<Integer, String>> positions = new HashMap<>();
    private final Map<String, String> items = new HashMap<>();

    void add(CommentEvent event) {
      String comment = event.getComment();
      int current = revisions.getOrDefault(comment, RevisionRule.NOTHING);
      if (!RevisionRule.counts(current, event.getRevision())) {
        return;
      }
      revisions.put(comment, event.getRevision());
      JointText before = texts.getOrDefault(comment, JointText.NOTHING);
      texts.put(comment, before.after(event.getRevision(), Deeds.of(event)));
      Optional.ofNullable(event.getTarget().getRecommendation())
          .ifPresent(item -> items.put(comment, item));
      stated(event)
          .ifPresent(
              position ->
                  positions
                      .computeIfAbsent(comment, each -> new HashMap<>())
                      .put(event.getRevision(), position));
    }

    private static Optional<String> stated(CommentEvent event) {
      @Nullable Position stated =
          switch (event.getFact()) {
            case CommentSubmitted submitted -> submitted.getContent().getPosition();
            case CommentRevised revised -> revised.getContent().getPosition();
            default -> null;
          };
      return Optional.ofNullable(stated)
          .map(position -> position.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    Map<String, Map<String, Integer>> received() {
      Map<String, Map<String, Integer>> received = new TreeMap<>();
      texts.forEach(
          (comment, text) ->
              Optional.ofNullable(items.get(comment))
                  .filter(item -> text.inForce() != JointText.NONE)
                  .ifPresent(
                      item ->
                          received
                              .computeIfAbsent(item, each -> new TreeMap<>())
                              .merge(position(comment, text.inForce()), 1, Integer::sum)));
      return received;
    }

    private String position(String comment, int text) {
      return positions.getOrDefault(comment, Map.of()).getOrDefault(text, NOT_STATED);
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
