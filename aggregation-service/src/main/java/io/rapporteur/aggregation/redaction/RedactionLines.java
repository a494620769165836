package io.rapporteur.aggregation.redaction;

import io.rapporteur.aggregation.compilation.Audience;
import java.util.List;

/** What has been redacted, as the log tells. Implementations are thread-safe. */
public interface RedactionLines {

  /** The line of a comment; empty if nothing has been redacted in it. */
  RedactionLine line(String consultation, String comment);

  /** The lines of a consultation, by comment. */
  List<RedactionLine> lines(String consultation);

  /** How many steps of a line these know: as far as the editions go that are whole for them. */
  int known(String consultation, String comment, Audience audience);

  /** Appends a step and waits until this instance has read it; it may turn out void. */
  void append(RedactionStep step);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();
}
