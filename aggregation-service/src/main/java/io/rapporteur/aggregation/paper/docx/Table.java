package io.rapporteur.aggregation.paper.docx;

import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.paper.Entry;
import io.rapporteur.aggregation.paper.Paper;
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
 * Comments as a table: who, and what. Its columns run in the direction of the paper. A row that
 * fits on a page does not break at its end: LibreOffice loses lines of two directions in rows that
 * do. A longer one goes on over pages.
 */
final class Table {

  private static final String WHO = "2500";
  private static final String WHAT = "7138";

  private final Paper paper;
  private final Words words;
  private final String language;
  private final WordXml xml;
  private final Runs runs;

  Table(Paper paper, WordXml xml, Runs runs) {
    this.paper = paper;
    this.words = paper.words();
    this.language = paper.language().tag();
    this.xml = xml;
    this.runs = runs;
  }

  void write(Part.Entries entries) throws IOException {
    xml.open("tbl");
    properties();
    xml.open("tblGrid").empty("gridCol", "w", WHO).empty("gridCol", "w", WHAT).close();
    // Not repeated on each page, and not told to stay whole, which one line is anyway: LibreOffice
    // loses comments below a first row that is either.
    xml.open("tr");
    cell(WHO, true);
    runs.line(Styles.HEAD, language, words.word("head.participant"));
    xml.close();
    cell(WHAT, true);
    runs.line(Styles.HEAD, language, words.word("head.comment"));
    xml.close().close();
    for (Entry entry : entries.each()) {
      xml.open("tr");
      if (entry.fitsOnPage()) {
        xml.open("trPr").empty("cantSplit").close();
      }
      cell(WHO, false);
      who(entry);
      xml.close();
      cell(WHAT, false);
      what(entry);
      xml.close().close();
    }
    xml.close();
    // Between two tables that follow each other, a word processor wants a paragraph.
    xml.open("p").open("pPr").empty("pStyle", "val", Styles.FACT).close().close();
  }

  private void properties() throws IOException {
    xml.open("tblPr");
    if (paper.language().rightToLeft()) {
      xml.empty("bidiVisual");
    }
    xml.empty("tblW", "w", "9638", "type", "dxa").open("tblBorders");
    for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
      xml.empty(side, "val", "single", "sz", "4", "space", "0", "color", "808080");
    }
    xml.close().empty("tblLayout", "type", "fixed").open("tblCellMar");
    for (String side : List.of("left", "right")) {
      xml.empty(side, "w", "85", "type", "dxa");
    }
    xml.close().close();
  }

  private void cell(String width, boolean head) throws IOException {
    xml.open("tc").open("tcPr").empty("tcW", "w", width, "type", "dxa");
    if (head) {
      xml.empty("shd", "val", "clear", "color", "auto", "fill", "E8E8E8");
    }
    xml.close();
  }

  private void who(Entry entry) throws IOException {
    runs.line(Styles.NAME, language, entry.participant());
    if (entry.group().isPresent()) {
      fact(words.word("on-behalf-of", entry.group().get()));
    }
    if (!entry.coSponsors().isEmpty()) {
      fact(words.word("joined", String.join(words.word("between"), entry.coSponsors())));
    }
    Optional<String> on = entry.beside();
    if (on.isPresent()) {
      fact(on.get());
    }
    if (entry.lineage().isPresent()) {
      fact(entry.lineage().get());
    }
    Content said = entry.said();
    if (!words.position(said.position()).isEmpty()) {
      fact(words.position(said.position()));
    }
    fact(words.word("kind." + said.kind()));
    if (entry.comment().late()) {
      fact(words.word("late-mark"));
    }
  }

  private void what(Entry entry) throws IOException {
    Content said = entry.said();
    if (said.quotation().isPresent()) {
      label(words.word("quotation"));
      String passage = said.quotation().get();
      runs.text(Styles.QUOTED, UnLanguage.ofPassage(passage, said.language()), passage);
    }
    label(words.original(said.language()));
    runs.text(Styles.COMMENT, said.language(), said.text());
    if (said.proposedText().isPresent()) {
      proposed(said, entry.redline().get());
    }
    if (said.rationale().isPresent()) {
      label(words.word("rationale"));
      runs.text(Styles.COMMENT, said.language(), said.rationale().get());
    }
    for (TranslatedText translation : TranslatedText.of(said, words)) {
      label(translation.label());
      runs.text(Styles.QUOTED, translation.language(), translation.text());
    }
    for (Content.Attachment attachment : said.attachments()) {
      fact(words.word("attachment", attachment.name()));
    }
    Optional<String> redacted = words.redacted(said);
    if (redacted.isPresent()) {
      fact(redacted.get());
    }
    observed(entry);
  }

  private void observed(Entry entry) throws IOException {
    Optional<String> disposed = entry.disposed(words);
    if (disposed.isPresent()) {
      label(words.word("observation"));
      if (!disposed.get().isEmpty()) {
        runs.line(Styles.COMMENT, language, disposed.get());
      }
    }
    Optional<Wording> text = entry.observed(paper.language());
    if (text.isPresent()) {
      runs.text(Styles.QUOTED, text.get().language(), text.get().text());
    }
  }

  private void proposed(Content said, Optional<List<Stretch>> redline) throws IOException {
    String amended = said.proposedTextLanguage().orElse(said.language());
    label(words.word(redline.isPresent() ? "redline" : "proposed", words.tongue(amended)));
    runs.paragraphs(
        Styles.QUOTED,
        amended,
        redline
            .map(Span::paragraphs)
            .orElseGet(() -> Span.paragraphs(said.proposedText().orElse(""))),
        0);
  }

  private void label(String text) throws IOException {
    runs.line(Styles.LABEL, language, text);
  }

  private void fact(String text) throws IOException {
    runs.line(Styles.FACT, language, text);
  }
}
