package io.rapporteur.ingest.reading;

import java.util.List;

/** What comes of reading a file: a reading, or all that stands against it. */
public sealed interface ReadingResult {

  /** The report was read. */
  record Read(Reading reading) implements ReadingResult {}

  /**
   * The file cannot be read as the report that the manifest describes.
   *
   * @param faults each {@code name: value (expected: ...)}; at least one
   */
  record Refused(List<Fault> faults) implements ReadingResult {
    /** Copies the faults. */
    public Refused {
      faults = List.copyOf(faults);
    }

    /** Refuses for one reason. */
    public static Refused because(String name, String value, String expected) {
      return new Refused(List.of(new Fault(name, value, expected)));
    }
  }

  /** One fault of a file. */
  record Fault(String name, String value, String expected) {}
}
