package io.rapporteur.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The text of a Word paragraph as it stands with all tracked changes accepted: what was inserted is
 * kept, what was deleted or hidden is left out. Markers of notes become superscript digits.
 */
final class WordText {

  private static final Set<String> LEFT_OUT =
      Set.of("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "rubyPr", "rt");

  private final WordNotes notes;
  private final StringBuilder text = new StringBuilder();
  private final List<WordNotes.Note> marked = new ArrayList<>();
  private final List<XmlElement> boxed = new ArrayList<>();

  WordText(WordNotes notes) {
    this.notes = notes;
  }

  /** Adds a paragraph, or a part of one. */
  void add(XmlElement part) {
    for (XmlElement child : part.children()) {
      switch (child.name()) {
        case "r" -> run(child);
        case "txbxContent" -> boxed.addAll(child.children());
        default -> {
          if (!LEFT_OUT.contains(child.name())) {
            add(child);
          }
        }
      }
    }
  }

  private void run(XmlElement run) {
    boolean hidden = run.child("rPr").filter(p -> p.isOn("vanish")).isPresent();
    if (hidden || run.child("rPr").filter(p -> p.child("del").isPresent()).isPresent()) {
      return;
    }
    boolean raised =
        run.child("rPr")
            .flatMap(p -> p.value("vertAlign"))
            .filter("superscript"::equals)
            .isPresent();
    var said = new StringBuilder();
    for (XmlElement child : run.children()) {
      switch (child.name()) {
        case "t" -> said.append(child.text());
        case "tab", "ptab", "br", "cr" -> said.append(' ');
        case "noBreakHyphen" -> said.append('\u2011');
        case "sym" -> said.append(symbol(child));
        case "footnoteReference" -> said.append(mark(child, false));
        case "endnoteReference" -> said.append(mark(child, true));
        case "AlternateContent", "drawing", "pict", "ruby" -> add(child);
        default -> {
          // Pictures, fields' instructions and the like say no text.
        }
      }
    }
    text.append(
        raised && Superscript.isMarker(said.toString()) ? Superscript.of(said.toString()) : said);
  }

  private String mark(XmlElement reference, boolean end) {
    return notes
        .mark(reference, end)
        .map(
            note -> {
              marked.add(note);
              return note.printed();
            })
        .orElse("");
  }

  private static String symbol(XmlElement symbol) {
    return symbol
        .attribute("char")
        .filter(c -> c.matches("[0-9A-Fa-f]{4}"))
        .map(c -> Integer.parseInt(c, 16))
        .map(c -> c == 0xF0B7 ? 0x2022 : c)
        .filter(c -> c < 0xE000 || c > 0xF8FF)
        .map(Character::toString)
        .orElse("");
  }

  /** What was added, its white space made single spaces. */
  String text() {
    return text.toString().replaceAll("[\\s\\u00A0]+", " ").strip();
  }

  /** The notes whose markers were met, in their order. */
  List<WordNotes.Note> marked() {
    return marked;
  }

  /** Blocks of the text boxes that are anchored in what was added. */
  List<XmlElement> boxed() {
    return boxed;
  }
}
