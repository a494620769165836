package io.rapporteur.aggregation.fold;

import io.rapporteur.events.CommentEvent;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.FoldedComment;
import io.rapporteur.states.LogPlace;
import io.rapporteur.states.RecommendationTally;
import io.rapporteur.states.TallyChange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.Stores;

/**
 * Folds {@code comment.events.v1}: each counted revision goes to {@code compiled-comment.state.v1},
 * and what it changes in a tally to {@code recommendation-tally.state.v1}. Every operator, store
 * and repartition has a name, and every internal topic stands in the catalogue.
 */
public final class CompilationTopology {

  static final String FOLDED = "folded-comment";
  static final String PLACE = "place";
  private static final String TALLY_CHANGES = "tally-change";
  private static final String TALLIES = "tally";

  private final CompilationSerdes serdes;

  /** Builds with these serializers. */
  public CompilationTopology(CompilationSerdes serdes) {
    this.serdes = serdes;
  }

  /** Adds the topology. */
  public void addTo(StreamsBuilder builder) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(FOLDED), Serdes.String(), serdes.folded()));
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(PLACE), Serdes.Integer(), serdes.places()));
    KStream<String, CountedRevision> counted =
        builder.stream(
                TopicCatalogue.COMMENT_EVENTS.name(),
                Consumed.with(Serdes.String(), serdes.comments()).withName("comment-events"))
            .process(CommentFold::new, Named.as("fold-comments"), FOLDED, PLACE);
    compile(counted);
    tally(counted);
  }

  private void compile(KStream<String, CountedRevision> counted) {
    counted
        .map(
            (comment, revision) ->
                KeyValue.pair(
                    comment + "/" + revision.compiled().getRevision(), revision.compiled()),
            Named.as("compiled-revision"))
        .to(
            TopicCatalogue.COMPILED_COMMENTS.name(),
            Produced.with(Serdes.String(), serdes.compiled(), BY_COMMENT)
                .withName("compiled-comments"));
  }

  private void tally(KStream<String, CountedRevision> counted) {
    counted
        .flatMap(
            (comment, revision) ->
                revision
                    .tallyChange()
                    .map(
                        change ->
                            List.of(
                                KeyValue.pair(
                                    revision.compiled().getTarget().getRecommendation(), change)))
                    .orElse(List.of()),
            Named.as("change-of-tally"))
        .repartition(
            Repartitioned.with(Serdes.String(), serdes.tallyChanges())
                .withName(TALLY_CHANGES)
                .withNumberOfPartitions(TopicCatalogue.TALLY_CHANGE_REPARTITION.partitions()))
        .groupByKey(Grouped.with("by-recommendation", Serdes.String(), serdes.tallyChanges()))
        .aggregate(
            () -> new RecommendationTally("", Map.of()),
            Tallying::add,
            Named.as("count"),
            Materialized.<String, RecommendationTally>as(Stores.persistentKeyValueStore(TALLIES))
                .withKeySerde(Serdes.String())
                .withValueSerde(serdes.tallies())
                .withCachingDisabled())
        .toStream(Named.as("tallies-as-they-change"))
        .to(
            TopicCatalogue.RECOMMENDATION_TALLIES.name(),
            Produced.with(Serdes.String(), serdes.tallies()).withName("recommendation-tallies"));
  }

  /** All revisions of a comment share the partition that the comment id alone would have. */
  static final StreamPartitioner<String, CompiledComment> BY_COMMENT =
      (topic, key, compiled, partitions) ->
          Optional.of(
              Set.of(
                  Utils.toPositive(
                          Utils.murmur2(compiled.getComment().getBytes(StandardCharsets.UTF_8)))
                      % partitions));

  /**
   * The serializers of the topology.
   *
   * @param comments throws on poison, which the deserialization handler keeps as a dead letter
   */
  public record CompilationSerdes(
      Serde<CommentEvent> comments,
      Serde<CompiledComment> compiled,
      Serde<FoldedComment> folded,
      Serde<LogPlace> places,
      Serde<TallyChange> tallyChanges,
      Serde<RecommendationTally> tallies) {}
}
