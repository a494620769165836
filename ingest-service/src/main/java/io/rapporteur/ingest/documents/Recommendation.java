package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.reading.Reading;
import io.rapporteur.ingest.reading.Reading.Footnote;
import io.rapporteur.ingest.reading.Reading.Proposer;
import io.rapporteur.ingest.reading.Reading.Repair;
import io.rapporteur.ingest.reading.Reading.Section;
import java.util.List;
import java.util.Map;

/**
 * A recommendation as it is published.
 *
 * @param version of the text; a comment names the version it addresses
 * @param language of the text that was read
 * @param texts by language
 * @param proposers who proposed it; not part of the text
 * @param annotations what stands beside it in the document
 */
public record Recommendation(
    String id,
    String document,
    String symbol,
    int version,
    String paragraph,
    int ordinal,
    int place,
    String label,
    String printedLabel,
    Section section,
    String language,
    Map<String, String> texts,
    List<Footnote> footnotes,
    boolean machineRead,
    int firstLine,
    int lastLine,
    List<Repair> repairs,
    List<Proposer> proposers,
    Map<String, String> annotations) {

  /** The first version of each item of a reading. */
  public static List<Recommendation> of(Document document) {
    return document.reading().items().stream().map(item -> first(document, item)).toList();
  }

  private static Recommendation first(Document document, Reading.Item item) {
    var manifest = document.manifest();
    Section section =
        document.reading().sections().stream()
            .filter(s -> s.id().equals(item.section()))
            .findFirst()
            .orElseThrow();
    return new Recommendation(
        item.id(),
        manifest.document(),
        manifest.symbol(),
        1,
        item.paragraph(),
        item.ordinal(),
        item.place(),
        item.label(),
        item.printedLabel(),
        section,
        manifest.language(),
        Map.of(manifest.language(), item.text()),
        item.footnotes(),
        manifest.machineRead(),
        item.firstLine(),
        item.lastLine(),
        item.repairs(),
        item.proposers(),
        item.annotations());
  }
}
