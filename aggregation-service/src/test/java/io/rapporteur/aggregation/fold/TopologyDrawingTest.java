package io.rapporteur.aggregation.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topology as the architecture page draws it, and the names of all that it is made of. */
class TopologyDrawingTest {

  /** Set to {@code true}, it writes the drawing instead of comparing it. */
  private static final String WRITE = "rapporteur.topology.write";

  private static final Path PAGE = Path.of("../docs/architecture.md");
  private static final String BEGIN = "<!-- topology: begin -->\n";
  private static final String END = "<!-- topology: end -->";
  private static final Pattern GENERATED =
      Pattern.compile("KSTREAM|KTABLE|STATE-STORE|-\\d{10}", Pattern.CASE_INSENSITIVE);

  @TempDir Path folder;
  private TopologyDescription description = new Topology().describe();

  @BeforeEach
  void build() throws IOException {
    var builder = new StreamsBuilder();
    new CompilationTopology(FoldRuntime.serdes(RememberedSchemas.in(folder.resolve("ids"))))
        .addTo(builder);
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, TopicCatalogue.COMPILATION_APPLICATION);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    description = builder.build(settings).describe();
  }

  @Test
  void thePageDrawsTheTopologyOfTheCode() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    String drawn = TopologyDrawing.of(description).mermaid();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, page.substring(0, begin) + drawn + page.substring(end));
      return;
    }

    assertThat(page.substring(begin, end))
        .as(
            "docs/architecture.md: another drawing (expected: that of the code, written by ./mvnw"
                + " -pl aggregation-service -am test -Dtest=TopologyDrawingTest -D%s=true)",
            WRITE)
        .isEqualTo(drawn);
  }

  @Test
  void noOperatorStoreOrTopicHasAGeneratedName() {
    TopologyDrawing drawing = TopologyDrawing.of(description);

    assertThat(drawing.operators()).isNotEmpty().noneMatch(GENERATED.asPredicate());
    assertThat(drawing.stores()).isNotEmpty().noneMatch(GENERATED.asPredicate());
    assertThat(drawing.topics()).isNotEmpty().noneMatch(GENERATED.asPredicate());
  }

  @Test
  void everyStoreAndEveryRepartitionStandsInTheCatalogue() {
    TopologyDrawing drawing = TopologyDrawing.of(description);
    List<String> internal = new ArrayList<>();
    drawing
        .stores()
        .forEach(
            store ->
                internal.add(TopicCatalogue.COMPILATION_APPLICATION + "-" + store + "-changelog"));
    drawing.topics().stream()
        .filter(topic -> topic.endsWith("-repartition"))
        .forEach(
            topic ->
                internal.add(
                    topic.startsWith(TopicCatalogue.COMPILATION_APPLICATION)
                        ? topic
                        : TopicCatalogue.COMPILATION_APPLICATION + "-" + topic));

    assertThat(new TreeSet<>(internal))
        .containsExactlyInAnyOrderElementsOf(
            TopicCatalogue.INTERNAL.stream().map(Topic::name).toList());
  }
}
