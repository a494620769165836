package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A report in one language as it was loaded, read and corrected. The language that was loaded first
 * leads: its items are the recommendations, and those of the others attach to them.
 *
 * @param reading with all corrections
 * @param corrections made since the file was read, in their order
 * @param revision of the last event that counted, in any language; 1 after the first reading
 */
public record Document(
    Manifest manifest,
    SourceFile file,
    Reading reading,
    List<KeptCorrections> corrections,
    boolean leads,
    int revision) {

  /** Copies the corrections. */
  public Document {
    corrections = List.copyOf(corrections);
  }

  /** A report just read, in the language that leads. */
  public static Document read(Manifest manifest, SourceFile file, Reading reading, int revision) {
    return new Document(manifest, file, reading, List.of(), true, revision);
  }

  /** The same after further events of the report. */
  public Document at(boolean nowLeads, int newRevision) {
    return new Document(manifest, file, reading, corrections, nowLeads, newRevision);
  }

  /**
   * The document with further corrections.
   *
   * @throws IllegalArgumentException if one does not fit
   */
  public Document corrected(KeptCorrections made) {
    var corrected = new CorrectedReading(reading);
    for (Correction correction : made.corrections()) {
      corrected
          .apply(correction)
          .ifPresent(
              misfit -> {
                throw new IllegalArgumentException(
                    "%s: %s (expected: %s)"
                        .formatted(misfit.field(), misfit.value(), misfit.expected()));
              });
    }
    List<KeptCorrections> all = new ArrayList<>(corrections);
    all.add(made);
    return new Document(manifest, file, corrected.reading(), all, leads, revision + 1);
  }

  /** Ids of recommendations that this language rightly lacks. */
  Set<String> absent() {
    return corrections.stream()
        .flatMap(kept -> kept.corrections().stream())
        .filter(Correction.Absent.class::isInstance)
        .map(Correction::item)
        .collect(Collectors.toSet());
  }

  /** When the reading became as it stands: read, or corrected last. */
  public Instant changedAt() {
    return corrections.isEmpty() ? file.readAt() : corrections.getLast().at();
  }

  /** The language that was read. */
  public String language() {
    return manifest.language();
  }

  /** The document id. */
  public String id() {
    return manifest.document();
  }
}
