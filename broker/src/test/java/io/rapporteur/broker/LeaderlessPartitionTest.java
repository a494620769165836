package io.rapporteur.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kafka.server.metadata.KRaftMetadataCache;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metadata.PartitionRecord;
import org.apache.kafka.common.metadata.TopicRecord;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.MetadataProvenance;
import org.apache.kafka.server.common.KRaftVersion;
import org.junit.jupiter.api.Test;

/**
 * What the coordinator of transactions asks before it writes the markers of one that was committed:
 * a partition without a leader for now is not taken for one that was deleted (decision 16).
 */
class LeaderlessPartitionTest {

  private static final ListenerName LISTENER = ListenerName.normalised("clients");
  private static final Uuid TOPIC = Uuid.randomUuid();

  private final KRaftMetadataCache metadata =
      new KRaftMetadataCache(1, () -> KRaftVersion.KRAFT_VERSION_1);

  @Test
  void aPartitionWithoutLeaderHasNoNodeForNow() {
    var delta = new MetadataDelta.Builder().setImage(MetadataImage.EMPTY).build();
    delta.replay(new TopicRecord().setName("comment.events.v1").setTopicId(TOPIC));
    delta.replay(
        new PartitionRecord()
            .setTopicId(TOPIC)
            .setPartitionId(0)
            .setReplicas(List.of(1))
            .setIsr(List.of(1))
            .setDirectories(List.of(Uuid.randomUuid()))
            .setLeader(-1));
    metadata.setImage(delta.apply(MetadataProvenance.EMPTY));

    assertThat(metadata.getPartitionLeaderEndpoint("comment.events.v1", 0, LISTENER))
        .contains(Node.noNode());
    assertThat(metadata.getPartitionLeaderEndpoint("deleted", 0, LISTENER)).isEmpty();
  }
}
