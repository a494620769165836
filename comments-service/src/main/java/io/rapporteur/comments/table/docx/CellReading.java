package io.rapporteur.comments.table.docx;

import io.rapporteur.comments.table.RawCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What stands in a cell, tracked changes accepted. A paragraph ends a line; empty ones at the end
 * of the cell, which Word needs there, say nothing. Not thread-safe.
 */
final class CellReading {

  /** More than a comment may have; what is longer is a fault. */
  private static final int LONGEST = 100_000;

  /** What a symbol of a font is read as, since it has no letter of its own. */
  private static final char SYMBOL = '\uFFFD';

  private final XMLStreamReader xml;
  private final List<StringBuilder> paragraphs = new ArrayList<>();
  private final Set<String> notTaken = new TreeSet<>();
  private int span = 1;
  private int length;
  private boolean merged;
  private boolean nested;
  private boolean tracked;
  private boolean deleted;
  private boolean placeholder;
  private boolean runHidden;
  private boolean visible;
  private boolean hidden;

  CellReading(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * A cell as it was read.
   *
   * @param span how many columns it takes
   * @param notTaken what was in it that is no text
   */
  record Cell(Optional<RawCell> content, int span, boolean tracked, Set<String> notTaken) {}

  Cell read() throws XMLStreamException {
    while (true) {
      int event = xml.next();
      if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("tc")) {
        return new Cell(content(), span, tracked, notTaken);
      }
      if (event == XMLStreamReader.START_ELEMENT) {
        element(xml.getLocalName());
      }
    }
  }

  private void element(String name) throws XMLStreamException {
    switch (name) {
      case "tcPr" -> properties();
      case "sdtPr" -> control();
      case "sdtContent" -> {
        if (placeholder) {
          placeholder = false;
          Elements.skip(xml);
        }
      }
      case "p" -> paragraphs.add(new StringBuilder());
      case "r" -> runHidden = false;
      case "rPr" -> run();
      case "t" -> append(xml.getElementText());
      case "tab", "ptab" -> append("\t");
      case "br", "cr" -> append("\n");
      case "noBreakHyphen" -> append("\u2011");
      case "softHyphen" -> append("\u00AD");
      case "sym" -> {
        append(String.valueOf(SYMBOL));
        notTaken.add("a symbol");
      }
      case "ins", "moveTo" -> tracked = true;
      case "del", "moveFrom" -> {
        tracked = true;
        Elements.skip(xml);
      }
      case "drawing", "pict", "object" -> {
        notTaken.add("a picture or an object");
        Elements.skip(xml);
      }
      case "footnoteReference", "endnoteReference" -> notTaken.add("a note");
      case "tbl" -> {
        nested = true;
        Elements.skip(xml);
      }
      case "pPr", "Fallback", "instrText", "delText", "sdtEndPr" -> Elements.skip(xml);
      default -> {
        // Links, fields and content controls hold runs; the rest says nothing.
      }
    }
  }

  private void append(String text) {
    if (paragraphs.isEmpty()) {
      paragraphs.add(new StringBuilder());
    }
    length += text.length();
    if (length <= LONGEST) {
      paragraphs.getLast().append(text);
    }
    if (!text.isBlank()) {
      hidden |= runHidden;
      visible |= !runHidden;
    }
  }

  private void properties() throws XMLStreamException {
    while (!ended("tcPr")) {
      if (xml.isStartElement()) {
        switch (xml.getLocalName()) {
          case "gridSpan" -> span = Math.max(1, Elements.number(xml, 1));
          case "vMerge", "hMerge" -> merged = true;
          case "cellDel" -> {
            deleted = true;
            tracked = true;
          }
          case "cellIns" -> tracked = true;
          case "tcPrChange" -> Elements.skip(xml);
          default -> {
            // How a cell looks.
          }
        }
      }
    }
  }

  /** A placeholder is what the program shows where nobody has written. */
  private void control() throws XMLStreamException {
    while (!ended("sdtPr")) {
      if (xml.isStartElement() && xml.getLocalName().equals("showingPlcHdr")) {
        placeholder = Elements.on(xml);
      }
    }
  }

  private void run() throws XMLStreamException {
    while (!ended("rPr")) {
      if (xml.isStartElement()) {
        if (xml.getLocalName().equals("vanish")) {
          runHidden = Elements.on(xml);
        } else if (xml.getLocalName().equals("rPrChange")) {
          Elements.skip(xml);
        }
      }
    }
  }

  private boolean ended(String name) throws XMLStreamException {
    return xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals(name);
  }

  private Optional<RawCell> content() {
    while (!paragraphs.isEmpty() && paragraphs.getLast().isEmpty()) {
      paragraphs.removeLast();
    }
    String text = String.join("\n", paragraphs);
    if (nested) {
      return Optional.of(new RawCell.Unusable("a table within"));
    }
    if (merged || (span > 1 && !text.isBlank())) {
      return Optional.of(new RawCell.Unusable("merged with other cells"));
    }
    if (deleted || text.isBlank()) {
      return Optional.empty();
    }
    if (length > LONGEST) {
      return Optional.of(new RawCell.Unusable("over %d characters".formatted(LONGEST)));
    }
    if (hidden && visible) {
      return Optional.of(new RawCell.Unusable("a text of which a part is hidden"));
    }
    return Optional.of(hidden ? new RawCell.Hidden(text) : new RawCell.Text(text));
  }
}
