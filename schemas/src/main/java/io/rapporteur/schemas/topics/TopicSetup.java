package io.rapporteur.schemas.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Brings a broker to the state of the catalogue: topics that are missing are created, their
 * settings and access rules are set. Running it again changes nothing. A topic that stands with
 * another number of partitions is refused: growing one would move keys.
 */
public final class TopicSetup {

  private static final Duration IN_FORCE_WITHIN = Duration.ofSeconds(30);

  private final Admin admin;
  private final Durability durability;
  private final short replicas;

  /**
   * @param admin a client with the rights of the super user; not closed here
   * @param durability what an acknowledged event survives
   * @param replicas replication factor of every topic
   */
  public TopicSetup(Admin admin, Durability durability, short replicas) {
    this.admin = admin;
    this.durability = durability;
    this.replicas = replicas;
  }

  /**
   * Creates what is missing.
   *
   * @throws IllegalStateException if a topic stands with another number of partitions
   * @throws ExecutionException if the broker refuses
   * @throws InterruptedException if interrupted while waiting
   */
  public void run() throws ExecutionException, InterruptedException {
    List<Topic> topics = TopicCatalogue.all();
    Set<String> standing = admin.listTopics().names().get();
    refuseOtherPartitionCounts(topics.stream().filter(t -> standing.contains(t.name())).toList());
    admin
        .createTopics(
            topics.stream().filter(t -> !standing.contains(t.name())).map(this::newTopic).toList())
        .all()
        .get();
    alignSettings(topics.stream().filter(t -> standing.contains(t.name())).toList());
    List<AclBinding> rules = accessRules(topics);
    admin.createAcls(rules).all().get();
    awaitInForce(rules);
  }

  /** The controller has the rules at once; the broker applies them when it has read them. */
  private void awaitInForce(List<AclBinding> rules)
      throws ExecutionException, InterruptedException {
    long deadline = System.nanoTime() + IN_FORCE_WITHIN.toNanos();
    while (!admin.describeAcls(AclBindingFilter.ANY).values().get().containsAll(rules)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "access rules: not in force after " + IN_FORCE_WITHIN.toSeconds() + " s");
      }
      Thread.sleep(20);
    }
  }

  private void refuseOtherPartitionCounts(List<Topic> standing)
      throws ExecutionException, InterruptedException {
    var described =
        admin.describeTopics(standing.stream().map(Topic::name).toList()).allTopicNames().get();
    List<String> faults = new ArrayList<>();
    for (Topic topic : standing) {
      TopicDescription found = described.get(topic.name());
      if (found != null && found.partitions().size() != topic.partitions()) {
        faults.add(
            "%s: %d partitions (expected: %d)"
                .formatted(topic.name(), found.partitions().size(), topic.partitions()));
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalStateException(String.join("; ", faults));
    }
  }

  private NewTopic newTopic(Topic topic) {
    return new NewTopic(topic.name(), topic.partitions(), replicas).configs(settings(topic));
  }

  private void alignSettings(List<Topic> standing) throws ExecutionException, InterruptedException {
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    for (Topic topic : standing) {
      changes.put(
          new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
          settings(topic).entrySet().stream()
              .map(
                  e ->
                      new AlterConfigOp(
                          new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
              .toList());
    }
    admin.incrementalAlterConfigs(changes).all().get();
  }

  private Map<String, String> settings(Topic topic) {
    Map<String, String> settings = new HashMap<>();
    switch (topic.cleanup()) {
      case COMPACT -> settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, "compact");
      case PURGE_WHEN_READ -> {
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, "delete");
        settings.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
      }
      case KEEP_FOR_EVER -> {
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, "delete");
        settings.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        settings.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
        // The broker's clock on each record: a service compares its own with it.
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        settings.put(
            TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG,
            durability == Durability.POWER ? "1" : String.valueOf(Long.MAX_VALUE));
      }
    }
    settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, replicas > 2 ? "2" : "1");
    return settings;
  }

  private static List<AclBinding> accessRules(List<Topic> topics) {
    List<AclBinding> rules = new ArrayList<>();
    for (Topic topic : topics) {
      rules.add(allow(topic.writer(), ResourceType.TOPIC, topic.name(), AclOperation.WRITE));
      rules.add(allow(topic.writer(), ResourceType.TOPIC, topic.name(), AclOperation.DESCRIBE));
      for (Principal reader : topic.readers()) {
        rules.add(allow(reader, ResourceType.TOPIC, topic.name(), AclOperation.READ));
        rules.add(allow(reader, ResourceType.TOPIC, topic.name(), AclOperation.DESCRIBE_CONFIGS));
      }
    }
    for (Topic internal : TopicCatalogue.INTERNAL) {
      // Kafka Streams purges its repartition topics once it has read them.
      rules.add(allow(internal.writer(), ResourceType.TOPIC, internal.name(), AclOperation.DELETE));
    }
    for (Principal principal : Principal.values()) {
      rules.add(allowPrefix(principal, ResourceType.GROUP, AclOperation.READ));
      if (topics.stream().anyMatch(topic -> topic.writer() == principal)) {
        rules.add(allowPrefix(principal, ResourceType.TRANSACTIONAL_ID, AclOperation.WRITE));
      }
    }
    return rules;
  }

  private static AclBinding allow(
      Principal principal, ResourceType type, String name, AclOperation operation) {
    return rule(principal, new ResourcePattern(type, name, PatternType.LITERAL), operation);
  }

  /** Groups and transactional ids of a principal begin with its name. */
  private static AclBinding allowPrefix(
      Principal principal, ResourceType type, AclOperation operation) {
    return rule(
        principal, new ResourcePattern(type, principal.user(), PatternType.PREFIXED), operation);
  }

  private static AclBinding rule(
      Principal principal, ResourcePattern pattern, AclOperation operation) {
    return new AclBinding(
        pattern,
        new AccessControlEntry(
            "User:" + principal.user(), "*", operation, AclPermissionType.ALLOW));
  }
}
