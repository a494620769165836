package io.rapporteur.aggregation.paper.akn;

import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.paper.Entry;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperWriter.Progress;
import io.rapporteur.aggregation.paper.Part;
import io.rapporteur.aggregation.paper.Span;
import io.rapporteur.aggregation.paper.Wording;
import io.rapporteur.aggregation.paper.Words;
import io.rapporteur.aggregation.paper.Xml;
import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what is commented on, each with references to its notes. The {@code eId} of a point says
 * its label, its {@code wId} the label in the id of the item, which stays when a label is
 * corrected. For one paper.
 */
final class MainBody {

  private final Xml xml;
  private final Paper paper;
  private final Words words;
  private final Map<String, String> documents = new LinkedHashMap<>();
  private final Set<String> ids = new HashSet<>();
  private int note;

  /** Elements that are open and end before the next heading. */
  private int open;

  private String section = "";
  private String sectionId = "";
  private boolean introduced = true;

  MainBody(Xml xml, Paper paper) {
    this.xml = xml;
    this.paper = paper;
    this.words = paper.words();
  }

  void write(Progress progress) throws IOException {
    xml.start("mainBody").language(paper.language().tag());
    if (!paper.parts().iterator().hasNext()) {
      xml.start("p").end();
    }
    for (Part part : paper.parts()) {
      switch (part) {
        case Part.General general -> heading("general");
        case Part.Section heading -> section(heading);
        case Part.Item item -> {
          progress.item();
          point(item);
        }
        case Part.Heading heading -> heading("heading", heading.text());
        case Part.Point point -> {
          progress.item();
          listed(point);
        }
        case Part.Draft draft -> heading("draft");
        case Part.DraftEntry entry -> draftEntry(entry);
        case Part.Late late -> heading("late");
        case Part.Entries entries -> references(entries);
        case Part.Since since -> {
          heading("since");
          for (String sentence : since.sentences()) {
            xml.element("p", sentence);
          }
        }
      }
    }
    end(open);
    xml.end();
  }

  /** A heading of ours, and what stands under it. */
  private void heading(String word) throws IOException {
    heading(word, words.word(word));
  }

  private void heading(String id, String text) throws IOException {
    end(open);
    introduced = true;
    start("section", unique("sec_" + id));
    xml.element("heading", text);
    xml.start("content");
    open = 2;
  }

  /** A text of a list, on its own. */
  private void listed(Part.Point point) throws IOException {
    end(open);
    introduced = true;
    Optional<Integer> number = point.number();
    start("paragraph", unique("para_" + number.map(n -> n.toString()).orElse("unnumbered")));
    if (number.isPresent()) {
      xml.element("num", number.get() + ".");
    }
    if (!point.heading().isEmpty()) {
      xml.element("heading", point.heading());
    }
    xml.start("content");
    for (Wording text : point.texts()) {
      said(text);
    }
    for (String fact : point.facts()) {
      xml.start("p").attribute("class", "fact").text(fact).end();
    }
    for (Part.Said said : point.said()) {
      xml.start("p").attribute("class", "fact").text(said.heading()).end();
      said(said.text());
    }
    open = 2;
  }

  private void said(Wording text) throws IOException {
    for (List<Span> line : Span.paragraphs(text.text())) {
      xml.start("p").language(text.language());
      plain(line);
      xml.end();
    }
  }

  private void section(Part.Section heading) throws IOException {
    end(open);
    String document =
        documents.computeIfAbsent(
            heading.document(),
            d -> documents.isEmpty() ? "" : "part_" + (documents.size() + 1) + "__");
    section = unique(ItemIds.section(document, heading.paragraph()));
    sectionId = heading.id();
    start(heading.paragraph().matches("[0-9]+") ? "paragraph" : "section", section);
    xml.element("num", heading.paragraph());
    if (!heading.heading().isBlank()) {
      xml.start("heading").language(heading.heading().language());
      xml.text(heading.heading().text()).end();
    }
    start("list", ItemIds.list(section));
    xml.start("intro");
    introduced = false;
    open = 3;
    if (heading.agendaItem().isPresent()) {
      xml.element("p", words.word("agenda-item", heading.agendaItem().get()));
    }
    if (heading.disclaimer().isPresent()) {
      for (List<Span> line : Span.paragraphs(heading.disclaimer().get().text())) {
        xml.start("p").attribute("class", "disclaimer");
        xml.language(heading.disclaimer().get().language());
        plain(line);
        xml.end();
      }
    }
    xml.start("p").attribute("class", "comments");
    open = 4;
  }

  private void point(Part.Item item) throws IOException {
    // The introduction with its paragraph, or the point before with its content.
    end(2);
    introduced = true;
    Item of = item.item();
    String prefix = sectionId + ".";
    String label = of.id().startsWith(prefix) ? of.id().substring(prefix.length()) : of.label();
    xml.start("point").attribute("eId", unique(ItemIds.item(section, of.label())));
    xml.attribute("wId", ItemIds.item(section, label));
    xml.element("num", of.printedLabel());
    xml.start("content");
    for (List<Span> line : Span.paragraphs(item)) {
      xml.start("p").language(item.text().language());
      words(line, item);
      xml.end();
    }
    open += 2;
  }

  private void draftEntry(Part.DraftEntry entry) throws IOException {
    xml.start("p").attribute("class", "entry").text(entry.heading(words)).end();
    for (List<Span> line : Span.paragraphs(entry.text().text())) {
      xml.start("p").attribute("class", "entry-text").language(entry.text().language());
      plain(line);
      xml.end();
    }
  }

  private void words(List<Span> line, Part.Item item) throws IOException {
    for (Span span : line) {
      if (span.mark() == Span.Mark.NOTE) {
        xml.start("authorialNote").attribute("marker", span.text());
        xml.attribute("placement", "bottom");
        for (List<Span> paragraph : Span.paragraphs(item.footnotes().get(span.note()).text())) {
          xml.start("p");
          plain(paragraph);
          xml.end();
        }
        xml.end();
      } else {
        xml.text(span.text());
      }
    }
  }

  private void plain(List<Span> line) throws IOException {
    for (Span span : line) {
      xml.text(span.text());
    }
  }

  private void references(Part.Entries entries) throws IOException {
    // Within the introduction a paragraph is open for them.
    if (introduced) {
      xml.start("p").attribute("class", "comments");
    }
    for (Iterator<Entry> each = entries.each().iterator(); each.hasNext(); each.next()) {
      note++;
      xml.start("noteRef").attribute("href", "#" + Notes.id(note));
      xml.attribute("marker", Integer.toString(note)).end();
    }
    if (introduced) {
      xml.end();
    }
  }

  private void start(String element, String id) throws IOException {
    xml.start(element).attribute("eId", id).attribute("wId", id);
  }

  private void end(int elements) throws IOException {
    for (int i = 0; i < elements; i++) {
      xml.end();
    }
    open -= elements;
  }

  private String unique(String id) {
    String free = id;
    for (int n = 2; !ids.add(free); n++) {
      free = id + "-" + n;
    }
    return free;
  }
}
