package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.reading.Footnote;
import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.Repair;
import java.util.List;

/**
 * What a recommendation says in one language.
 *
 * @param version of the recommendation that is worded so; less than its own where this language has
 *     not followed a rewording yet
 * @param printedLabel as printed in this language, without bullet and brackets
 * @param machineRead the text is not the authentic one
 * @param firstLine line of the source in this language, from 1
 */
public record Wording(
    int version,
    String text,
    String printedLabel,
    List<Footnote> footnotes,
    boolean machineRead,
    int firstLine,
    int lastLine,
    List<Repair> repairs) {

  /** Copies the lists. */
  public Wording {
    footnotes = List.copyOf(footnotes);
    repairs = List.copyOf(repairs);
  }

  /** The wording of a first version, as it was read. */
  static Wording read(Item item, boolean machineRead) {
    return new Wording(
        1,
        item.text(),
        item.printedLabel(),
        item.footnotes(),
        machineRead,
        item.firstLine(),
        item.lastLine(),
        item.repairs());
  }

  /** The same words, of another version. */
  Wording ofVersion(int other) {
    return new Wording(
        other, text, printedLabel, footnotes, machineRead, firstLine, lastLine, repairs);
  }

  /** Whether what is printed is the same. */
  boolean saysTheSameAs(Wording other) {
    return text.equals(other.text)
        && printedLabel.equals(other.printedLabel)
        && footnotes.equals(other.footnotes);
  }
}
