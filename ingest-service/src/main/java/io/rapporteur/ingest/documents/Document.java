package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Reading;
import java.util.List;

/**
 * A report as it was loaded, read and corrected.
 *
 * @param sourceName name of the file
 * @param sourceDigest SHA-256 of the file, 64 hexadecimal digits
 * @param reading with all corrections
 * @param corrections made since the file was read, in their order
 * @param revision of the last event that counted; 1 after the first reading
 */
public record Document(
    Manifest manifest,
    String sourceName,
    String sourceDigest,
    Reading reading,
    List<KeptCorrections> corrections,
    int revision) {

  /** Copies the corrections. */
  public Document {
    corrections = List.copyOf(corrections);
  }

  /** A report just read. */
  public static Document read(
      Manifest manifest, String sourceName, String sourceDigest, Reading reading, int revision) {
    return new Document(manifest, sourceName, sourceDigest, reading, List.of(), revision);
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
    List<KeptCorrections> all = new java.util.ArrayList<>(corrections);
    all.add(made);
    return new Document(manifest, sourceName, sourceDigest, corrected.reading(), all, revision + 1);
  }

  /** The document id. */
  public String id() {
    return manifest.document();
  }
}
