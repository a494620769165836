package io.rapporteur.comments.attachment;

import java.io.InputStream;
import java.util.Optional;

/** What looks for malware in files. Implementations are thread-safe. */
public interface Scanner {

  /** Its name, as it stands in a verdict. */
  String name();

  /**
   * Looks into a file.
   *
   * @return the name of what was found; empty if the file is clean
   * @throws ScannerUnavailableException if it did not look: the file waits
   */
  Optional<String> scan(InputStream file);
}
