package io.rapporteur.ingest.source;

import io.rapporteur.ingest.source.Refusal.Reason;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a part of an Office file one block at a time, so that no more than a block is held. A
 * document type declaration is refused (Office writes none; entities need one), and so is what is
 * nested deeper than any document. Nothing is resolved outside the part.
 */
final class XmlPart {

  /** Under the depth at which the JDK's own parser gives up, without saying that it is that. */
  private static final int DEEPEST = 90;

  /** What says how text looks or was edited, and nothing of what it says. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "rFonts",
          "lang",
          "color",
          "sz",
          "szCs",
          "proofErr",
          "tblBorders",
          "tcBorders",
          "shd",
          "tcW",
          "tblW",
          "tblCellMar",
          "spacing",
          "lastRenderedPageBreak",
          "bookmarkStart",
          "bookmarkEnd",
          "instrText",
          "delText",
          "delInstrText",
          "sectPr",
          "Fallback");

  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

  XmlPart() {
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw unsafe("an entity");
        });
  }

  /** Hands over each child of the elements of a name, in their order. */
  void blocks(InputStream in, String container, Consumer<XmlElement> block)
      throws XMLStreamException {
    XMLStreamReader reader = factory.createXMLStreamReader(in);
    Deque<XmlElement> open = new ArrayDeque<>();
    int depth = 0;
    int containerDepth = -1;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (depth > DEEPEST) {
            throw unsafe("XML nested over %d deep".formatted(DEEPEST));
          }
          if (containerDepth >= 0) {
            open.push(XmlElement.of(reader.getLocalName(), attributes(reader)));
          } else if (reader.getLocalName().equals(container)) {
            containerDepth = depth;
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (depth == containerDepth) {
            containerDepth = -1;
          } else if (containerDepth >= 0) {
            close(open, block);
          }
          depth--;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!open.isEmpty()
              && (open.peek().name().equals("t") || open.peek().name().equals("delText"))) {
            open.peek().text().append(reader.getText());
          }
        }
        case XMLStreamConstants.DTD -> throw unsafe("a document type declaration");
        case XMLStreamConstants.ENTITY_REFERENCE -> throw unsafe("an entity");
        default -> {
          // Comments and processing instructions say nothing to a reader.
        }
      }
    }
  }

  private static void close(Deque<XmlElement> open, Consumer<XmlElement> block) {
    XmlElement closed = open.pop();
    if (LEFT_OUT.contains(closed.name())) {
      return;
    }
    if (open.isEmpty()) {
      block.accept(closed);
    } else {
      open.peek().children().add(closed);
    }
  }

  private static Map<String, String> attributes(XMLStreamReader reader) {
    if (reader.getAttributeCount() == 0) {
      return Map.of();
    }
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return attributes;
  }

  private static RefusedFileException unsafe(String what) {
    return RefusedFileException.because(
        Reason.UNSAFE, what, "XML without document types, entities or tricks");
  }
}
