package io.rapporteur.aggregation.compilation.http;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.CommentHistory;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Consultation.Edition;
import io.rapporteur.aggregation.compilation.Cut;
import io.rapporteur.aggregation.compilation.Manifest;
import io.rapporteur.aggregation.compilation.Moment;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.compilation.Sight.Published;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Role;
import io.rapporteur.schemas.audit.Note;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sees of a consultation as of a moment; looks by a grant of sight are noted. It
 * alone says which editions are whole for whom: one for participants for all who sign in.
 */
public final class Looking {

  /** A comment of a younger time may still be on its way to the log. */
  static final Duration SETTLED = Duration.ofSeconds(60);

  private final Compilations compilations;
  private final Clock clock;

  /** The clock says whether a sight that was granted is over, and what is in the future. */
  public Looking(Compilations compilations, Clock clock) {
    this.compilations = compilations;
    this.clock = clock;
  }

  /**
   * What is seen.
   *
   * @param asOf which state of the log it is; empty for those who may not count its records
   * @param audience to whom the caller belongs
   */
  public record Look(Sight sight, Optional<AsOf> asOf, Audience audience) {

    private Look asHandedIn() {
      return new Look(sight.asHandedIn(), asOf, audience);
    }
  }

  /** A state of the log: the time that was asked for, if one was, and the cut that it means. */
  public record AsOf(Optional<Instant> time, Cut cut, boolean provisional) {}

  /** The consultation of an id; waits for the log before it says that there is none. */
  public Consultation find(String id) {
    Optional<Consultation> consultation = compilations.consultation(id);
    if (consultation.isEmpty() && compilations.catchUp()) {
      consultation = compilations.consultation(id);
    }
    return consultation.orElseThrow(
        () -> new RefusedException(ProblemType.NOT_FOUND, "There is no consultation " + id + "."));
  }

  /** Waits a moment for what has been handed in until now. */
  public void freshen() {
    compilations.freshen();
  }

  /** The cut of a name that a reader came back with; empty if the log has not reached it. */
  public Optional<Cut> cut(@Nullable String name) {
    return Optional.ofNullable(name).flatMap(text -> Cut.parse(text, compilations.partitions()));
  }

  /** Whether the caller sees all that the secretariat sees; by a grant, the look is noted. */
  public boolean seesAll(Consultation consultation, Caller caller, String what) {
    if (caller.isSecretariat()) {
      return true;
    }
    boolean granted =
        caller.role().canBeGrantedSight()
            && consultation.grantsSight(caller.role().claim(), clock.instant());
    if (granted) {
      Note.of("look", consultation.id() + "/" + what);
    }
    return granted;
  }

  /** Whether the caller leads, and so sees of what it sees also what is only prepared. */
  public static boolean seesPrepared(Caller caller) {
    return switch (caller.role()) {
      case CHAIR, RAPPORTEUR, SECRETARIAT -> true;
      case DELEGATION, BUREAU, PUBLIC -> false;
    };
  }

  /**
   * What the caller sees. As of a time or a cut that is what had been handed in, and stays the same
   * for good: what the secretariat has translated of it is not there.
   *
   * @param field the parameter that named the moment
   * @throws RefusedException if there is no such moment, or it is not for this caller
   */
  public Look look(Consultation consultation, Caller caller, Moment moment, String field) {
    Look look = goingOn(consultation, caller, moment, field);
    return switch (moment) {
      case Moment.Time time -> look.asHandedIn();
      case Moment.At at -> look.asHandedIn();
      case Moment.Now now -> look;
      case Moment.Edition edition -> look;
    };
  }

  /**
   * What a caller sees on a next page, in the state of the first: what the secretariat has
   * translated is there as it was on that.
   *
   * @param field the parameter that named the moment
   * @throws RefusedException if there is no such moment, or it is not for this caller
   */
  Look goingOn(Consultation consultation, Caller caller, Moment moment, String field) {
    return switch (moment) {
      case Moment.Now now -> now(consultation, caller);
      case Moment.Edition edition -> edition(consultation, audience(caller), edition.name(), field);
      case Moment.Time time -> {
        requireAll(consultation, caller);
        Instant now = clock.instant();
        if (time.at().isAfter(now)) {
          throw refused(field, time.at().toString());
        }
        List<List<Comment>> histories = complete(consultation);
        Cut cut = Cut.at(time.at(), CommentHistory.places(histories), compilations.partitions());
        boolean provisional = time.at().isAfter(now.minus(SETTLED));
        yield at(histories, caller, new AsOf(Optional.of(time.at()), cut, provisional));
      }
      case Moment.At at -> {
        requireAll(consultation, caller);
        List<List<Comment>> histories = complete(consultation);
        if (!at.cut().isWithin(CommentHistory.cut(histories, compilations.partitions()))) {
          throw refused(field, at.cut().name());
        }
        yield at(histories, caller, new AsOf(Optional.empty(), at.cut(), false));
      }
    };
  }

  private Look now(Consultation consultation, Caller caller) {
    if (caller.role() != Role.PUBLIC) {
      compilations.freshen();
    }
    Optional<Published> edition = lastWhole(consultation, caller);
    if (seesAll(consultation, caller, "compilation")) {
      List<List<Comment>> histories = compilations.histories(consultation.id());
      Cut cut = CommentHistory.cut(histories, compilations.partitions());
      return new Look(
          all(caller, histories, edition.map(Published::edition)),
          Optional.of(new AsOf(Optional.empty(), cut, false)),
          audience(caller));
    }
    Sight sight =
        caller.role() == Role.DELEGATION
            ? Sight.ofDelegation(
                caller.participant().orElseThrow(),
                compilations.histories(consultation.id()),
                edition)
            : Sight.ofPublic(edition);
    return new Look(sight, Optional.empty(), audience(caller));
  }

  private Look edition(Consultation consultation, Audience audience, String name, String field) {
    List<String> whole = whole(consultation, audience);
    if (!whole.contains(name)) {
      throw refused(field, "edition:" + name);
    }
    List<Comment> comments =
        name.equals(whole.getLast())
            ? compilations.published(consultation.id(), name, audience)
            : earlier(consultation, audience, name);
    Sight sight =
        Sight.ofPublic(Optional.of(new Published(name, comments, readBy(consultation, name))));
    return new Look(sight, Optional.empty(), audience);
  }

  /** An edition that others followed: without what was withdrawn since. */
  private List<Comment> earlier(Consultation consultation, Audience audience, String name) {
    Set<String> standing =
        compilations.histories(consultation.id()).stream()
            .filter(history -> CommentHistory.of(history).standing().isPresent())
            .map(history -> history.getFirst().id())
            .collect(Collectors.toSet());
    return compilations
        .computed(consultation.id(), name, audience)
        .orElseGet(() -> compilations.published(consultation.id(), name, audience))
        .stream()
        .filter(comment -> standing.contains(comment.id()))
        .toList();
  }

  private Look at(List<List<Comment>> histories, Caller caller, AsOf asOf) {
    List<List<Comment>> until =
        histories.stream().map(history -> CommentHistory.until(asOf.cut(), history)).toList();
    return new Look(all(caller, until, Optional.empty()), Optional.of(asOf), audience(caller));
  }

  private static Sight all(Caller caller, List<List<Comment>> histories, Optional<String> edition) {
    return caller.isSecretariat()
        ? Sight.ofSecretariat(histories, edition)
        : Sight.granted(histories, edition);
  }

  private void requireAll(Consultation consultation, Caller caller) {
    if (!seesAll(consultation, caller, "compilation")) {
      throw new RefusedException(
          ProblemType.FORBIDDEN,
          "The compilation as of a time or cut is for the secretariat and for those to whom it"
              + " grants sight; an edition is for everyone.");
    }
  }

  private List<List<Comment>> complete(Consultation consultation) {
    if (!compilations.freshen()) {
      throw new RefusedException(
          ProblemType.NOT_READY,
          "Not all comments have been compiled yet; ask again in a few seconds.");
    }
    return compilations.histories(consultation.id());
  }

  /** The last edition that is whole for a caller. */
  public Optional<Published> lastWhole(Consultation consultation, Caller caller) {
    return lastWholeEdition(consultation, audience(caller))
        .map(
            name ->
                new Published(
                    name,
                    compilations.published(consultation.id(), name, audience(caller)),
                    readBy(consultation, name)));
  }

  /** The name of the last edition that is whole for these; empty while everything is sealed. */
  public Optional<String> lastWholeEdition(Consultation consultation, Audience audience) {
    List<String> whole = whole(consultation, audience);
    return whole.isEmpty() ? Optional.empty() : Optional.of(whole.getLast());
  }

  /** The editions that are whole for a caller, in their order. */
  public List<Edition> editions(Consultation consultation, Caller caller) {
    return consultation.editions().stream()
        .filter(edition -> manifest(consultation, caller, edition.name()).isPresent())
        .toList();
  }

  /** The manifest of an edition; empty until the edition is whole for a caller. */
  public Optional<Manifest> manifest(Consultation consultation, Caller caller, String edition) {
    return consultation
        .edition(edition)
        .flatMap(found -> compilations.manifest(consultation.id(), found.name(), audience(caller)));
  }

  /** To whom a caller belongs. */
  public static Audience audience(Caller caller) {
    return switch (caller.role()) {
      case DELEGATION, SECRETARIAT, CHAIR, RAPPORTEUR, BUREAU -> Audience.PARTICIPANTS;
      case PUBLIC -> Audience.EVERYONE;
    };
  }

  /**
   * The editions that are whole for these, in their order, and after them what is posted as
   * received.
   */
  private List<String> whole(Consultation consultation, Audience audience) {
    return Stream.concat(
            consultation.editions().stream()
                .map(Edition::name)
                .filter(
                    name -> compilations.manifest(consultation.id(), name, audience).isPresent()),
            consultation.asReceived() ? Stream.of(Consultation.AS_RECEIVED) : Stream.empty())
        .toList();
  }

  /** Who reads an edition that is whole. */
  private Audience readBy(Consultation consultation, String name) {
    return name.equals(Consultation.AS_RECEIVED)
            || compilations.manifest(consultation.id(), name, Audience.EVERYONE).isPresent()
        ? Audience.EVERYONE
        : Audience.PARTICIPANTS;
  }

  private static RefusedException refused(String field, String value) {
    return new RefusedException(List.of(Fault.of(field, value, Moment.EXPECTED)));
  }
}
