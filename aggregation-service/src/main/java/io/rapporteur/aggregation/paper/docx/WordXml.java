package io.rapporteur.aggregation.paper.docx;

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
 * A part of a document, written to a stream as it goes. Elements and attributes are of the
 * namespace of WordprocessingML. A character that XML cannot hold is U+FFFD. Not thread-safe.
 */
final class WordXml {

  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final int REPLACEMENT = '\uFFFD';

  private final BufferedWriter out;
  private final XMLStreamWriter xml;

  /** Begins a part with its root; the stream is left open at the end. */
  WordXml(OutputStream stream, String root) throws IOException {
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    try {
      // The JDK's own, whatever else is on the class path.
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("w", root, WORD);
      xml.writeNamespace("w", WORD);
      xml.writeNamespace("r", RELATIONS);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /**
   * Opens an element.
   *
   * @param attributes name, value, name, value
   */
  WordXml open(String name, String... attributes) throws IOException {
    return write(
        () -> {
          xml.writeStartElement("w", name, WORD);
          attributes(attributes);
        });
  }

  /** An element without content. */
  WordXml empty(String name, String... attributes) throws IOException {
    return write(
        () -> {
          xml.writeEmptyElement("w", name, WORD);
          attributes(attributes);
        });
  }

  /** An element that names another part by the id of its relation. */
  WordXml reference(String name, String type, String id) throws IOException {
    return write(
        () -> {
          xml.writeEmptyElement("w", name, WORD);
          xml.writeAttribute("w", WORD, "type", type);
          xml.writeAttribute("r", RELATIONS, "id", id);
        });
  }

  /** Text of a run. */
  WordXml text(String text) throws IOException {
    return write(
        () -> {
          xml.writeStartElement("w", "t", WORD);
          xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "space", "preserve");
          xml.writeCharacters(clean(text));
          xml.writeEndElement();
        });
  }

  /** An instruction, of a field such as the number of the page. */
  WordXml field(String instruction) throws IOException {
    open("r").empty("fldChar", "fldCharType", "begin").close();
    open("r");
    write(
        () -> {
          xml.writeStartElement("w", "instrText", WORD);
          xml.writeCharacters(instruction);
          xml.writeEndElement();
        });
    close();
    open("r").empty("fldChar", "fldCharType", "separate").close();
    open("r").text("1").close();
    return open("r").empty("fldChar", "fldCharType", "end").close();
  }

  WordXml close() throws IOException {
    return write(xml::writeEndElement);
  }

  /** Ends the part. */
  void end() throws IOException {
    write(xml::writeEndDocument);
    write(xml::flush);
    out.flush();
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute("w", WORD, attributes[i], clean(attributes[i + 1]));
    }
  }

  /** A tab stands for a space: it has no meaning in a cell. */
  private static String clean(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> clean.appendCodePoint(c == '\t' ? ' ' : allowed(c) ? c : REPLACEMENT));
    return clean.toString();
  }

  /** XML 1.0, production 2. */
  private static boolean allowed(int c) {
    return c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private interface Writing {
    void write() throws XMLStreamException;
  }

  private WordXml write(Writing writing) throws IOException {
    try {
      writing.write();
    } catch (XMLStreamException e) {
      throw e.getCause() instanceof IOException broken ? broken : new IOException(e);
    }
    return this;
  }
}
