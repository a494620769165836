package io.rapporteur.ingest.source;

/** What comes of opening a file; a refusal is a value. */
public sealed interface SourceResult {

  /** The file was opened. */
  record Opened(Source source) implements SourceResult {}

  /** The file cannot be opened. */
  record Refused(Refusal refusal) implements SourceResult {

    /** Refuses for one reason. */
    public static Refused because(
        Refusal.Reason reason, String name, String value, String expected) {
      return new Refused(Refusal.because(reason, name, value, expected));
    }
  }
}
