package io.rapporteur.ingest.source;

import io.rapporteur.ingest.source.Refusal.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * Unpacks an archive to nowhere, to see how much it holds before any of it is kept; read by the
 * same library as by the one that keeps it. Stateless.
 */
final class Unpacking {

  private static final int ENTRIES = 5_000;

  private Unpacking() {}

  static void hold(byte[] file, Limits limits) throws IOException {
    var buffer = new byte[1 << 16];
    long unpacked = 0;
    int entries = 0;
    try (var zip = new ZipArchiveInputStream(new ByteArrayInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
          throw RefusedFileException.because(
              Reason.ENCRYPTED, "an encrypted archive", "a file without a password");
        }
        if (++entries > ENTRIES) {
          throw bomb("an archive of over %d entries".formatted(ENTRIES), limits);
        }
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          unpacked += read;
          if (unpacked > limits.unpackedBytes()) {
            throw bomb("unpacks to over %d bytes".formatted(limits.unpackedBytes()), limits);
          }
        }
      }
    }
  }

  static RefusedFileException bomb(String what, Limits limits) {
    return RefusedFileException.because(
        Reason.UNSAFE,
        what,
        "a file that unpacks to at most %d bytes".formatted(limits.unpackedBytes()));
  }
}
