package io.rapporteur.aggregation.paper.pdf;

import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Item.Footnote;
import io.rapporteur.aggregation.paper.Entry;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperWriter.Progress;
import io.rapporteur.aggregation.paper.Part;
import io.rapporteur.aggregation.paper.Span;
import io.rapporteur.aggregation.paper.TranslatedText;
import io.rapporteur.aggregation.paper.UnLanguage;
import io.rapporteur.aggregation.paper.Wording;
import io.rapporteur.aggregation.paper.Words;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Sets a paper as XHTML, in portions that are laid out one after the other: what is laid out at
 * once does not grow with the paper. A portion ends before a heading, or within a table once it is
 * twice as large; the next begins on a new page. For one paper.
 */
final class Sheets {

  /** In characters: some twenty pages. */
  private static final int PORTION = 150_000;

  private static final String STYLE =
      """
      @page { size: A4; margin: 22mm 18mm 20mm; @top-left { content: element(running); } }
      @page :first { @top-left { content: %s; } }
      body { font-family: Text, Han; font-size: 9pt; line-height: 1.4; }
      p { margin: 0 0 1.2mm; word-wrap: break-word; } .rtl { text-align: right; }
      div.running { position: running(running); }
      .running p { font-size: 8pt; font-weight: bold; border-bottom: 0.5pt solid #000; padding-bottom: 1mm; }
      p.symbol { font-size: 13pt; font-weight: bold; margin-bottom: 2mm; } p.masthead { font-size: 8pt; margin: 0; }
      h1 { font-size: 15pt; margin: 8mm 0 2mm; border-top: 1pt solid #000; padding-top: 4mm; line-height: 1.25; }
      p.subtitle { font-size: 11pt; font-weight: bold; margin-bottom: 4mm; }
      p.notice { font-size: 7.5pt; color: #333; }
      h2 { font-size: 12pt; margin: 7mm 0 2mm; page-break-after: avoid; line-height: 1.25; }
      h3 { font-size: 9.5pt; margin: 5mm 0 1mm; page-break-after: avoid; }
      p.text { margin-bottom: 2mm; } p.note { font-size: 7.5pt; }
      sup { font-size: 6.5pt; }
      table { width: 100%%; table-layout: fixed; border-collapse: collapse; -fs-table-paginate: paginate; margin: 1mm 0 3mm; }
      th, td { border: 0.5pt solid #888; padding: 1.2mm 1.6mm; vertical-align: top; }
      th { background-color: #e8e8e8; font-weight: bold; font-size: 8pt; }
      th p { margin: 0; }
      tr.short { page-break-inside: avoid; }
      .who { width: 25%%; } .what { width: 75%%; }
      p.name { font-weight: bold; } p.fact { font-size: 8pt; }
      p.label { font-size: 7pt; color: #444; margin: 1mm 0 0.4mm; page-break-after: avoid; }
      p.quoted { margin-left: 3mm; margin-right: 3mm; }
      u { text-decoration: underline; } s { text-decoration: line-through; }
      """;

  private final Paper paper;
  private final Words words;
  private final String language;
  private final Layout layout;
  private Markup out = new Markup();
  private boolean first = true;

  Sheets(Paper paper, Layout layout) {
    this.paper = paper;
    this.words = paper.words();
    this.language = paper.language().tag();
    this.layout = layout;
  }

  /** Lays out a portion. */
  interface Layout {
    void lay(Markup portion) throws IOException;
  }

  void write(Progress progress) throws IOException {
    begin();
    front();
    for (Part part : paper.parts()) {
      if (!(part instanceof Part.Entries) && out.length() > PORTION) {
        turn();
      }
      switch (part) {
        case Part.General general -> own("h2", "", words.word("general"));
        case Part.Section section -> section(section);
        case Part.Item item -> {
          progress.item();
          item(item);
        }
        case Part.Heading heading -> own("h2", "", heading.text());
        case Part.Point point -> {
          progress.item();
          point(point);
        }
        case Part.Draft draft -> own("h2", "", words.word("draft"));
        case Part.DraftEntry entry -> draftEntry(entry);
        case Part.Late late -> own("h2", "", words.word("late"));
        case Part.Entries entries -> entries(entries);
        case Part.Since since -> {
          own("h2", "", words.word("since"));
          since.sentences().forEach(sentence -> own("p", "text", sentence));
        }
      }
    }
    end();
  }

  private void begin() {
    out = new Markup();
    String running = first ? "none" : "element(running)";
    out.raw("<html lang=\"" + language + "\"><head><title>");
    out.raw(out.escaped(paper.running() + " – " + paper.title().text()));
    out.raw("</title><style>" + STYLE.formatted(running) + "</style></head><body>");
    out.raw("<div class=\"running\">");
    own("p", "", paper.running());
    out.raw("</div>");
    first = false;
  }

  private void end() throws IOException {
    layout.lay(out.raw("</body></html>"));
  }

  /** Ends a portion and begins the next. */
  private void turn() throws IOException {
    end();
    begin();
  }

  private void front() {
    own("p", "symbol", paper.running());
    paper
        .distribution()
        .ifPresent(typed -> own("p", "masthead", words.word("distribution", typed)));
    own("p", "masthead", words.date(paper.date()));
    own("p", "masthead", words.language(language));
    own("h1", "", paper.heading());
    out.text("subtitle", paper.title().language(), paper.title().text());
    paper.notices().forEach(notice -> own("p", "notice", notice));
  }

  private void section(Part.Section section) {
    if (section.heading().isBlank()) {
      own("h2", "", section.id());
    } else {
      out.line("h2", "", section.heading().language(), section.heading().text());
    }
    section.agendaItem().ifPresent(item -> own("p", "text", words.word("agenda-item", item)));
    section
        .disclaimer()
        .ifPresent(disclaimer -> out.text("notice", disclaimer.language(), disclaimer.text()));
  }

  private void item(Part.Item item) {
    own("h3", "", item.heading(words));
    String of = item.text().language();
    if (!of.equals(language)) {
      own("p", "label", words.word("text-in", words.tongue(of)));
    }
    out.paragraphs("text", of, Span.paragraphs(item));
    for (Footnote note : item.footnotes()) {
      out.text("note", of, note.marker() + "  " + note.text());
    }
  }

  private void point(Part.Point point) {
    if (!point.heading().isEmpty()) {
      own("h3", "", point.heading());
    }
    for (Wording text : point.texts()) {
      if (!text.language().equals(language)) {
        own("p", "label", words.word("text-in", words.tongue(text.language())));
      }
      out.paragraphs(
          "text",
          text.language(),
          point
              .number()
              .map(number -> Span.paragraphs(number, text.text()))
              .orElseGet(() -> Span.paragraphs(text.text())));
    }
    point.facts().forEach(fact -> own("p", "fact", fact));
    for (Part.Said said : point.said()) {
      own("p", "label", said.heading());
      out.text("quoted", said.text().language(), said.text().text());
    }
  }

  private void draftEntry(Part.DraftEntry entry) {
    own("h3", "", entry.heading(words));
    String of = entry.text().language();
    if (!of.equals(language)) {
      own("p", "label", words.word("text-in", words.tongue(of)));
    }
    out.text("text", of, entry.text().text());
  }

  private void entries(Part.Entries entries) throws IOException {
    table();
    for (Entry entry : entries.each()) {
      if (out.length() > 2 * PORTION) {
        out.raw("</tbody></table>");
        turn();
        table();
      }
      out.raw(entry.isShort() ? "<tr class=\"short\">" : "<tr>");
      row(() -> who(entry), () -> what(entry), "td");
      out.raw("</tr>\n");
    }
    out.raw("</tbody></table>\n");
  }

  private void table() {
    out.raw("<table><thead><tr>");
    row(
        () -> own("p", "", words.word("head.participant")),
        () -> own("p", "", words.word("head.comment")),
        "th");
    out.raw("</tr></thead><tbody>\n");
  }

  /** The columns run in the direction of the paper; the layout knows one direction only. */
  private void row(Runnable who, Runnable what, String cell) {
    if (paper.language().rightToLeft()) {
      cell(cell, "what", what);
      cell(cell, "who", who);
    } else {
      cell(cell, "who", who);
      cell(cell, "what", what);
    }
  }

  private void cell(String cell, String style, Runnable content) {
    out.raw("<" + cell + " class=\"" + style + "\">");
    content.run();
    out.raw("</" + cell + ">");
  }

  private void who(Entry entry) {
    own("p", "name", entry.participant());
    entry.group().ifPresent(group -> own("p", "fact", words.word("on-behalf-of", group)));
    if (!entry.coSponsors().isEmpty()) {
      own(
          "p",
          "fact",
          words.word("joined", String.join(words.word("between"), entry.coSponsors())));
    }
    entry.beside().ifPresent(on -> own("p", "fact", on));
    entry.lineage().ifPresent(lineage -> own("p", "fact", lineage));
    Content said = entry.said();
    if (!words.position(said.position()).isEmpty()) {
      own("p", "fact", words.position(said.position()));
    }
    own("p", "fact", words.word("kind." + said.kind()));
    if (entry.comment().late()) {
      own("p", "fact", words.word("late-mark"));
    }
  }

  private void what(Entry entry) {
    Content said = entry.said();
    said.quotation()
        .ifPresent(
            text -> {
              label(words.word("quotation"));
              out.text("quoted", UnLanguage.ofPassage(text, said.language()), text);
            });
    label(words.original(said.language()));
    out.text("comment", said.language(), said.text());
    said.proposedText().ifPresent(text -> proposed(said, text, entry.redline().get()));
    said.rationale()
        .ifPresent(
            text -> {
              label(words.word("rationale"));
              out.text("comment", said.language(), text);
            });
    for (TranslatedText translation : TranslatedText.of(said, words)) {
      label(translation.label());
      out.text("quoted", translation.language(), translation.text());
    }
    for (Content.Attachment attachment : said.attachments()) {
      own("p", "fact", words.word("attachment", attachment.name()));
    }
    words.redacted(said).ifPresent(sentence -> own("p", "fact", sentence));
    observed(entry);
  }

  private void observed(Entry entry) {
    entry
        .disposed(words)
        .ifPresent(
            disposed -> {
              label(words.word("observation"));
              if (!disposed.isEmpty()) {
                own("p", "comment", disposed);
              }
            });
    entry
        .observed(paper.language())
        .ifPresent(text -> out.text("quoted", text.language(), text.text()));
  }

  private void proposed(Content said, String text, Optional<List<Stretch>> redline) {
    String amended = said.proposedTextLanguage().orElse(said.language());
    label(words.word(redline.isPresent() ? "redline" : "proposed", words.tongue(amended)));
    out.paragraphs(
        "quoted", amended, redline.map(Span::paragraphs).orElseGet(() -> Span.paragraphs(text)));
  }

  private void label(String text) {
    own("p", "label", text);
  }

  /** Words of ours, in the language of the paper. */
  private void own(String element, String style, String text) {
    out.line(element, style, language, text);
  }
}
