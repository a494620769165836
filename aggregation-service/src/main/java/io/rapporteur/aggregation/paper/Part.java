package io.rapporteur.aggregation.paper;

import java.util.List;
import java.util.Optional;

/**
 * What stands on a paper below its front, one after the other: a heading, then what stands under
 * it. {@link Entries} are on what the last heading names.
 */
public sealed interface Part {

  /** Between the parts of a heading. */
  String BETWEEN = " – ";

  /** General comments follow: on a document, or on the whole. */
  record General() implements Part {}

  /** A section of a report, with the words that must travel with it. */
  record Section(
      String id,
      String document,
      String paragraph,
      Wording heading,
      Optional<String> agendaItem,
      Optional<Wording> disclaimer)
      implements Part {}

  /**
   * A recommendation.
   *
   * @param reference for people
   * @param text in the language of the paper, else in the one that leads
   * @param footnotes of that text, in the order of their places
   */
  record Item(
      io.rapporteur.aggregation.compilation.Item item,
      String reference,
      Wording text,
      List<io.rapporteur.aggregation.compilation.Item.Footnote> footnotes)
      implements Part {

    /** Copies the footnotes. */
    public Item {
      footnotes = List.copyOf(footnotes);
    }

    /** What it is called: its number, its reference, its label in that language, its status. */
    public String heading(Words words) {
      var heading = new StringBuilder();
      heading.append(words.word("item", Integer.toString(item.number())));
      heading.append(BETWEEN).append(reference);
      String printed = item.printedLabels().getOrDefault(words.language().tag(), item.label());
      if (!printed.equals(item.label())) {
        heading.append(BETWEEN).append(item.paragraph()).append('(').append(printed).append(')');
      }
      if (!item.status().equals("standing")) {
        heading.append(BETWEEN).append(words.word("status." + item.status()));
      }
      return heading.toString();
    }
  }

  /** Words of ours, over the points that follow. */
  record Heading(String text) implements Part {}

  /**
   * An entry of a draft, an item of a list, or what belongs to one.
   *
   * @param number that stands before the text; an item of a list has one
   * @param heading what it is called; empty if its number says enough
   * @param texts each under the name of its language, where it is another than the paper's
   * @param facts sentences of ours on it
   * @param said statements of participants on it
   */
  record Point(
      Optional<Integer> number,
      String heading,
      List<Wording> texts,
      List<String> facts,
      List<Said> said)
      implements Part {

    /** Copies the lists. */
    public Point {
      texts = List.copyOf(texts);
      facts = List.copyOf(facts);
      said = List.copyOf(said);
    }
  }

  /** What a participant had recorded, under a heading of ours that names it. */
  record Said(String heading, Wording text) {}

  /** Comments on entries of the consolidated draft follow. */
  record Draft() implements Part {}

  /**
   * An entry of the consolidated draft, as it was circulated last.
   *
   * @param text in the language of the paper, else in the one that leads
   */
  record DraftEntry(io.rapporteur.aggregation.compilation.DraftEntry entry, Wording text)
      implements Part {

    /** What it is called. */
    public String heading(Words words) {
      return words.word("entry", Integer.toString(entry.number()));
    }
  }

  /** What came after the deadline and waits for a decision follows. */
  record Late() implements Part {}

  /**
   * Comments, in the house order; at least one.
   *
   * @param each made when it is read, and can be read again
   */
  record Entries(Iterable<Entry> each) implements Part {}

  /** What became of published comments since, in neutral sentences; at least one. */
  record Since(List<String> sentences) implements Part {

    /** Copies the sentences. */
    public Since {
      sentences = List.copyOf(sentences);
    }
  }
}
