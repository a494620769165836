package io.rapporteur.ingest.source;

import java.util.List;

/**
 * Why a file is not taken.
 *
 * @param faults each {@code name: value (expected: ...)}; at least one
 */
public record Refusal(Reason reason, List<Fault> faults) {

  /** Copies the faults. */
  public Refusal {
    faults = List.copyOf(faults);
  }

  /** Kinds of refusal; each is a problem type of its own. */
  public enum Reason {
    /** It cannot be read as the report that its manifest describes. */
    NOT_A_REPORT,
    /** It asks for a password. */
    ENCRYPTED,
    /** It holds pictures of text and no text. */
    WITHOUT_TEXT,
    /** Its name or media type says another format than its content. */
    TYPE_MISMATCH,
    /** It is over a limit: of bytes, of pages, of lines, or of what it unpacks to. */
    TOO_LARGE,
    /** It asks its reader to do more than read it: entities, a bomb, links to elsewhere. */
    UNSAFE
  }

  /** One fault of a file. */
  public record Fault(String name, String value, String expected) {}

  /** Refuses for one fault. */
  public static Refusal because(Reason reason, String name, String value, String expected) {
    return new Refusal(reason, List.of(new Fault(name, value, expected)));
  }
}
