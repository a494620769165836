package io.rapporteur.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A result of JMH for people: each measure with the times of its baseline that it takes, and, where
 * it has a parameter {@code items}, the time of one item. A baseline is the method of that name in
 * the same class with the same parameters.
 */
final class Table {

  private static final String BASELINE = "baseline";
  private static final String ITEMS = "items";

  private final Map<String, Measure> measures = new LinkedHashMap<>();

  private Table() {}

  private record Measure(
      String owner, String method, Map<String, String> parameters, double micros, double error) {

    String key() {
      return owner + method + parameters;
    }
  }

  /** Prints the table of a kept result. */
  public static void main(String[] arguments) throws IOException {
    System.out.print(of(Files.readString(Path.of(arguments[0]))).printed());
  }

  static Table of(String json) {
    var table = new Table();
    for (JsonNode each : JsonMapper.shared().readTree(json)) {
      String name = each.get("benchmark").stringValue();
      int method = name.lastIndexOf('.');
      Map<String, String> parameters = new LinkedHashMap<>();
      if (each.get("params") instanceof JsonNode given) {
        given.properties().forEach(p -> parameters.put(p.getKey(), p.getValue().stringValue()));
      }
      JsonNode score = each.get("primaryMetric");
      var measure =
          new Measure(
              name.substring(name.lastIndexOf('.', method - 1) + 1, method),
              name.substring(method + 1),
              parameters,
              score.get("score").doubleValue(),
              score.get("scoreError").asDouble(Double.NaN));
      table.measures.put(measure.key(), measure);
    }
    return table;
  }

  String printed() {
    List<String> lines = new ArrayList<>();
    lines.add("| benchmark | µs | ± | times the baseline | µs an item |");
    lines.add("|---|---:|---:|---:|---:|");
    measures.values().forEach(each -> lines.add(row(each)));
    return String.join("\n", lines) + "\n";
  }

  private String row(Measure measure) {
    String items = measure.parameters().get(ITEMS);
    Measure baseline =
        measures.get(new Measure(measure.owner(), BASELINE, measure.parameters(), 0, 0).key());
    return String.format(
        Locale.ROOT,
        "| %s.%s %s | %,.1f | %,.1f | %s | %s |",
        measure.owner(),
        measure.method(),
        String.join(" ", measure.parameters().values()),
        measure.micros(),
        measure.error(),
        baseline == null || measure.equals(baseline)
            ? ""
            : String.format(Locale.ROOT, "%.1f", measure.micros() / baseline.micros()),
        items == null
            ? ""
            : String.format(Locale.ROOT, "%.2f", measure.micros() / Integer.parseInt(items)));
  }
}
