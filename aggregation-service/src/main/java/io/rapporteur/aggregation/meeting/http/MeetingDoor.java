package io.rapporteur.aggregation.meeting.http;

import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Moment;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.meeting.Act;
import io.rapporteur.aggregation.meeting.Conducting;
import io.rapporteur.aggregation.meeting.Judgement;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.MeetingOutcome;
import io.rapporteur.aggregation.meeting.Meetings;
import io.rapporteur.aggregation.meeting.Surroundings;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Role;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.TextLimit;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;

/**
 * What all doors of a meeting share: who sees what, what each outcome is answered with, and the
 * same 404 for what is missing and what the caller may not see.
 */
public final class MeetingDoor {

  static final TextLimit NAME = TextLimit.characters(200);
  static final TextLimit REASON = TextLimit.characters(2_000);
  private static final List<String> LANGUAGES = List.of("ar", "zh", "en", "fr", "ru", "es");

  private final Meetings meetings;
  private final Conducting conducting;
  private final Compilations compilations;
  private final Surroundings surroundings;
  private final Clock clock;
  private final Looking looking;

  /** Puts it together. */
  public MeetingDoor(
      Meetings meetings,
      Conducting conducting,
      Compilations compilations,
      Surroundings surroundings,
      Clock clock) {
    this.meetings = meetings;
    this.conducting = conducting;
    this.compilations = compilations;
    this.surroundings = surroundings;
    this.clock = clock;
    this.looking = new Looking(compilations, clock);
  }

  /** Whether the caller sees what is prepared. */
  static boolean leads(Caller caller) {
    return switch (caller.role()) {
      case CHAIR, RAPPORTEUR, SECRETARIAT -> true;
      case DELEGATION, BUREAU, PUBLIC -> false;
    };
  }

  /**
   * A meeting that the caller may look at: who leads sees it as it stands, delegations and Bureau
   * what was shown, and everyone that from the first edition on.
   *
   * @param shows whether there is something in it for others
   */
  Meeting look(String id, Caller caller, Function<Meeting, Boolean> shows) {
    Optional<Meeting> found = found(id, caller, shows);
    if (found.isEmpty() && catchUp()) {
      found = found(id, caller, shows);
    }
    return found.orElseThrow(MeetingDoor::missing);
  }

  private Optional<Meeting> found(String id, Caller caller, Function<Meeting, Boolean> shows) {
    return compilations
        .consultation(id)
        .filter(c -> admits(c, caller))
        .map(c -> meetings.meeting(id))
        .filter(meeting -> leads(caller) || shows.apply(meeting));
  }

  /** Whether a caller may read what was circulated and shown. */
  public boolean admits(Consultation consultation, Caller caller) {
    return leads(caller) || caller.role() != Role.PUBLIC || hasEdition(consultation, caller);
  }

  private boolean hasEdition(Consultation consultation, Caller caller) {
    return !looking.editions(consultation, caller).isEmpty();
  }

  /** A consultation that is there for sure. */
  Consultation consultation(String id) {
    Optional<Consultation> found = compilations.consultation(id);
    if (found.isEmpty() && catchUp()) {
      found = compilations.consultation(id);
    }
    return found.orElseThrow(MeetingDoor::missing);
  }

  /** The consultation that a body names. */
  Consultation consultation(Fields fields) {
    String id = fields.text("consultation", NAME);
    Optional<Consultation> found = compilations.consultation(id);
    if (found.isEmpty() && catchUp()) {
      found = compilations.consultation(id);
    }
    return found.orElseThrow(
        () -> new RefusedException(List.of(Fault.of("consultation", id, "an open consultation"))));
  }

  private boolean catchUp() {
    if (!compilations.catchUp() || !meetings.catchUp()) {
      throw behind();
    }
    return true;
  }

  /**
   * Reads what a body says of a consultation; with the log read to its end, so that an item that
   * was just published is known.
   */
  MeetingFields reading(Consultation consultation, Instant now) {
    catchUp();
    return new MeetingFields(consultation.id(), items(consultation), zone(consultation.id()), now);
  }

  SourceItems items(Consultation consultation) {
    return new SourceItems(consultation, compilations.items(consultation));
  }

  Compilations compilations() {
    return compilations;
  }

  /** The comments on entries, as far as the caller may see any. */
  Optional<EntryComments> comments(Consultation consultation, Caller caller, HouseOrder order) {
    Sight sight = looking.look(consultation, caller, new Moment.Now(), "asOf").sight();
    return sight.visibility().equals("sealed")
        ? Optional.empty()
        : Optional.of(
            new EntryComments(
                sight,
                order,
                () -> compilations.histories(consultation.id()),
                compilations::difference));
  }

  Meeting meeting(String consultation) {
    return meetings.meeting(consultation);
  }

  /** The meeting, with the log read to its end. */
  Meeting latest(String consultation) {
    if (!meetings.catchUp()) {
      throw behind();
    }
    return meetings.meeting(consultation);
  }

  /** A meeting whose list is adopted; the same 404 for one whose list is not, and for none. */
  Meeting adopted(String consultation) {
    Meeting meeting = meetings.meeting(consultation);
    if (meeting.adopted().isEmpty()) {
      meeting = latest(consultation);
    }
    if (meeting.adopted().isEmpty()) {
      throw missing();
    }
    return meeting;
  }

  ZoneId zone(String consultation) {
    return surroundings.zone(consultation);
  }

  Optional<String> participantClass(String code) {
    Optional<String> found = surroundings.participantClass(code);
    if (found.isEmpty() && catchUp()) {
      found = surroundings.participantClass(code);
    }
    return found;
  }

  HouseOrder order(String language) {
    return new HouseOrder(language, compilations.names(language));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  static Act act(Caller caller, String key, Instant now, Map<String, Object> said) {
    return new Act(caller.client(), caller.client(), caller.role().claim(), key, now, said);
  }

  /** Does it, or refuses. */
  MeetingOutcome.Counted done(Act act, String consultation, Function<Meeting, Judgement> judging) {
    return switch (conducting.act(act, consultation, judging)) {
      case MeetingOutcome.Counted counted -> counted;
      case MeetingOutcome.KeyReused reused ->
          throw new RefusedException(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "Idempotency-Key: used before for another request (expected: a new key for a new"
                  + " request)");
      case MeetingOutcome.NothingThere none -> throw missing();
      case MeetingOutcome.Faulty(List<Fault> faults) -> throw new RefusedException(faults);
      case MeetingOutcome.Changed(int revision, List<String> entries) ->
          throw new RefusedException(
              ProblemType.REVISION_CONFLICT,
              "If-Match: %s has changed since (expected: \"%d\", after reading it again)"
                  .formatted(
                      entries.isEmpty() ? "the meeting" : String.join(", ", entries), revision));
      case MeetingOutcome.Closed closed ->
          throw new RefusedException(
              ProblemType.LIST_ADOPTED,
              "The list has been adopted; only statements and further languages follow.");
      case MeetingOutcome.Overtaken overtaken ->
          throw new RefusedException(
              ProblemType.REVISION_CONFLICT, "Other acts came first again and again; ask again.");
      case MeetingOutcome.ViewBehind behind -> throw behind();
    };
  }

  static void refuse(Fields fields) {
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
  }

  static String language(@Nullable String language) {
    if (language == null) {
      return "en";
    }
    if (!LANGUAGES.contains(language)) {
      throw new RefusedException(
          List.of(Fault.of("language", language, "one of " + String.join(", ", LANGUAGES))));
    }
    return language;
  }

  /** An answer for this caller; only who leads learns the revision of the meeting. */
  static <T> ResponseEntity<T> answer(
      ResponseEntity.BodyBuilder answer, T body, Meeting meeting, Caller caller) {
    if (leads(caller)) {
      answer.eTag(tag(meeting));
    }
    // The tag is of the meeting, and comments come in beside it: nothing is kept to be asked for by
    // it.
    return answer
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        .body(body);
  }

  static <T> ResponseEntity<T> answer(T body, Meeting meeting, Caller caller) {
    return answer(ResponseEntity.ok(), body, meeting, caller);
  }

  static Caller caller(@Nullable Authentication authentication) {
    return Caller.of(authentication);
  }

  private static String tag(Meeting meeting) {
    return "\"" + meeting.revision() + "\"";
  }

  private static RefusedException behind() {
    return new RefusedException(
        ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
  }

  /** One sentence for all that is missing and all that is not for the caller. */
  static RefusedException missing() {
    return new RefusedException(ProblemType.NOT_FOUND, "There is nothing of this name to be seen.");
  }
}
