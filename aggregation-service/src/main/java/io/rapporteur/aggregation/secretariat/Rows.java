package io.rapporteur.aggregation.secretariat;

import java.util.List;

/** Rows of counted events, as the log tells them. Implementations are thread-safe. */
public interface Rows {

  /** The steps of a row, in their order; none if nothing has happened. */
  List<Step> row(String subject);

  /** Appends a step and waits until this instance has read it; it may turn out void. */
  void append(Step step);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();
}
