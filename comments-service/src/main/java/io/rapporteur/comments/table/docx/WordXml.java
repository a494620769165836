package io.rapporteur.comments.table.docx;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a part in the namespace of WordprocessingML. What XML cannot hold is U+FFFD. Not
 * thread-safe.
 */
final class WordXml {

  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  /** Begins a part with its outermost element. */
  WordXml(String root) {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("w", root, W);
      xml.writeNamespace("w", W);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a part that cannot be begun", e);
    }
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values, by turns
   */
  WordXml open(String name, String... attributes) {
    try {
      xml.writeStartElement("w", name, W);
      for (int i = 0; i < attributes.length; i += 2) {
        xml.writeAttribute("w", W, attributes[i], valid(attributes[i + 1]));
      }
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** Ends the innermost element. */
  WordXml close() {
    try {
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("an element that was not begun", e);
    }
  }

  /** An element without content. */
  WordXml empty(String name, String... attributes) {
    return open(name, attributes).close();
  }

  /** The text of a run, its lines and tabs as Word keeps them. */
  WordXml runText(String content) {
    var stretch = new StringBuilder();
    content
        .codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\t') {
                stretch(stretch);
                empty(c == '\n' ? "br" : "tab");
              } else {
                stretch.appendCodePoint(c);
              }
            });
    stretch(stretch);
    return this;
  }

  private void stretch(StringBuilder stretch) {
    if (stretch.isEmpty()) {
      return;
    }
    try {
      xml.writeStartElement("w", "t", W);
      xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
      xml.writeCharacters(valid(stretch.toString()));
      xml.writeEndElement();
      stretch.setLength(0);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text that cannot be written", e);
    }
  }

  /** The whole part. */
  String end() {
    try {
      xml.writeEndDocument();
      xml.close();
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a part that cannot be ended", e);
    }
  }

  static String valid(String content) {
    var valid = new StringBuilder();
    content.codePoints().forEach(c -> valid.appendCodePoint(inXml(c) ? c : 0xFFFD));
    return valid.toString();
  }

  private static boolean inXml(int c) {
    boolean control = c < ' ' && c != '\n' && c != '\t';
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !control && !surrogate && (c & 0xFFFE) != 0xFFFE;
  }
}
