package io.rapporteur.aggregation.meeting;

/** Meetings, as the log tells them. Implementations are thread-safe. */
public interface Meetings {

  /** The meeting of a consultation; nothing has happened in it yet if the log has none. */
  Meeting meeting(String consultation);

  /** Appends a step and waits until this instance has read it; it may turn out void. */
  void append(Step step);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();
}
