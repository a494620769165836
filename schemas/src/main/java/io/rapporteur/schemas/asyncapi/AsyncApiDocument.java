package io.rapporteur.schemas.asyncapi;

import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.Topic.Cleanup;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contract topics of the catalogue as an AsyncAPI 3.0 document: a channel per topic with its
 * key, its Avro schema, its writer and its readers. The same catalogue gives the same text.
 * Immutable.
 */
public final class AsyncApiDocument {

  private static final String BINDING = "0.5.0";
  private static final String DESCRIPTION =
      """
      The topics that other programs may read. Names, keys and partition counts never change.
      Values are Avro in Confluent's wire format: a zero byte, the schema id in four bytes, Avro
      binary; subjects are <topic>-value. Read with isolation.level=read_committed. In an event
      topic an event counts if and only if its revision is the current one plus one; any other is
      void and ignored by everyone. What a reader cannot read it keeps in <topic>.<reader>-dlt.""";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Map<String, Object> document;

  private AsyncApiDocument(Map<String, Object> document) {
    this.document = document;
  }

  /** The document of the catalogue. */
  public static AsyncApiDocument ofCatalogue() {
    return of(TopicCatalogue.CONTRACT);
  }

  static AsyncApiDocument of(Collection<Topic> topics) {
    Map<String, Object> channels = new LinkedHashMap<>();
    Map<String, Object> operations = new LinkedHashMap<>();
    Map<String, Object> messages = new LinkedHashMap<>();
    for (Topic topic : topics) {
      Schema value = topic.value().orElseThrow();
      channels.put(topic.name(), channel(topic, value.getName()));
      messages.put(value.getName(), message(topic, value));
      operations.put(topic.writer().user() + ".writes." + topic.name(), operation("send", topic));
      for (String reader : readers(topic)) {
        operations.put(reader + ".reads." + topic.name(), operation("receive", topic));
      }
    }
    return new AsyncApiDocument(
        ordered(
            "asyncapi",
            "3.0.0",
            "info",
            info(),
            "defaultContentType",
            "application/vnd.apache.avro+binary",
            "servers",
            Map.of("broker", server()),
            "channels",
            channels,
            "operations",
            operations,
            "components",
            ordered(
                "messages",
                messages,
                "securitySchemes",
                Map.of(
                    "user",
                    ordered(
                        "type",
                        "plain",
                        "description",
                        "A Kafka user, whose rights the broker enforces topic by topic.")))));
  }

  private static Map<String, Object> info() {
    return ordered(
        "title",
        "Rapporteur",
        "version",
        "1",
        "description",
        DESCRIPTION,
        "license",
        ordered("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0"));
  }

  private static Map<String, Object> server() {
    return ordered(
        "host",
        "{address}",
        "protocol",
        "kafka",
        "variables",
        Map.of("address", Map.of("description", "host:port of the broker")),
        "security",
        List.of(reference("securitySchemes", "user")));
  }

  private static Map<String, Object> channel(Topic topic, String message) {
    return ordered(
        "address",
        topic.name(),
        "description",
        topic.holds(),
        "messages",
        Map.of(message, reference("messages", message)),
        "bindings",
        Map.of(
            "kafka",
            ordered(
                "topic",
                topic.name(),
                "partitions",
                topic.partitions(),
                "topicConfiguration",
                settings(topic.cleanup()),
                "bindingVersion",
                BINDING)),
        "x-key",
        topic.key(),
        "x-writer",
        topic.writer().user(),
        "x-readers",
        readers(topic));
  }

  private static Map<String, Object> settings(Cleanup cleanup) {
    return switch (cleanup) {
      case COMPACT -> ordered("cleanup.policy", List.of("compact"));
      case KEEP_FOR_EVER, PURGE_WHEN_READ ->
          ordered("cleanup.policy", List.of("delete"), "retention.ms", -1);
    };
  }

  private static Map<String, Object> message(Topic topic, Schema value) {
    return ordered(
        "name",
        value.getFullName(),
        "summary",
        String.valueOf(value.getDoc()),
        "payload",
        ordered(
            "schemaFormat",
            "application/vnd.apache.avro;version=1.9.0",
            "schema",
            MAPPER.readValue(SchemaIds.withoutJavaHints(value).toString(), Object.class)),
        "bindings",
        Map.of(
            "kafka",
            ordered(
                "key",
                ordered("type", "string", "description", topic.key()),
                "schemaIdLocation",
                "payload",
                "schemaIdPayloadEncoding",
                "confluent",
                "schemaLookupStrategy",
                "TopicNameStrategy",
                "bindingVersion",
                BINDING)));
  }

  private static Map<String, Object> operation(String action, Topic topic) {
    return ordered("action", action, "channel", Map.of("$ref", "#/channels/" + topic.name()));
  }

  private static Map<String, Object> reference(String kind, String name) {
    return Map.of("$ref", "#/components/" + kind + "/" + name);
  }

  private static List<String> readers(Topic topic) {
    return topic.readers().stream().sorted().map(Principal::user).toList();
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  /** The document in YAML. */
  public String yaml() {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(100);
    options.setAllowUnicode(true);
    // A list that stands in two places is written twice, not as an anchor.
    options.setDereferenceAliases(true);
    return new Yaml(options).dump(document);
  }

  /** The document in JSON. */
  public String json() {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
  }
}
