package io.rapporteur.aggregation.paper.docx;

import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperWriter.Progress;
import io.rapporteur.aggregation.paper.Part;
import io.rapporteur.aggregation.paper.Span;
import io.rapporteur.aggregation.paper.Wording;
import io.rapporteur.aggregation.paper.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what stands on the pages, and gathers the footnotes. For one paper. */
final class Body {

  private final Paper paper;
  private final Words words;
  private final String language;
  private final WordXml xml;
  private final Runs runs;
  private final Table table;
  private final List<Note> notes = new ArrayList<>();

  Body(Paper paper, WordXml xml) {
    this.paper = paper;
    this.words = paper.words();
    this.language = paper.language().tag();
    this.xml = xml;
    this.runs = new Runs(xml);
    this.table = new Table(paper, xml, runs);
  }

  /** A footnote; ids begin with 1. */
  record Note(String language, String text) {}

  /** The footnotes, in the order of their ids. */
  List<Note> notes() {
    return notes;
  }

  void write(Progress progress) throws IOException {
    xml.open("body");
    front();
    for (Part part : paper.parts()) {
      switch (part) {
        case Part.General general -> own(Styles.SECTION, words.word("general"));
        case Part.Section section -> section(section);
        case Part.Item item -> {
          progress.item();
          item(item);
        }
        case Part.Heading heading -> own(Styles.SECTION, heading.text());
        case Part.Point point -> {
          progress.item();
          point(point);
        }
        case Part.Draft draft -> own(Styles.SECTION, words.word("draft"));
        case Part.DraftEntry entry -> draftEntry(entry);
        case Part.Late late -> own(Styles.SECTION, words.word("late"));
        case Part.Entries entries -> table.write(entries);
        case Part.Since since -> {
          own(Styles.SECTION, words.word("since"));
          for (String sentence : since.sentences()) {
            own(Styles.TEXT, sentence);
          }
        }
      }
    }
    sheet();
    xml.close();
  }

  private void front() throws IOException {
    own(Styles.SYMBOL, paper.running());
    Optional<String> distribution = paper.distribution();
    if (distribution.isPresent()) {
      own(Styles.MASTHEAD, words.word("distribution", distribution.get()));
    }
    own(Styles.MASTHEAD, words.date(paper.date()));
    own(Styles.MASTHEAD, words.language(language));
    own(Styles.TITLE, paper.heading());
    runs.text(Styles.SUBTITLE, paper.title().language(), paper.title().text());
    for (String notice : paper.notices()) {
      own(Styles.NOTICE, notice);
    }
  }

  private void section(Part.Section section) throws IOException {
    if (section.heading().isBlank()) {
      own(Styles.SECTION, section.id());
    } else {
      runs.text(Styles.SECTION, section.heading().language(), section.heading().text());
    }
    if (section.agendaItem().isPresent()) {
      own(Styles.TEXT, words.word("agenda-item", section.agendaItem().get()));
    }
    if (section.disclaimer().isPresent()) {
      runs.text(
          Styles.NOTICE, section.disclaimer().get().language(), section.disclaimer().get().text());
    }
  }

  private void item(Part.Item item) throws IOException {
    own(Styles.ITEM, item.heading(words));
    if (!item.text().language().equals(language)) {
      own(Styles.LABEL, words.word("text-in", words.tongue(item.text().language())));
    }
    int firstNote = notes.size() + 1;
    item.footnotes().forEach(note -> notes.add(new Note(item.text().language(), note.text())));
    runs.paragraphs(Styles.ITEM_TEXT, item.text().language(), Span.paragraphs(item), firstNote);
  }

  private void point(Part.Point point) throws IOException {
    if (!point.heading().isEmpty()) {
      own(Styles.ITEM, point.heading());
    }
    for (Wording text : point.texts()) {
      if (!text.language().equals(language)) {
        own(Styles.LABEL, words.word("text-in", words.tongue(text.language())));
      }
      runs.paragraphs(
          Styles.ITEM_TEXT,
          text.language(),
          point
              .number()
              .map(number -> Span.paragraphs(number, text.text()))
              .orElseGet(() -> Span.paragraphs(text.text())),
          0);
    }
    for (String fact : point.facts()) {
      own(Styles.FACT, fact);
    }
    for (Part.Said said : point.said()) {
      own(Styles.LABEL, said.heading());
      runs.text(Styles.QUOTED, said.text().language(), said.text().text());
    }
  }

  private void draftEntry(Part.DraftEntry entry) throws IOException {
    own(Styles.ITEM, entry.heading(words));
    String of = entry.text().language();
    if (!of.equals(language)) {
      own(Styles.LABEL, words.word("text-in", words.tongue(of)));
    }
    runs.text(Styles.ITEM_TEXT, of, entry.text().text());
  }

  /** Words of ours, in the language of the paper. */
  private void own(String style, String text) throws IOException {
    runs.line(style, language, text);
  }

  private void sheet() throws IOException {
    xml.open("sectPr")
        .reference("headerReference", "default", DocxPapers.HEADER_ID)
        .reference("footerReference", "default", DocxPapers.FOOTER_ID)
        .reference("footerReference", "first", DocxPapers.FOOTER_ID)
        .empty("pgSz", "w", "11906", "h", "16838")
        .empty(
            "pgMar", "top", "1134", "right", "1134", "bottom", "1134", "left", "1134", "header",
            "567", "footer", "567", "gutter", "0")
        .empty("titlePg");
    if (paper.language().rightToLeft()) {
      xml.empty("bidi");
    }
    xml.close();
  }
}
