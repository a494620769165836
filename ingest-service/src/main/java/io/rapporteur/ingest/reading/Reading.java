package io.rapporteur.ingest.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the reader understood of a report.
 *
 * @param sections in the order of the text
 * @param items recommendations, in the order of the text
 * @param questions what a human should look at: what is missing, and what was left open
 * @param proposals lists that nobody has named or confirmed; nothing is published while there are
 *     any
 */
public record Reading(
    List<Section> sections,
    List<Item> items,
    List<Question> questions,
    List<ListProposal> proposals) {

  /**
   * An item below this confidence waits for a human decision. One letter that machines confuse, put
   * right by all its neighbours, is 0.85 and passes; where a second path through the list is nearly
   * as good, the item is 0.5 at most and does not.
   */
  public static final double DECIDED = 0.8;

  /** Copies the lists. */
  public Reading {
    sections = List.copyOf(sections);
    items = List.copyOf(items);
    questions = List.copyOf(questions);
    proposals = List.copyOf(proposals);
  }

  /** A reading of lists that were named. */
  public Reading(List<Section> sections, List<Item> items, List<Question> questions) {
    this(sections, items, questions, List.of());
  }

  /** A reading that left nothing open. */
  public Reading(List<Section> sections, List<Item> items) {
    this(sections, items, List.of());
  }

  /**
   * A list that the reader proposes.
   *
   * @param section id of its section
   * @param reasons for the secretariat
   */
  public record ListProposal(String section, List<String> reasons) {

    /** Copies the reasons. */
    public ListProposal {
      reasons = List.copyOf(reasons);
    }
  }

  /** The items that wait for a human decision; nothing is published while there are any. */
  public List<Item> undecided() {
    return items.stream().filter(Item::undecided).toList();
  }

  /** The same reading with other items. */
  public Reading with(List<Item> others) {
    return new Reading(sections, others, questions, proposals);
  }

  /** The same reading, its lists being proposals. */
  Reading proposing(List<ListProposal> lists) {
    return new Reading(sections, items, questions, lists);
  }

  /** The same reading, a proposed list being confirmed. */
  public Reading confirming(String section) {
    return new Reading(sections, items, questions, without(section));
  }

  /** The same reading without a proposed list. */
  public Reading dropping(String section) {
    return new Reading(
        sections.stream().filter(each -> !each.id().equals(section)).toList(),
        items.stream().filter(each -> !each.section().equals(section)).toList(),
        questions,
        without(section));
  }

  private List<ListProposal> without(String section) {
    return proposals.stream().filter(each -> !each.section().equals(section)).toList();
  }

  /**
   * A heading with the list that stands under it.
   *
   * @param id document and paragraph
   * @param headings by language; the text's own as printed
   * @param disclaimer the opening words of the list, whole
   */
  public record Section(
      String id,
      String paragraph,
      Map<String, String> headings,
      String agendaItem,
      String disclaimer) {

    /** Copies the headings. */
    public Section {
      headings = Map.copyOf(headings);
    }
  }

  /**
   * One recommendation.
   *
   * @param id document, paragraph and canonical label
   * @param ordinal place in its list, from 1
   * @param place place among all of the document, from 1
   * @param printedLabel as printed, without bullet and brackets
   * @param section id of its section
   * @param text whole: pieces that a page break or a footnote cut apart are joined by one space;
   *     footnote markers are taken out, their places kept; all else is as printed
   * @param firstLine line of the source, from 1
   * @param proposers who proposed it, as printed in brackets at its end; not part of the text
   * @param confidence in the label, 0 to 1
   * @param alternatives labels that the item could have as well; an empty one if it may be no item
   * @param annotations what stands beside it: the other cells of its row by the heading of their
   *     column, the heading that it follows within its list
   */
  public record Item(
      String id,
      String paragraph,
      int ordinal,
      int place,
      String label,
      String printedLabel,
      String section,
      String text,
      List<Footnote> footnotes,
      int firstLine,
      int lastLine,
      List<Repair> repairs,
      List<Proposer> proposers,
      double confidence,
      List<String> alternatives,
      Map<String, String> annotations) {

    /** Copies the collections. */
    public Item {
      footnotes = List.copyOf(footnotes);
      repairs = List.copyOf(repairs);
      proposers = List.copyOf(proposers);
      alternatives = List.copyOf(alternatives);
      annotations = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
    }

    /** The same item at another place. */
    public Item at(int newOrdinal, int newPlace) {
      return copy(id, newOrdinal, newPlace, label, text, footnotes, confidence, alternatives);
    }

    /** The same item under another id. */
    public Item identified(String newId) {
      return copy(newId, ordinal, place, label, text, footnotes, confidence, alternatives);
    }

    /** The same item under another label, which a human chose. */
    public Item labelled(String newId, String newLabel) {
      return copy(newId, ordinal, place, newLabel, text, footnotes, 1, List.of());
    }

    /** The same item with other words. */
    public Item saying(String newText, List<Footnote> newFootnotes) {
      return copy(id, ordinal, place, label, newText, newFootnotes, confidence, alternatives);
    }

    private Item copy(
        String newId,
        int newOrdinal,
        int newPlace,
        String newLabel,
        String newText,
        List<Footnote> newFootnotes,
        double newConfidence,
        List<String> newAlternatives) {
      return new Item(
          newId,
          paragraph,
          newOrdinal,
          newPlace,
          newLabel,
          printedLabel,
          section,
          newText,
          newFootnotes,
          firstLine,
          lastLine,
          repairs,
          proposers,
          newConfidence,
          newAlternatives,
          annotations);
    }

    /** The same item with what another adds to it: its words, lines, repairs and proposers. */
    public Item joinedWith(Item other, String newText, List<Footnote> newFootnotes) {
      return new Item(
          id,
          paragraph,
          ordinal,
          place,
          label,
          printedLabel,
          section,
          newText,
          newFootnotes,
          Math.min(firstLine, other.firstLine),
          Math.max(lastLine, other.lastLine),
          both(repairs, other.repairs),
          both(proposers, other.proposers),
          confidence,
          alternatives,
          annotations);
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
      return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    /** An item that is sure, without proposers and annotations. */
    public Item(
        String id,
        String paragraph,
        int ordinal,
        int place,
        String label,
        String printedLabel,
        String section,
        String text,
        List<Footnote> footnotes,
        int firstLine,
        int lastLine,
        List<Repair> repairs) {
      this(
          id,
          paragraph,
          ordinal,
          place,
          label,
          printedLabel,
          section,
          text,
          footnotes,
          firstLine,
          lastLine,
          repairs,
          List.of(),
          1,
          List.of(),
          Map.of());
    }

    /** Whether it waits for a human decision. */
    public boolean undecided() {
      return confidence < DECIDED;
    }
  }

  /**
   * Who proposed an item.
   *
   * @param name as printed
   * @param participant code; empty if the name is not recognized
   */
  public record Proposer(String name, Optional<String> participant) {}

  /**
   * Something that a human should look at.
   *
   * @param line of the source, from 1; 0 if none
   * @param what for the secretariat
   * @param candidates labels that it is about
   */
  public record Question(QuestionKind kind, int line, String what, List<String> candidates) {

    /** Copies the candidates. */
    public Question {
      candidates = List.copyOf(candidates);
    }
  }

  /** Kinds of questions. */
  public enum QuestionKind {
    /** The series has items here that the list has not. */
    GAP,
    /** The first item is not the first of its series. */
    STARTS_IN_THE_MIDDLE,
    /** What looks like a label at the beginning of a line fits no series. */
    LABEL_NOT_TAKEN,
    /** What was read as running text may be an item. */
    POSSIBLE_ITEM,
    /** A paragraph without a label follows a sentence that had ended. */
    LOOSE_TEXT,
    /** The name of a proposer is not recognized. */
    UNKNOWN_PROPOSER,
    /** A footnote whose marker stands in no item. */
    UNPLACED_FOOTNOTE,
    /** One number stands before two texts. */
    REPEATED;

    /** The word in JSON and events, for instance {@code label-not-taken}. */
    public String word() {
      return Reading.word(this);
    }
  }

  private static String word(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * A footnote.
   *
   * @param text its paragraphs, separated by a line feed
   * @param offset place of the marker: code points of the item's text before it
   */
  public record Footnote(String marker, String text, int offset) {}

  /**
   * A departure from what is printed.
   *
   * @param line of the source, from 1
   * @param reason why, for the secretariat
   * @param confidence 0 to 1
   */
  public record Repair(
      RepairKind kind, int line, String printed, String taken, String reason, double confidence) {}

  /** Kinds of damage. */
  public enum RepairKind {
    BULLET,
    LOST_DOUBLING,
    WRONG_LETTER,
    SPACES_IN_LABEL,
    PAGE_BREAK,
    FOOTNOTE_BETWEEN;

    /** The word in JSON and events, for instance {@code lost-doubling}. */
    public String word() {
      return Reading.word(this);
    }
  }
}
