package io.rapporteur.aggregation.paper.akn;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.paper.Entry;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.Part;
import io.rapporteur.aggregation.paper.Span;
import io.rapporteur.aggregation.paper.TranslatedText;
import io.rapporteur.aggregation.paper.Wording;
import io.rapporteur.aggregation.paper.Words;
import io.rapporteur.aggregation.paper.Xml;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes the comments as notes, numbered in the order of the paper. For one paper. */
final class Notes {

  private final Xml xml;
  private final Paper paper;
  private final Words words;
  private int number;

  Notes(Xml xml, Paper paper) {
    this.xml = xml;
    this.paper = paper;
    this.words = paper.words();
  }

  /** The id of a note. */
  static String id(int number) {
    return "note_" + number;
  }

  void write() throws IOException {
    for (Part part : paper.parts()) {
      if (part instanceof Part.Entries entries) {
        for (Entry entry : entries.each()) {
          begin();
          note(entry);
        }
      }
    }
    if (number > 0) {
      xml.end();
    }
  }

  /** There are no notes without one. */
  private void begin() throws IOException {
    number++;
    if (number == 1) {
      xml.start("notes").attribute("source", "#rapporteur");
    }
  }

  private void note(Entry entry) throws IOException {
    Comment comment = entry.comment();
    Content said = entry.said();
    xml.start("note").attribute("eId", id(number)).attribute("class", "comment");
    xml.start("p").attribute("class", "participant").language(paper.language().tag());
    organization(comment.participant(), entry.participant());
    xml.end();
    if (entry.group().isPresent()) {
      xml.start("p").attribute("class", "on-behalf-of").language(paper.language().tag());
      organization(comment.onBehalfOf().orElse(""), entry.group().get());
      xml.end();
    }
    if (!entry.coSponsors().isEmpty()) {
      own("joined", String.join(words.word("between"), entry.coSponsors()));
    }
    if (entry.lineage().isPresent()) {
      own("lineage", entry.lineage().get());
    }
    own("kind", said.kind());
    own("position", said.position());
    own("original", words.original(said.language()));
    if (said.quotation().isPresent()) {
      text("quotation", said.language(), said.quotation().get());
    }
    text("text", said.language(), said.text());
    if (said.proposedText().isPresent()) {
      paragraphs(
          "proposed-text",
          said.proposedTextLanguage().orElse(said.language()),
          entry
              .redline()
              .get()
              .map(Span::paragraphs)
              .orElseGet(() -> Span.paragraphs(said.proposedText().orElse(""))));
    }
    if (said.rationale().isPresent()) {
      text("rationale", said.language(), said.rationale().get());
    }
    for (TranslatedText translation : TranslatedText.of(said, words)) {
      own("unofficial-translation", translation.label());
      text("unofficial-translation", translation.language(), translation.text());
    }
    for (Content.Attachment attachment : said.attachments()) {
      own("attachment", words.word("attachment", attachment.name()));
    }
    Optional<String> redacted = words.redacted(said);
    if (redacted.isPresent()) {
      own("redacted", redacted.get());
    }
    observed(entry);
    xml.end();
  }

  private void observed(Entry entry) throws IOException {
    Optional<String> disposed = entry.disposed(words).filter(word -> !word.isEmpty());
    if (disposed.isPresent()) {
      own("disposition", disposed.get());
    }
    Optional<Wording> text = entry.observed(paper.language());
    if (text.isPresent()) {
      text("observation", text.get().language(), text.get().text());
    }
  }

  private void organization(String code, String name) throws IOException {
    xml.start("organization").attribute("refersTo", "#" + AkomaNtosoPapers.id(code));
    xml.text(name).end();
  }

  private void own(String style, String text) throws IOException {
    text(style, paper.language().tag(), text);
  }

  private void text(String style, String language, String text) throws IOException {
    paragraphs(style, language, Span.paragraphs(text));
  }

  private void paragraphs(String style, String language, List<List<Span>> paragraphs)
      throws IOException {
    for (List<Span> paragraph : paragraphs) {
      xml.start("p").attribute("class", style).language(language);
      for (Span span : paragraph) {
        switch (span.mark()) {
          case PLAIN, NOTE -> xml.text(span.text());
          case ADDED -> xml.element("ins", span.text());
          case REMOVED -> xml.element("del", span.text());
        }
      }
      xml.end();
    }
  }
}
