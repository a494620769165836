package io.rapporteur.aggregation.board.http;

import io.rapporteur.aggregation.board.Opening;
import io.rapporteur.aggregation.board.Openings;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Role;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;

/**
 * Who looks at a board: the secretariat and those to whom it grants sight, and those to whom the
 * Bureau opened it. The latter see counts alone, and no name of a state of the log: that would
 * count what was withdrawn, too.
 */
public final class BoardSight {

  private final Looking looking;
  private final Openings openings;

  /** Looks with these. */
  public BoardSight(Looking looking, Openings openings) {
    this.looking = looking;
    this.openings = openings;
  }

  /**
   * How a caller looks.
   *
   * @param opening by which it does; empty for those who see everything
   */
  record Seen(Optional<Opening> opening) {

    boolean all() {
      return opening.isEmpty();
    }
  }

  Looking looking() {
    return looking;
  }

  /** How the caller looks at the board; empty if it may not. */
  Optional<Seen> seen(Consultation consultation, Caller caller) {
    if (looking.seesAll(consultation, caller, "tallies")) {
      return Optional.of(new Seen(Optional.empty()));
    }
    return openings
        .of(consultation.id())
        .filter(opening -> admits(opening, caller.role()))
        .map(opening -> new Seen(Optional.of(opening)));
  }

  /** The same, or a refusal. */
  Seen require(Consultation consultation, Caller caller) {
    return seen(consultation, caller)
        .orElseThrow(
            () ->
                caller.role() == Role.PUBLIC
                    // Answered as everywhere where a token is wanted.
                    ? new AccessDeniedException("tallies")
                    : new RefusedException(
                        ProblemType.FORBIDDEN,
                        "Tallies are for the secretariat, for those to whom it grants sight, and"
                            + " for those to whom the Bureau opened the board."));
  }

  private static boolean admits(Opening opening, Role role) {
    return switch (opening.audience()) {
      case CHAIR -> role == Role.CHAIR || role == Role.RAPPORTEUR;
      case PARTICIPANTS -> role != Role.PUBLIC;
      case EVERYONE -> true;
    };
  }
}
