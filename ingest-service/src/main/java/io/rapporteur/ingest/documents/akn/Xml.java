package io.rapporteur.ingest.documents.akn;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML 1.0. A character that XML 1.0 cannot hold, half a surrogate pair included, is written
 * as U+FFFD, so that it is seen that something stood there. Not thread-safe.
 */
final class Xml {

  private static final int REPLACEMENT = '\uFFFD';

  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter writer;

  /** Begins a document whose root is in this namespace. */
  Xml(String root, String namespace) {
    // The JDK's own, whatever else is on the class path.
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      writer.writeStartDocument("UTF-8", "1.0");
      writer.writeStartElement(root);
      writer.writeDefaultNamespace(namespace);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Another namespace for the element just started and what it holds. */
  Xml namespace(String namespace) {
    return write(() -> writer.writeDefaultNamespace(namespace));
  }

  Xml start(String name) {
    return write(() -> writer.writeStartElement(name));
  }

  /** An attribute of the element just started; any white space in it is a space. */
  Xml attribute(String name, String value) {
    String written = clean(value).replaceAll("[\\t\\n\\r]", " ");
    return write(() -> writer.writeAttribute(name, written));
  }

  /** The language of the element just started. */
  Xml language(String language) {
    return write(() -> writer.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", language));
  }

  /** Text; a carriage return is written so that a reader finds it again. */
  Xml text(String text) {
    String[] parts = clean(text).split("\r", -1);
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      if (i > 0) {
        write(() -> writer.writeEntityRef("#13"));
      }
      write(() -> writer.writeCharacters(part));
    }
    return this;
  }

  /** An element that holds text alone. */
  Xml element(String name, String text) {
    return start(name).text(text).end();
  }

  Xml end() {
    return write(writer::writeEndElement);
  }

  /** Ends the document; in UTF-8. */
  byte[] bytes() {
    write(writer::writeEndDocument);
    write(writer::close);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String clean(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.appendCodePoint(allowed(c) ? c : REPLACEMENT));
    return clean.toString();
  }

  /** XML 1.0, production 2. */
  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private interface Writing {
    void write() throws XMLStreamException;
  }

  private Xml write(Writing writing) {
    try {
      writing.write();
    } catch (XMLStreamException e) {
      // Into memory: it is our own mistake.
      throw new IllegalStateException(e);
    }
    return this;
  }
}
