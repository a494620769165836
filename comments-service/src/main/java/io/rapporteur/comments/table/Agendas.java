package io.rapporteur.comments.table;

import java.util.Optional;

/** What consultations put forward for comment. Implementations are thread-safe. */
public interface Agendas {

  /** The agenda of a consultation. */
  Optional<Agenda> agenda(String consultation);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();
}
