package io.rapporteur.ingest.reading;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
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
    return confidence < Reading.DECIDED;
  }
}
