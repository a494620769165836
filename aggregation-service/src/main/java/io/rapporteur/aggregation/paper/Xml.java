package io.rapporteur.aggregation.paper;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML 1.0 to a stream as it goes. A character that XML 1.0 cannot hold, half a surrogate
 * pair included, is written as U+FFFD, so that it is seen that something stood there. Not
 * thread-safe.
 */
public final class Xml {

  private static final int REPLACEMENT = '\uFFFD';

  private final BufferedWriter out;
  private final XMLStreamWriter writer;

  /** Begins a document whose root is in this namespace; the stream is left open at the end. */
  public Xml(OutputStream stream, String root, String namespace) throws IOException {
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    // The JDK's own, whatever else is on the class path.
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      writer.writeStartDocument("UTF-8", "1.0");
      writer.writeStartElement(root);
      writer.writeDefaultNamespace(namespace);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Starts an element. */
  public Xml start(String name) throws IOException {
    return write(() -> writer.writeStartElement(name));
  }

  /** An attribute of the element just started; any white space in it is a space. */
  public Xml attribute(String name, String value) throws IOException {
    String written = clean(value).replaceAll("[\\t\\n\\r]", " ");
    return write(() -> writer.writeAttribute(name, written));
  }

  /** The language of the element just started. */
  public Xml language(String language) throws IOException {
    return write(() -> writer.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", language));
  }

  /** Text; a carriage return is written so that a reader finds it again. */
  public Xml text(String text) throws IOException {
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
  public Xml element(String name, String text) throws IOException {
    return start(name).text(text).end();
  }

  /** Ends the element that was started last. */
  public Xml end() throws IOException {
    return write(writer::writeEndElement);
  }

  /** Ends the document. */
  public void close() throws IOException {
    write(writer::writeEndDocument);
    write(writer::flush);
    out.flush();
  }

  private static String clean(String text) {
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

  private Xml write(Writing writing) throws IOException {
    try {
      writing.write();
    } catch (XMLStreamException e) {
      throw e.getCause() instanceof IOException broken ? broken : new IOException(e);
    }
    return this;
  }
}
