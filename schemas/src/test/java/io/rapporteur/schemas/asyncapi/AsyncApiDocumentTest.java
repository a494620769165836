package io.rapporteur.schemas.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class AsyncApiDocumentTest {

  /** Set to {@code true}, it writes the document instead of comparing it. */
  private static final String WRITE = "rapporteur.asyncapi.write";

  private static final Path COMMITTED = Path.of("../docs/asyncapi.yaml");

  private final JsonMapper mapper = JsonMapper.shared();
  private final JsonNode document = mapper.readTree(AsyncApiDocument.ofCatalogue().json());

  @Test
  void theCommittedDocumentIsThatOfTheCatalogue() throws IOException {
    String rendered = AsyncApiDocument.ofCatalogue().yaml();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(COMMITTED, rendered);
    }

    assertThat(COMMITTED)
        .as(
            "docs/asyncapi.yaml: another text (expected: that of the catalogue, written by"
                + " ./mvnw -pl schemas test -Dtest=AsyncApiDocumentTest -D%s=true)",
            WRITE)
        .hasContent(rendered);
  }

  @Test
  void yamlAndJsonSayTheSame() {
    Object yaml = new Yaml().load(AsyncApiDocument.ofCatalogue().yaml());

    assertThat(mapper.<JsonNode>valueToTree(yaml)).isEqualTo(document);
  }

  @Test
  void eachContractTopicIsAChannelWithItsKeyWriterAndReaders() {
    assertThat(document.path("channels").propertyNames())
        .containsExactlyElementsOf(TopicCatalogue.CONTRACT.stream().map(Topic::name).toList());
    for (Topic topic : TopicCatalogue.CONTRACT) {
      JsonNode channel = document.path("channels").path(topic.name());
      assertThat(channel.path("x-key").asString()).isEqualTo(topic.key());
      assertThat(channel.path("x-writer").asString()).isEqualTo(topic.writer().user());
      assertThat(channel.path("x-readers")).hasSize(topic.readers().size());
      assertThat(channel.path("bindings").path("kafka").path("partitions").asInt())
          .isEqualTo(topic.partitions());
      assertThat(channel.path("bindings").path("kafka").path("topicConfiguration").toString())
          .isEqualTo(
              topic.holdsEvents()
                  ? "{\"cleanup.policy\":[\"delete\"],\"retention.ms\":-1}"
                  : "{\"cleanup.policy\":[\"compact\"]}");
    }
  }

  @Test
  void eachMessageCarriesItsWholeAvroSchema() {
    for (Topic topic : TopicCatalogue.CONTRACT) {
      Schema value = topic.value().orElseThrow();
      JsonNode schema =
          document
              .path("components")
              .path("messages")
              .path(value.getName())
              .path("payload")
              .path("schema");
      assertThat(new Schema.Parser().parse(schema.toString()))
          .isEqualTo(SchemaIds.withoutJavaHints(value));
    }
  }

  @Test
  void eachReferenceLeadsSomewhere() {
    List<String> references = new ArrayList<>();
    collect(document, references);

    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  private static void collect(JsonNode node, List<String> references) {
    if (node.has("$ref")) {
      references.add(node.path("$ref").asString());
    }
    node.forEach(child -> collect(child, references));
  }
}
