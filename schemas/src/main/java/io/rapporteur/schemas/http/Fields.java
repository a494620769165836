package io.rapporteur.schemas.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a JSON object, read one after the other; every fault is noted and reading goes on,
 * so that all are answered at once. A field that is null counts as absent. Not thread-safe.
 */
public final class Fields {

  private final ObjectNode object;
  private final String path;
  private final List<Fault> faults;
  private final Set<String> known = new HashSet<>();

  /** The fields of a whole body. */
  public Fields(ObjectNode body) {
    this(body, "", new ArrayList<>());
  }

  private Fields(ObjectNode object, String path, List<Fault> faults) {
    this.object = object;
    this.path = path;
    this.faults = faults;
  }

  /** A field that must be there; empty text stands in for it after a fault. */
  public String text(String name, TextLimit limit) {
    return optionalText(name, limit).orElseGet(() -> missing(name, limit.expected(), ""));
  }

  /** A field that may be there. */
  public Optional<String> optionalText(String name, TextLimit limit) {
    Optional<JsonNode> node = node(name);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!node.get().isString()) {
      fault(name, node.get().toString(), limit.expected());
      return Optional.of("");
    }
    String text = node.get().stringValue();
    limit.fault(text).ifPresent(found -> fault(name, found, limit.expected()));
    return Optional.of(text);
  }

  /** A word out of a table, by its JSON form. */
  public <T> Optional<T> optionalWord(String name, Map<String, T> words) {
    Optional<JsonNode> node = node(name);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    T value = node.get().isString() ? words.get(node.get().stringValue()) : null;
    if (value == null) {
      fault(name, scalar(node.get()), "one of " + String.join(", ", words.keySet()));
    }
    return Optional.ofNullable(value);
  }

  /** A word that must be there; the fallback stands in for it after a fault. */
  public <T> T word(String name, Map<String, T> words, T fallback) {
    if (node(name).isEmpty()) {
      return missing(name, "one of " + String.join(", ", words.keySet()), fallback);
    }
    return optionalWord(name, words).orElse(fallback);
  }

  /** A whole number of at least one. */
  public Optional<Integer> optionalNumber(String name) {
    Optional<JsonNode> node = node(name);
    if (node.isPresent() && !(node.get().isInt() && node.get().intValue() > 0)) {
      fault(name, scalar(node.get()), "a whole number from 1");
      return Optional.empty();
    }
    return node.map(JsonNode::intValue);
  }

  /** A number from one to another, both inclusive. */
  public Optional<Double> optionalDecimal(String name, double least, double most) {
    Optional<JsonNode> node = node(name);
    if (node.isPresent()
        && !(node.get().isNumber()
            && node.get().doubleValue() >= least
            && node.get().doubleValue() <= most)) {
      fault(name, scalar(node.get()), "a number from %s to %s".formatted(least, most));
      return Optional.empty();
    }
    return node.map(JsonNode::doubleValue);
  }

  /** An instant with its offset, ISO 8601. */
  public Optional<Instant> optionalInstant(String name) {
    Optional<JsonNode> node = node(name);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(node.get().asString()).toInstant());
    } catch (DateTimeException | tools.jackson.databind.exc.JsonNodeException e) {
      fault(name, scalar(node.get()), "a time with its offset, such as 2021-03-01T23:59:59Z");
      return Optional.empty();
    }
  }

  /** A yes or no; the fallback stands where none is given. */
  public boolean flag(String name, boolean fallback) {
    Optional<JsonNode> node = node(name);
    if (node.isPresent() && !node.get().isBoolean()) {
      fault(name, scalar(node.get()), "true or false");
      return fallback;
    }
    return node.map(JsonNode::booleanValue).orElse(fallback);
  }

  /** A yes or no that must be there. */
  public boolean requiredFlag(String name) {
    return node(name).isEmpty() ? missing(name, "true or false", false) : flag(name, false);
  }

  /** An object within. */
  public Optional<Fields> object(String name) {
    Optional<JsonNode> node = node(name);
    if (node.isPresent() && !(node.get() instanceof ObjectNode)) {
      fault(name, scalar(node.get()), "an object");
      return Optional.empty();
    }
    return node.map(child -> new Fields((ObjectNode) child, path + name + ".", faults));
  }

  /** A list of objects; each element's faults are named with its place. */
  public List<Fields> objects(String name, int limit) {
    List<Fields> objects = new ArrayList<>();
    for (JsonNode element : elements(name, limit)) {
      String place = name + "[" + objects.size() + "]";
      if (element instanceof ObjectNode child) {
        objects.add(new Fields(child, path + place + ".", faults));
      } else {
        fault(place, scalar(element), "an object");
      }
    }
    return objects;
  }

  /** A list of texts. */
  public List<String> texts(String name, int limit, TextLimit each) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : elements(name, limit)) {
      String place = name + "[" + texts.size() + "]";
      String text = element.isString() ? element.stringValue() : "";
      each.fault(text).ifPresent(found -> fault(place, found, each.expected()));
      texts.add(text);
    }
    return texts;
  }

  /** Notes every field that was not asked for. Call it last. */
  public void refuseOthers() {
    object
        .propertyNames()
        .forEach(
            name -> {
              if (!known.contains(name)) {
                fault(name, "unknown", "no field of this name");
              }
            });
  }

  /** Notes a fault. */
  public void fault(String name, String value, String expected) {
    faults.add(Fault.of(path + name, value, expected));
  }

  /** Notes a fault of a kind of its own. */
  public void fault(Fault fault) {
    faults.add(fault);
  }

  /** All faults so far, of this object and of those within. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  private List<JsonNode> elements(String name, int limit) {
    Optional<JsonNode> node = node(name);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!node.get().isArray()) {
      fault(name, scalar(node.get()), "a list");
      return List.of();
    }
    List<JsonNode> elements = new ArrayList<>();
    node.get().forEach(elements::add);
    if (elements.size() > limit) {
      fault(name, elements.size() + " elements", "at most " + limit);
    }
    return elements;
  }

  private Optional<JsonNode> node(String name) {
    known.add(name);
    return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
  }

  private <T> T missing(String name, String expected, T fallback) {
    fault(name, "missing", expected);
    return fallback;
  }

  private static String scalar(JsonNode node) {
    return node.isString() ? node.stringValue() : node.toString();
  }
}
