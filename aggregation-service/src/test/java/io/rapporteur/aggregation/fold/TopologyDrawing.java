package io.rapporteur.aggregation.fold;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** A topology as a Mermaid flow chart: the same text for the same topology. */
final class TopologyDrawing {

  private final Set<String> operators = new TreeSet<>();
  private final Set<String> stores = new TreeSet<>();
  private final Set<String> topics = new TreeSet<>();
  private final StringBuilder pieces = new StringBuilder();
  private final Set<String> flows = new TreeSet<>();

  private TopologyDrawing() {}

  static TopologyDrawing of(TopologyDescription description) {
    var drawing = new TopologyDrawing();
    description.subtopologies().stream()
        .sorted(Comparator.comparingInt(Subtopology::id))
        .forEach(drawing::piece);
    return drawing;
  }

  Set<String> operators() {
    return operators;
  }

  Set<String> stores() {
    return stores;
  }

  Set<String> topics() {
    return topics;
  }

  String mermaid() {
    var drawn = new StringBuilder("```mermaid\nflowchart TB\n");
    topics.forEach(topic -> drawn.append("  " + id("topic", topic) + "([" + topic + "])\n"));
    drawn.append(pieces);
    flows.forEach(flow -> drawn.append("  ").append(flow).append('\n'));
    return drawn.append("```\n").toString();
  }

  private void piece(Subtopology subtopology) {
    pieces.append("  subgraph piece_%1$d [piece %1$d]\n".formatted(subtopology.id()));
    Set<String> kept = new TreeSet<>();
    List<Node> nodes =
        subtopology.nodes().stream().sorted(Comparator.comparing(Node::name)).toList();
    for (Node node : nodes) {
      operators.add(node.name());
      pieces.append("    " + id("op", node.name()) + "[" + node.name() + "]\n");
      node.successors()
          .forEach(next -> flows.add(id("op", node.name()) + " --> " + id("op", next.name())));
      switch (node) {
        case Source source -> source.topicSet().forEach(topic -> flow(topic, true, source.name()));
        case Sink sink -> flow(sink.topic(), false, sink.name());
        case Processor processor -> {
          kept.addAll(processor.stores());
          processor
              .stores()
              .forEach(
                  store -> flows.add(id("op", processor.name()) + " -.- " + id("store", store)));
        }
        default -> {
          // A global store would be a source of its own kind; there is none.
        }
      }
    }
    kept.forEach(store -> pieces.append("    " + id("store", store) + "[(" + store + ")]\n"));
    stores.addAll(kept);
    pieces.append("  end\n");
  }

  private void flow(String topic, boolean read, String operator) {
    topics.add(topic);
    flows.add(
        read
            ? id("topic", topic) + " --> " + id("op", operator)
            : id("op", operator) + " --> " + id("topic", topic));
  }

  private static String id(String kind, String name) {
    return kind + "_" + name.replaceAll("[^a-zA-Z0-9]", "_");
  }
}
