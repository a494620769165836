package io.rapporteur.comments.table.docx;

import io.rapporteur.comments.table.NoTableException;
import io.rapporteur.comments.table.RawCell;
import io.rapporteur.comments.table.RawRow;
import io.rapporteur.comments.table.TableReader;
import io.rapporteur.schemas.http.ProblemType;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;

/** The rows of a document's tables (ECMA-376 part 1, 17.4), one by one. Not thread-safe. */
final class DocumentTables {

  private static final int MOST_COLUMNS = 200;

  private final XMLStreamReader xml;
  private final TableReader table;
  private int row;
  private int tables;
  private int outside;
  private int tracked;

  DocumentTables(InputStream part, TableReader table) throws XMLStreamException {
    this.xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(part);
    this.table = table;
  }

  void read() throws XMLStreamException, NoTableException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.DTD || event == XMLStreamReader.ENTITY_REFERENCE) {
        throw new NoTableException(
            ProblemType.FILE_UNSAFE,
            "file: declares entities (expected: a document as Word writes it)");
      }
      if (event == XMLStreamReader.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "tbl" -> table();
          case "t" -> outside += xml.getElementText().isBlank() ? 0 : 1;
          case "drawing", "pict", "object", "Fallback" -> Elements.skip(xml);
          default -> {
            // Whatever else stands outside of tables says nothing.
          }
        }
      }
    }
    if (tracked > 0) {
      table.remark(
          1,
          "tracked changes",
          "in %d rows".formatted(tracked),
          "none; the text was read as if they were accepted");
    }
    if (outside > 0) {
      table.remark(
          1,
          "text outside of tables",
          "%d stretches".formatted(outside),
          "comments in the table; what stands outside of it was not taken");
    }
  }

  private void table() throws XMLStreamException, NoTableException {
    if (tables++ > 0) {
      table.nextTable();
    }
    while (!ended("tbl")) {
      if (xml.isStartElement() && xml.getLocalName().equals("tr")) {
        row();
      }
    }
  }

  private boolean ended(String name) throws XMLStreamException {
    return xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals(name);
  }

  private void row() throws XMLStreamException, NoTableException {
    row++;
    var state = new RowState();
    while (!ended("tr")) {
      if (xml.isStartElement()) {
        switch (xml.getLocalName()) {
          case "trPr" -> properties(state);
          case "tc" -> state.take(new CellReading(xml).read());
          case "del", "moveFrom" -> Elements.skip(xml);
          default -> {
            // Content controls around cells hold cells.
          }
        }
      }
    }
    tracked += state.tracked ? 1 : 0;
    if (state.deleted || state.cells.isEmpty()) {
      return;
    }
    if (state.count == 1 && state.column > 1) {
      table.remark(row, "row " + row, "one cell over all columns", "a heading; it was not taken");
      return;
    }
    state.notTaken.forEach(
        what -> table.remark(row, "row " + row, what, "text alone; it was not taken"));
    table.take(new RawRow(row, state.hidden, state.cells));
  }

  private void properties(RowState state) throws XMLStreamException {
    while (!ended("trPr")) {
      if (xml.isStartElement()) {
        switch (xml.getLocalName()) {
          case "del" -> {
            state.deleted = true;
            state.tracked = true;
          }
          case "ins" -> state.tracked = true;
          case "hidden" -> state.hidden = Elements.on(xml);
          case "gridBefore" -> state.column += Elements.number(xml, 0);
          default -> {
            // How a row looks.
          }
        }
      }
    }
  }

  private static final class RowState {

    private final Map<Integer, RawCell> cells = new HashMap<>();
    private final java.util.Set<String> notTaken = new java.util.TreeSet<>();
    private int column;
    private int count;
    private boolean deleted;
    private boolean hidden;
    private boolean tracked;

    void take(CellReading.Cell cell) {
      count++;
      tracked |= cell.tracked();
      notTaken.addAll(cell.notTaken());
      int last = Math.min(column + cell.span(), MOST_COLUMNS);
      for (; column < last; column++) {
        int place = column;
        cell.content().ifPresent(content -> cells.put(place, content));
      }
    }
  }
}
