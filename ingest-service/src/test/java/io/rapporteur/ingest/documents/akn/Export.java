package io.rapporteur.ingest.documents.akn;

import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.SourceFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** An export, valid and taken apart. */
final class Export {

  static final Instant READ_AT = Instant.parse("2026-01-02T03:04:05Z");
  static final Instant CORRECTED_AT = Instant.parse("2026-02-03T04:05:06Z");
  static final SourceFile FILE = new SourceFile("d.txt", "0".repeat(64), "text", "UTF-8", READ_AT);

  private final org.w3c.dom.Document xml;

  private Export(org.w3c.dom.Document xml) {
    this.xml = xml;
  }

  /** Exports; fails unless it is valid. */
  static Export of(Document document) throws Exception {
    return new Export(OfficialSchema.valid(AkomaNtoso.of(document)));
  }

  /** All elements of a name, ours of the provenance included. */
  List<Element> all(String name) {
    return elements(xml.getElementsByTagNameNS("*", name));
  }

  Element one(String name) {
    List<Element> found = all(name);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " of " + name);
    }
    return found.getFirst();
  }

  /** The elements that bear this {@code wId}. */
  List<Element> work(String wId) {
    return elements(xml.getElementsByTagNameNS(AkomaNtoso.NAMESPACE, "*")).stream()
        .filter(element -> element.getAttribute("wId").equals(wId))
        .toList();
  }

  Element expression(String eId) {
    return elements(xml.getElementsByTagNameNS(AkomaNtoso.NAMESPACE, "*")).stream()
        .filter(element -> element.getAttribute("eId").equals(eId))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + eId));
  }

  /** The point of an item, as the provenance says. */
  Element point(String item) {
    String href =
        elements(xml.getElementsByTagNameNS(Provenance.NAMESPACE, "item")).stream()
            .filter(element -> element.getAttribute("id").equals(item))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + item))
            .getAttribute("href");
    return expression(href.substring(1));
  }

  /** The paragraph of a point with its own words. */
  static Element words(Element point) {
    List<Element> within = children(point);
    for (Element each : within) {
      switch (each.getLocalName()) {
        case "p" -> {
          return each;
        }
        case "content", "intro", "list" -> {
          return words(each);
        }
        default -> {}
      }
    }
    throw new AssertionError("no words in " + point.getAttribute("eId"));
  }

  /** Text without that of footnotes. */
  static String text(Element element) {
    var text = new StringBuilder();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element inner) {
        text.append(inner.getLocalName().equals("authorialNote") ? "" : text(inner));
      } else {
        text.append(node.getNodeValue());
      }
    }
    return text.toString();
  }

  static Element child(Element element, String name) {
    return children(element).stream()
        .filter(each -> each.getLocalName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }

  static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Element each : elements(element.getChildNodes())) {
      children.add(each);
    }
    return children;
  }

  static String language(Element element) {
    return element.getAttributeNS(XMLConstants.XML_NS_URI, "lang");
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }
}
