package io.rapporteur.ingest.source;

import io.rapporteur.ingest.source.Line.Kind;
import io.rapporteur.ingest.source.WordNumbering.Numbered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes lines of the blocks of a Word document: paragraphs, tables and what holds them. */
final class WordLines {

  private static final int WIDEST_SPAN = 64;

  private final WordStyles styles;
  private final WordNumbering numbering;
  private final WordNotes notes;
  private final LineCollector lines;
  private WordText joined;

  WordLines(WordStyles styles, WordNumbering numbering, WordNotes notes, LineCollector lines) {
    this.styles = styles;
    this.numbering = numbering;
    this.notes = notes;
    this.lines = lines;
    this.joined = new WordText(notes);
  }

  void block(XmlElement block) {
    switch (block.name()) {
      case "p" -> paragraph(block);
      case "tbl" -> table(block);
      case "sdt" -> block.child("sdtContent").ifPresent(c -> c.children().forEach(this::block));
      case "del", "moveFrom", "sdtPr" -> {
        // Deleted: not there once the changes are accepted.
      }
      default -> block.children().forEach(this::block);
    }
  }

  private void paragraph(XmlElement paragraph) {
    joined.add(paragraph);
    if (isMarkDeleted(paragraph)) {
      return;
    }
    WordText said = joined;
    joined = new WordText(notes);
    String text = said.text();
    Optional<Numbered> number = text.isEmpty() ? Optional.empty() : numbering.next(paragraph);
    Kind kind = styles.isHeading(paragraph) ? Kind.HEADING : Kind.PARAGRAPH;
    if (!text.isEmpty()) {
      lines.add(
          0,
          kind,
          number.map(Numbered::depth).orElse(0),
          number.map(Numbered::label).orElse(""),
          text,
          List.of());
    }
    said.marked().forEach(this::note);
    said.boxed().forEach(this::block);
  }

  /** With its mark deleted a paragraph goes on in the next. */
  private static boolean isMarkDeleted(XmlElement paragraph) {
    return paragraph.at("pPr", "rPr").filter(p -> p.child("del").isPresent()).isPresent();
  }

  private void note(WordNotes.Note note) {
    for (XmlElement block : note.blocks()) {
      var said = new WordText(notes);
      said.add(block);
      String text = said.text();
      if (!text.isEmpty()) {
        lines.footnote(0, note.label(), text);
      }
    }
  }

  private void table(XmlElement table) {
    for (XmlElement row : rows(table)) {
      if (row.at("trPr", "del").isPresent()) {
        continue;
      }
      List<String> cells = new ArrayList<>();
      List<WordNotes.Note> marked = new ArrayList<>();
      for (XmlElement cell : inner(row, "tc")) {
        cells.add(cell(cell, marked));
        int span = cell.child("tcPr").flatMap(p -> p.number("gridSpan")).orElse(1);
        for (int i = 1; i < Math.min(span, WIDEST_SPAN); i++) {
          cells.add("");
        }
      }
      if (cells.stream().anyMatch(c -> !c.isEmpty())) {
        lines.row(cells);
      }
      marked.forEach(this::note);
    }
  }

  private String cell(XmlElement cell, List<WordNotes.Note> marked) {
    List<String> paragraphs = new ArrayList<>();
    for (XmlElement block : cell.children()) {
      switch (block.name()) {
        case "tcPr", "del", "moveFrom" -> {
          // Says nothing, or nothing any more.
        }
        case "p" -> {
          var said = new WordText(notes);
          said.add(block);
          String text = said.text();
          marked.addAll(said.marked());
          if (!text.isEmpty()) {
            paragraphs.add(
                numbering.next(block).map(n -> (n.label() + " " + text).strip()).orElse(text));
          }
          for (XmlElement boxed : said.boxed()) {
            paragraphs.add(cell(boxed, marked));
          }
        }
        default -> paragraphs.add(cell(block, marked));
      }
    }
    paragraphs.removeIf(String::isEmpty);
    return String.join("\n", paragraphs);
  }

  private static List<XmlElement> rows(XmlElement table) {
    return inner(table, "tr");
  }

  /** Rows or cells, those inside content controls and the like included. */
  private static List<XmlElement> inner(XmlElement parent, String name) {
    List<XmlElement> found = new ArrayList<>();
    for (XmlElement child : parent.children()) {
      if (child.name().equals(name)) {
        found.add(child);
      } else if (child.name().startsWith("sdt") || child.name().equals("customXml")) {
        found.addAll(inner(child, name));
      }
    }
    return found;
  }
}
