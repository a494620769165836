package io.rapporteur.standalone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * The doors as the services' own documents name them, and every request that can be made at one
 * with what is known. A door with a parameter for which nothing is known is named, so that none is
 * passed by.
 */
final class DocumentedDoors {

  static final List<String> SERVICES = List.of("ingest", "comments", "aggregation", "identity");

  /** These belong to writing, and to reading nothing. */
  private static final Set<String> OF_WRITING =
      Set.of("Idempotency-Key", "If-Match", "Content-Disposition");

  private final List<Door> doors = new ArrayList<>();

  DocumentedDoors(Product product) {
    for (String service : SERVICES) {
      Map<String, Object> document = new Yaml().load(product.text("/api/v1/openapi/" + service));
      map(document.get("paths"))
          .forEach(
              (path, operations) ->
                  map(operations)
                      .forEach(
                          (method, operation) ->
                              doors.add(
                                  new Door(
                                      method.toUpperCase(Locale.ROOT),
                                      path,
                                      parameters(document, map(operation))))));
    }
  }

  /** An operation. */
  record Door(String method, String path, List<Parameter> parameters) {

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /**
   * A parameter.
   *
   * @param in path, query or header
   * @param values all that it can be; empty if they are not listed
   */
  record Parameter(String name, String in, boolean required, List<String> values) {}

  /** A request, and the door that it is made at. */
  record Asked(Door door, String path, Map<String, String> headers) {}

  /**
   * What is known of parameters: by {@code <path>?<name>}, or by the name alone; of a path by the
   * path up to its parameter.
   */
  interface Known {
    List<String> of(String parameter);
  }

  /** Doors that read, or doors that write. */
  List<Door> reading(boolean reading) {
    return doors.stream().filter(door -> door.method().equals("GET") == reading).toList();
  }

  /** Parameters for which nothing is known, each with its door. */
  Set<String> unknown(Known known) {
    Set<String> unknown = new TreeSet<>();
    for (Door door : doors) {
      for (Parameter parameter : door.parameters()) {
        boolean needed =
            parameter.in().equals("path")
                || (door.method().equals("GET") && !OF_WRITING.contains(parameter.name()));
        if (needed && values(door, parameter, known).isEmpty()) {
          unknown.add(
              "%s: %s (expected: a value in SealedRound.known under \"%s\" or \"%s\")"
                  .formatted(
                      door, parameter.name(), key(door, parameter), shortKey(door, parameter)));
        }
      }
    }
    return unknown;
  }

  /**
   * The requests at a door: each combination of what is required; the first and the last of them
   * with each value of what is not; and each format in two scripts.
   */
  static List<Asked> requests(Door door, Known known) {
    List<String> paths = List.of(door.path());
    for (Parameter parameter : door.parameters()) {
      if (parameter.in().equals("path")) {
        List<String> next = new ArrayList<>();
        for (String path : paths) {
          for (String value : values(door, parameter, known)) {
            next.add(path.replace("{" + parameter.name() + "}", Product.encoded(value)));
          }
        }
        paths = next;
      } else if (parameter.in().equals("query") && parameter.required()) {
        List<String> next = new ArrayList<>();
        for (String path : paths) {
          for (String value : values(door, parameter, known)) {
            next.add(with(path, parameter.name(), value));
          }
        }
        paths = next;
      }
    }
    List<Asked> requests = new ArrayList<>();
    paths.forEach(path -> requests.add(new Asked(door, path, Map.of())));
    if (door.method().equals("GET")) {
      requests.addAll(further(door, paths.getFirst(), known));
      if (paths.size() > 1) {
        requests.addAll(further(door, paths.getLast(), known));
      }
    }
    return requests;
  }

  private static List<Asked> further(Door door, String path, Known known) {
    List<Asked> requests = new ArrayList<>();
    for (Parameter parameter : door.parameters()) {
      if (OF_WRITING.contains(parameter.name())) {
        continue;
      }
      for (String value : values(door, parameter, known)) {
        if (parameter.in().equals("header")) {
          requests.add(new Asked(door, path, Map.of(parameter.name(), value)));
        } else if (parameter.in().equals("query") && !parameter.required()) {
          requests.add(new Asked(door, with(path, parameter.name(), value), Map.of()));
          if (parameter.name().equals("format")
              && door.parameters().stream().anyMatch(each -> each.name().equals("language"))) {
            for (String language : List.of("ar", "zh")) {
              requests.add(
                  new Asked(
                      door, with(with(path, "format", value), "language", language), Map.of()));
            }
          }
        }
      }
    }
    return requests;
  }

  private static String with(String path, String name, String value) {
    return path + (path.contains("?") ? "&" : "?") + name + "=" + Product.encoded(value);
  }

  private static List<String> values(Door door, Parameter parameter, Known known) {
    for (String key : List.of(key(door, parameter), shortKey(door, parameter))) {
      List<String> values = known.of(key);
      if (!values.isEmpty()) {
        return values;
      }
    }
    return parameter.values();
  }

  private static String key(Door door, Parameter parameter) {
    return parameter.in().equals("path")
        ? upTo(door, parameter)
        : door.path() + "?" + parameter.name();
  }

  private static String shortKey(Door door, Parameter parameter) {
    if (!parameter.in().equals("path")) {
      return parameter.name();
    }
    String path = upTo(door, parameter);
    return path.substring(path.lastIndexOf('/', path.lastIndexOf('/') - 1));
  }

  private static String upTo(Door door, Parameter parameter) {
    String placeholder = "{" + parameter.name() + "}";
    return door.path().substring(0, door.path().indexOf(placeholder) + placeholder.length());
  }

  private static List<Parameter> parameters(Map<String, Object> document, Map<String, ?> of) {
    List<Parameter> parameters = new ArrayList<>();
    if (of.get("parameters") instanceof List<?> listed) {
      for (Object each : listed) {
        Map<String, Object> parameter = map(each);
        if (parameter.get("$ref") instanceof String reference) {
          parameter = resolved(document, reference);
        }
        Object schema = parameter.get("schema");
        parameters.add(
            new Parameter(
                text(parameter.get("name")),
                text(parameter.get("in")),
                Boolean.TRUE.equals(parameter.get("required")),
                schema == null ? List.of() : values(document, map(schema))));
      }
    }
    return parameters;
  }

  private static List<String> values(Map<String, Object> document, Map<String, Object> schema) {
    if (schema.get("$ref") instanceof String reference) {
      return values(document, resolved(document, reference));
    }
    return schema.get("enum") instanceof List<?> listed
        ? listed.stream().map(Object::toString).toList()
        : List.of();
  }

  private static Map<String, Object> resolved(Map<String, Object> document, String reference) {
    Map<String, Object> found = document;
    for (String step : reference.substring(2).split("/", -1)) {
      found = map(found.get(step));
    }
    return found;
  }

  private static Map<String, Object> map(@Nullable Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(value)).forEach((k, v) -> map.put(k.toString(), v));
    return map;
  }

  private static String text(@Nullable Object value) {
    return Objects.requireNonNull(value).toString();
  }
}
