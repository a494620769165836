package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Reading;

/**
 * A report as it was loaded and read.
 *
 * @param sourceName name of the file
 * @param sourceDigest SHA-256 of the file, 64 hexadecimal digits
 */
public record Document(Manifest manifest, String sourceName, String sourceDigest, Reading reading) {

  /** The document id. */
  public String id() {
    return manifest.document();
  }
}
