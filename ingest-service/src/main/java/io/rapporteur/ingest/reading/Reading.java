package io.rapporteur.ingest.reading;

import java.util.List;
import java.util.Map;

/**
 * What the reader understood of a report.
 *
 * @param sections in the order of the text
 * @param items recommendations, in the order of the text
 */
public record Reading(List<Section> sections, List<Item> items) {

  /** Copies the lists. */
  public Reading {
    sections = List.copyOf(sections);
    items = List.copyOf(items);
  }

  /** The same reading with other items. */
  public Reading with(List<Item> others) {
    return new Reading(sections, others);
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
      List<Repair> repairs) {

    /** Copies the lists. */
    public Item {
      footnotes = List.copyOf(footnotes);
      repairs = List.copyOf(repairs);
    }

    /** The same item at another place. */
    public Item at(int newOrdinal, int newPlace) {
      return new Item(
          id,
          paragraph,
          newOrdinal,
          newPlace,
          label,
          printedLabel,
          section,
          text,
          footnotes,
          firstLine,
          lastLine,
          repairs);
    }

    /** The same item under another label. */
    public Item labelled(String newId, String newLabel) {
      return new Item(
          newId,
          paragraph,
          ordinal,
          place,
          newLabel,
          printedLabel,
          section,
          text,
          footnotes,
          firstLine,
          lastLine,
          repairs);
    }

    /** The same item with other words. */
    public Item saying(String newText, List<Footnote> newFootnotes) {
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
          firstLine,
          lastLine,
          repairs);
    }

    /** The same item from other lines of the source. */
    public Item from(int newFirstLine, int newLastLine) {
      return new Item(
          id,
          paragraph,
          ordinal,
          place,
          label,
          printedLabel,
          section,
          text,
          footnotes,
          newFirstLine,
          newLastLine,
          repairs);
    }
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
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
