package io.rapporteur.aggregation.paper.html;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Item.Footnote;
import io.rapporteur.aggregation.paper.Entry;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperWriter;
import io.rapporteur.aggregation.paper.Part;
import io.rapporteur.aggregation.paper.Span;
import io.rapporteur.aggregation.paper.TranslatedText;
import io.rapporteur.aggregation.paper.UnLanguage;
import io.rapporteur.aggregation.paper.Wording;
import io.rapporteur.aggregation.paper.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Papers as pages of the web that stand alone: one file, no script, nothing that is fetched, and
 * headings, tables and languages marked for who reads with a keyboard or a screen reader. The same
 * paper is the same bytes. Thread-safe.
 */
public final class HtmlPapers implements PaperWriter {

  private static final String STYLE =
      """
      body{font:1rem/1.5 "Noto Sans","Noto Sans Arabic","Noto Sans SC",sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#111;background:#fff}
      h1{font-size:1.6rem;border-top:2px solid;padding-top:.75rem}h2{font-size:1.3rem;margin-top:2.5rem}h3{font-size:1.05rem;margin-top:1.75rem}
      nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem}a{color:#004b87}a:focus{outline:3px solid #ffbf47}
      .skip{position:absolute;inset-inline-start:-999rem}.skip:focus{position:static}
      p{margin:0 0 .4rem;overflow-wrap:anywhere;unicode-bidi:isolate}.symbol,.name{font-weight:bold}.subtitle{font-weight:bold;font-size:1.1rem}
      .notice,.fact,.note{font-size:.875rem}.label{font-size:.8rem;color:#444;margin-top:.5rem}.quoted{margin-inline-start:1rem}
      table{width:100%;border-collapse:collapse;table-layout:fixed;margin:.5rem 0 1.5rem}caption{text-align:start;font-size:.875rem}
      th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:start;vertical-align:top;font-weight:normal}thead th{background:#eee;font-weight:bold}
      .who{width:27%}@media print{nav,.skip{display:none}}@media(max-width:40rem){.who{width:38%}}
      """;

  private final List<Link> languages;
  private final List<Link> pages;

  /**
   * Writes pages with links between them.
   *
   * @param languages to the same page in each language
   * @param pages to other pages in the language of the page
   */
  public HtmlPapers(List<Link> languages, List<Link> pages) {
    this.languages = List.copyOf(languages);
    this.pages = List.copyOf(pages);
  }

  /** A link to a file beside this one. */
  public record Link(UnLanguage language, String file, String text) {}

  @Override
  public void write(Paper paper, Progress progress, OutputStream out) throws IOException {
    new Page(paper, new Html(out)).write(progress);
  }

  /** One page. */
  private final class Page {

    private final Paper paper;
    private final Words words;
    private final Html html;
    private String heading;

    Page(Paper paper, Html html) {
      this.paper = paper;
      this.words = paper.words();
      this.html = html;
      this.heading = paper.heading();
    }

    void write(Progress progress) throws IOException {
      front();
      for (Part part : paper.parts()) {
        switch (part) {
          case Part.General general -> heading("h2", words.word("general"));
          case Part.Section section -> section(section);
          case Part.Item item -> {
            progress.item();
            item(item);
          }
          case Part.Heading over -> heading("h2", over.text());
          case Part.Point point -> {
            progress.item();
            point(point);
          }
          case Part.Draft draft -> heading("h2", words.word("draft"));
          case Part.DraftEntry entry -> draftEntry(entry);
          case Part.Late late -> heading("h2", words.word("late"));
          case Part.Entries entries -> entries(entries);
          case Part.Since since -> {
            heading("h2", words.word("since"));
            for (String sentence : since.sentences()) {
              html.element("p", "", sentence);
            }
          }
        }
      }
      html.flush();
    }

    private void front() throws IOException {
      String language = paper.language().tag();
      html.start("html", "lang", language, "dir", Html.direction(language)).start("head");
      html.empty("meta", "charset", "utf-8");
      html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
      html.element("title", "", paper.heading() + " – " + paper.title().text());
      html.start("style").raw(STYLE).end().end();
      html.start("body");
      html.start("a", "class", "skip", "href", "#content").text(words.word("html.skip")).end();
      html.start("header");
      html.element("p", "symbol", paper.running());
      if (paper.distribution().isPresent()) {
        html.element("p", "fact", words.word("distribution", paper.distribution().get()));
      }
      html.element("p", "fact", words.date(paper.date()));
      html.element("h1", "", paper.heading());
      said("subtitle", paper.title());
      links("html.languages", languages);
      links("html.pages", pages);
      html.end();
      html.start("main", "id", "content");
      for (String notice : paper.notices()) {
        html.element("p", "notice", notice);
      }
    }

    private void links(String label, List<Link> links) throws IOException {
      if (links.isEmpty()) {
        return;
      }
      html.start("nav", "aria-label", words.word(label)).start("ul");
      for (Link link : links) {
        String language = link.language.tag();
        html.start("li")
            .start(
                "a",
                "href",
                link.file,
                "lang",
                language,
                "hreflang",
                language,
                "dir",
                Html.direction(language))
            .text(link.text)
            .end()
            .end();
      }
      html.end().end();
    }

    private void heading(String element, String text) throws IOException {
      heading = text;
      html.element(element, "", text);
    }

    private void section(Part.Section section) throws IOException {
      Wording over =
          section.heading().isBlank()
              ? new Wording(paper.language().tag(), section.id())
              : section.heading();
      heading = over.text();
      html.start("h2", "lang", over.language(), "dir", Html.direction(over.language()))
          .text(over.text())
          .end();
      if (section.agendaItem().isPresent()) {
        html.element("p", "", words.word("agenda-item", section.agendaItem().get()));
      }
      if (section.disclaimer().isPresent()) {
        said("notice", section.disclaimer().get());
      }
    }

    private void item(Part.Item item) throws IOException {
      heading = item.heading(words);
      html.start("h3", "id", item.item().id()).text(heading).end();
      language(item.text());
      html.paragraphs("text", item.text().language(), Span.paragraphs(item));
      for (Footnote note : item.footnotes()) {
        String text = note.marker() + "  " + note.text();
        said("note", new Wording(item.text().language(), text));
      }
    }

    private void point(Part.Point point) throws IOException {
      if (!point.heading().isEmpty()) {
        heading("h3", point.heading());
      }
      for (Wording text : point.texts()) {
        language(text);
        html.paragraphs(
            "text",
            text.language(),
            point
                .number()
                .map(number -> Span.paragraphs(number, text.text()))
                .orElseGet(() -> Span.paragraphs(text.text())));
      }
      for (String fact : point.facts()) {
        html.element("p", "fact", fact);
      }
      for (Part.Said said : point.said()) {
        html.element("p", "label", said.heading());
        said("quoted", said.text());
      }
    }

    private void draftEntry(Part.DraftEntry entry) throws IOException {
      heading("h3", entry.heading(words));
      language(entry.text());
      said("text", entry.text());
    }

    private void language(Wording text) throws IOException {
      if (!text.language().equals(paper.language().tag())) {
        html.element("p", "label", words.word("text-in", words.tongue(text.language())));
      }
    }

    private void entries(Part.Entries entries) throws IOException {
      html.start("table").element("caption", "", heading).start("thead").start("tr");
      html.start("th", "scope", "col", "class", "who").text(words.word("head.participant")).end();
      html.start("th", "scope", "col").text(words.word("head.comment")).end();
      html.end().end().start("tbody");
      for (Entry entry : entries.each()) {
        html.start("tr").start("th", "scope", "row", "class", "who");
        html.element("p", "name", entry.participant());
        for (String fact : facts(entry)) {
          html.element("p", "fact", fact);
        }
        html.end().start("td");
        what(entry);
        html.end().end();
      }
      html.end().end();
    }

    private List<String> facts(Entry entry) {
      List<String> facts = new ArrayList<>();
      entry.group().ifPresent(group -> facts.add(words.word("on-behalf-of", group)));
      if (!entry.coSponsors().isEmpty()) {
        facts.add(words.word("joined", String.join(words.word("between"), entry.coSponsors())));
      }
      Comment comment = entry.comment();
      entry
          .on()
          .filter(on -> comment.recommendation().isEmpty() || comment.late())
          .ifPresent(facts::add);
      entry.lineage().ifPresent(facts::add);
      Optional.of(words.position(entry.said().position()))
          .filter(position -> !position.isEmpty())
          .ifPresent(facts::add);
      facts.add(words.word("kind." + entry.said().kind()));
      if (comment.late()) {
        facts.add(words.word("late-mark"));
      }
      return facts;
    }

    private void what(Entry entry) throws IOException {
      Content said = entry.said();
      if (said.quotation().isPresent()) {
        String passage = said.quotation().get();
        html.element("p", "label", words.word("quotation"));
        said("quoted", new Wording(UnLanguage.ofPassage(passage, said.language()), passage));
      }
      html.element("p", "label", words.original(said.language()));
      said("comment", new Wording(said.language(), said.text()));
      if (said.proposedText().isPresent()) {
        String amended = said.proposedTextLanguage().orElse(said.language());
        var redline = entry.redline().get();
        html.element(
            "p",
            "label",
            words.word(redline.isPresent() ? "redline" : "proposed", words.tongue(amended)));
        html.paragraphs(
            "quoted",
            amended,
            redline
                .map(Span::paragraphs)
                .orElseGet(() -> Span.paragraphs(said.proposedText().orElse(""))));
      }
      if (said.rationale().isPresent()) {
        html.element("p", "label", words.word("rationale"));
        said("comment", new Wording(said.language(), said.rationale().get()));
      }
      for (TranslatedText translation : TranslatedText.of(said, words)) {
        html.element("p", "label", translation.label());
        said("quoted", new Wording(translation.language(), translation.text()));
      }
      for (Content.Attachment attachment : said.attachments()) {
        html.element("p", "fact", words.word("attachment", attachment.name()));
      }
    }

    private void said(String style, Wording text) throws IOException {
      html.paragraphs(style, text.language(), Span.paragraphs(text.text()));
    }
  }
}
