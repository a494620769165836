package io.rapporteur.ingest.source;

import io.rapporteur.ingest.source.Refusal.Reason;

/**
 * The file is refused, found deep inside a parser; {@link Sources} turns it into the value that
 * callers see.
 */
final class RefusedFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  private RefusedFileException(Refusal refusal) {
    super(refusal.toString(), null, false, false);
    this.refusal = refusal;
  }

  static RefusedFileException because(Reason reason, String value, String expected) {
    return new RefusedFileException(Refusal.because(reason, "file", value, expected));
  }

  static RefusedFileException encoding(String value, String expected) {
    return new RefusedFileException(
        Refusal.because(Reason.NOT_A_REPORT, "encoding", value, expected));
  }

  static RefusedFileException mismatch(String name, String value, String expected) {
    return new RefusedFileException(Refusal.because(Reason.TYPE_MISMATCH, name, value, expected));
  }

  Refusal refusal() {
    return refusal;
  }
}
