package io.rapporteur.comments.table.http;

import io.rapporteur.comments.table.Agenda;
import io.rapporteur.comments.table.Agendas;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The agenda that a request names, read to the end of the log before it is called unknown. */
public final class KnownAgenda {

  private KnownAgenda() {}

  /**
   * The agenda.
   *
   * @param faults are added to
   */
  public static Optional<Agenda> of(
      Agendas agendas, @Nullable String consultation, List<Fault> faults) {
    if (consultation == null) {
      faults.add(Fault.of("consultation", "missing", "id of a consultation"));
      return Optional.empty();
    }
    Optional<Agenda> agenda = agendas.agenda(consultation);
    if (agenda.isEmpty() && agendas.catchUp()) {
      agenda = agendas.agenda(consultation);
    }
    if (agenda.isEmpty()) {
      faults.add(
          Fault.of(
              ProblemType.UNKNOWN_REFERENCE,
              "consultation",
              consultation,
              "id of a consultation",
              List.of()));
    }
    return agenda;
  }
}
