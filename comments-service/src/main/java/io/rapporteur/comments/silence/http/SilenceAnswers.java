package io.rapporteur.comments.silence.http;

import io.rapporteur.comments.silence.Question.KnownTo;
import io.rapporteur.comments.silence.Silence;
import io.rapporteur.comments.silence.SilenceOutcome;
import io.rapporteur.comments.silence.Silences;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Role;
import io.rapporteur.schemas.audit.Note;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What each caller may see of a procedure, and what each outcome is answered with. */
final class SilenceAnswers {

  private final Silences silences;
  private final Clock clock;

  SilenceAnswers(Silences silences, Clock clock) {
    this.silences = silences;
    this.clock = clock;
  }

  /** Whether the caller may know of the question at all: the asked, and those who lead. */
  static boolean mayKnow(Silence silence, Caller caller) {
    return caller.role() == Role.DELEGATION
        ? caller.participant().filter(silence.question()::asks).isPresent()
        : caller.role() != Role.PUBLIC;
  }

  SilenceView view(Silence silence, Caller caller) {
    boolean leads = caller.isSecretariat() || caller.role() == Role.CHAIR;
    boolean objectors = knowsObjectors(silence, caller);
    if (objectors && caller.role() == Role.CHAIR) {
      Note.of("look-objectors", silence.id());
    }
    return SilenceView.of(
        silence,
        silences.objections(silence),
        new SilenceView.Sight(leads, objectors, caller.participant()),
        clock.instant());
  }

  private static boolean knowsObjectors(Silence silence, Caller caller) {
    KnownTo knownTo = silence.question().knownTo();
    return switch (caller.role()) {
      case CHAIR -> true;
      case SECRETARIAT -> knownTo != KnownTo.CHAIR;
      case DELEGATION, BUREAU, RAPPORTEUR -> knownTo == KnownTo.BODY;
      case PUBLIC -> false;
    };
  }

  SilenceView of(SilenceOutcome outcome, Caller caller) {
    return switch (outcome) {
      case SilenceOutcome.Counted(Silence silence) -> view(silence, caller);
      case SilenceOutcome.KeyReused reused ->
          throw new RefusedException(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "Idempotency-Key: used before for another request (expected: a new key for a new request)");
      case SilenceOutcome.NoSuchQuestion none -> throw missing();
      case SilenceOutcome.NotAsked notAsked when caller.isSecretariat() ->
          throw new RefusedException(
              List.of(Fault.of("participant", "not asked", "one of the members of the question")));
      case SilenceOutcome.NotAsked notAsked -> throw missing();
      case SilenceOutcome.Over(Silence silence) ->
          throw new RefusedException(
              ProblemType.SILENCE_OVER,
              "The procedure has ended: "
                  + silence
                      .ending()
                      .map(e -> e.kind().name())
                      .orElse("")
                      .toLowerCase(java.util.Locale.ROOT)
                  + ".");
      case SilenceOutcome.NotLater(Silence silence) ->
          throw new RefusedException(
              List.of(
                  Fault.of(
                      "closesAt", "not later", "an instant later than " + silence.closesAt())));
      case SilenceOutcome.ObjectedBefore before ->
          throw new RefusedException(
              ProblemType.ALREADY_EXISTS,
              "The member has objected before, in other words; that objection stands.");
      case SilenceOutcome.Overtaken overtaken ->
          throw new RefusedException(
              ProblemType.REVISION_CONFLICT, "Other steps came first again and again; ask again.");
      case SilenceOutcome.ViewBehind behind -> throw behind();
    };
  }

  /** The question of an id, for this caller, after reading the log to its end if need be. */
  Silence find(String id, Caller caller) {
    Optional<Silence> found = silences.silence(id);
    if (found.isEmpty()) {
      if (!silences.catchUp()) {
        throw behind();
      }
      found = silences.silence(id);
    }
    return found.filter(silence -> mayKnow(silence, caller)).orElseThrow(SilenceAnswers::missing);
  }

  private static RefusedException behind() {
    return new RefusedException(
        ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
  }

  private static RefusedException missing() {
    return new RefusedException(
        ProblemType.NOT_FOUND, "There is no question of this id that this caller may see.");
  }
}
