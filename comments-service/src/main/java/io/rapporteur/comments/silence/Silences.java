package io.rapporteur.comments.silence;

import java.util.List;
import java.util.Optional;

/** Procedures, as the log tells them. Implementations are thread-safe. */
public interface Silences {

  /** The procedure of a question. */
  Optional<Silence> silence(String question);

  /** All procedures, the latest first. */
  List<Silence> all();

  /** Objections that counted, in the order in which they were received. */
  List<Objection> objections(Silence silence);

  /** Appends a step and waits until this instance has read it; it may turn out void. */
  void append(Step step);

  /** Appends an objection with the step that it makes: both or none. */
  void append(Step step, Objection objection);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();
}
