package io.rapporteur.comments.table.docx;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Small questions to the element at which a reader stands. Stateless. */
final class Elements {

  private Elements() {}

  /** Passes over an element and all that is in it. */
  static void skip(XMLStreamReader xml) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      }
    }
  }

  /** The value of an element such as {@code <w:gridSpan w:val="2"/>}. */
  static @Nullable String value(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("val")) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  static int number(XMLStreamReader xml, int otherwise) {
    String value = value(xml);
    return value != null && value.matches("[0-9]{1,3}") ? Integer.parseInt(value) : otherwise;
  }

  /** Whether a property that is on unless it says otherwise is on. */
  static boolean on(XMLStreamReader xml) {
    String value = value(xml);
    return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
  }
}
