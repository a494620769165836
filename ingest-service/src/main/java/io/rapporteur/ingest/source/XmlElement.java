package io.rapporteur.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of WordprocessingML, by local names.
 *
 * @param text that stands directly in it
 */
record XmlElement(
    String name, Map<String, String> attributes, List<XmlElement> children, StringBuilder text) {

  static XmlElement of(String name, Map<String, String> attributes) {
    return new XmlElement(name, attributes, new ArrayList<>(0), new StringBuilder(0));
  }

  Optional<XmlElement> child(String childName) {
    return children(childName).findFirst();
  }

  Stream<XmlElement> children(String childName) {
    return children.stream().filter(c -> c.name.equals(childName));
  }

  /** The element at the end of a path of first children. */
  Optional<XmlElement> at(String... path) {
    Optional<XmlElement> found = Optional.of(this);
    for (String step : path) {
      found = found.flatMap(e -> e.child(step));
    }
    return found;
  }

  Optional<String> attribute(String attributeName) {
    return Optional.ofNullable(attributes.get(attributeName));
  }

  /** The {@code val} of a child, as most settings of Word have it. */
  Optional<String> value(String childName) {
    return child(childName).flatMap(c -> c.attribute("val"));
  }

  /** The {@code val} of a child as a number; empty if it is none. */
  Optional<Integer> number(String childName) {
    return value(childName).flatMap(XmlElement::parsed);
  }

  /** Whether a switch such as {@code vanish} is there and not turned off. */
  boolean isOn(String childName) {
    return child(childName)
        .map(c -> !List.of("0", "false", "off").contains(c.attribute("val").orElse("1")))
        .orElse(false);
  }

  static Optional<Integer> parsed(String number) {
    return number.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(number)) : Optional.empty();
  }
}
