package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.reading.Reading;
import io.rapporteur.ingest.reading.Reading.Footnote;
import io.rapporteur.ingest.reading.Reading.Proposer;
import io.rapporteur.ingest.reading.Reading.Repair;
import io.rapporteur.ingest.reading.Reading.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A recommendation as it is published.
 *
 * @param revision of the last event that counted; 0 if it is not published
 * @param status whether it is still put forward
 * @param into id of the recommendation that it was merged into, for a merged one
 * @param version of the text; a comment names the version it addresses
 * @param language of the text that was read
 * @param texts by language
 * @param proposers who proposed it; not part of the text
 * @param annotations what stands beside it in the document
 */
public record Recommendation(
    String id,
    int revision,
    Status status,
    Optional<String> into,
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

  /** Whether it is still put forward. */
  public enum Status {
    STANDING,
    WITHDRAWN,
    MERGED;

    /** The word in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether a reading of it in one language says the same. */
  boolean saysTheSameAs(Recommendation read) {
    return read.texts.equals(Map.of(read.language, texts.getOrDefault(read.language, "")))
        && label.equals(read.label)
        && printedLabel.equals(read.printedLabel)
        && footnotes.equals(read.footnotes);
  }

  /** The same at another place among all of the document. */
  Recommendation at(int newPlace) {
    return saying(this, 0, newPlace);
  }

  /** The same recommendation with the words of a reading. */
  Recommendation saying(Recommendation read, int versionStep) {
    return saying(read, versionStep, place);
  }

  private Recommendation saying(Recommendation read, int versionStep, int newPlace) {
    Map<String, String> words = new HashMap<>(texts);
    words.putAll(read.texts);
    return new Recommendation(
        id,
        revision,
        status,
        into,
        document,
        symbol,
        version + versionStep,
        paragraph,
        ordinal,
        newPlace,
        read.label,
        read.printedLabel,
        section,
        language,
        words,
        read.footnotes,
        machineRead,
        read.firstLine,
        read.lastLine,
        read.repairs,
        read.proposers,
        read.annotations);
  }

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
        0,
        Status.STANDING,
        Optional.empty(),
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
