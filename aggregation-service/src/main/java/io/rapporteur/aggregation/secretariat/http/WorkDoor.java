package io.rapporteur.aggregation.secretariat.http;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.CommentHistory;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.secretariat.Act;
import io.rapporteur.aggregation.secretariat.Acting;
import io.rapporteur.aggregation.secretariat.Judgement;
import io.rapporteur.aggregation.secretariat.Outcome;
import io.rapporteur.aggregation.secretariat.Rows;
import io.rapporteur.aggregation.secretariat.Step;
import io.rapporteur.aggregation.secretariat.WorkedOn;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IfMatch;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the doors of the secretariat's work share: which comments there are, and what each outcome
 * is answered with. A comment that does not stand is answered like one that never was.
 */
public final class WorkDoor {

  private static final String NOTHING_YET = "\"0\"";

  private final Looking looking;
  private final WorkedOn comments;
  private final Rows rows;
  private final Acting acting;
  private final Clock clock;

  /** Puts it together. */
  public WorkDoor(Looking looking, WorkedOn comments, Rows rows, Clock clock) {
    this.looking = looking;
    this.comments = comments;
    this.rows = rows;
    this.acting = new Acting(rows);
    this.clock = clock;
  }

  /** One comment that the secretariat sees. */
  public record There(List<Comment> revisions, Comment shown, boolean waits) {

    /** The text of a revision. */
    public Optional<Comment> text(int revision) {
      return revisions.stream()
          .filter(each -> each.revision() == revision && each.content().isPresent())
          .findFirst();
    }
  }

  /** The consultation of an id. */
  public Consultation consultation(String id) {
    return looking.find(id);
  }

  /** What a caller sees. */
  public Looking looking() {
    return looking;
  }

  /** A comment as it is in the log now. */
  There latest(Consultation consultation, String comment) {
    looking.freshen();
    return there(consultation, comment);
  }

  /**
   * A comment that stands, or waits for a decision; the log is read before it is called missing.
   */
  There there(Consultation consultation, String comment) {
    return find(consultation, comment)
        .orElseThrow(
            () ->
                new RefusedException(
                    ProblemType.NOT_FOUND,
                    "There is no comment of this id in " + consultation.id()));
  }

  /** The same; empty if there is none. */
  public Optional<There> find(Consultation consultation, String comment) {
    Optional<There> there = known(consultation, comment);
    if (there.isEmpty()) {
      looking.freshen();
      there = known(consultation, comment);
    }
    return there;
  }

  private Optional<There> known(Consultation consultation, String comment) {
    List<Comment> revisions = comments.revisions(consultation.id(), comment);
    CommentHistory history = CommentHistory.of(revisions);
    return history
        .standing()
        .or(history::late)
        .map(shown -> new There(revisions, shown, history.standing().isEmpty()));
  }

  /** A row as far as it has been read. */
  public List<Step> row(String subject) {
    return rows.row(subject);
  }

  /** A row, with the log read to its end. */
  List<Step> latest(String subject) {
    catchUp();
    return rows.row(subject);
  }

  /** Reads the log of the work to its end. */
  public void catchUp() {
    if (!rows.catchUp()) {
      throw behind();
    }
  }

  /** The day that it is for people of a consultation. */
  LocalDate today(Consultation consultation) {
    return LocalDate.ofInstant(clock.instant(), comments.zone(consultation.id()));
  }

  /** The time of a request. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Does it, or refuses; answers the row as it then stands. */
  public List<Step> done(
      Act act, String subject, Consultation consultation, Function<List<Step>, Judgement> judging) {
    return switch (acting.act(act, subject, consultation.id(), judging)) {
      case Outcome.Counted(List<Step> row) -> row;
      case Outcome.KeyReused reused ->
          throw new RefusedException(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "Idempotency-Key: used before for another request (expected: a new key for a new"
                  + " request)");
      case Outcome.Faulty(List<Fault> faults) -> throw new RefusedException(faults);
      case Outcome.NotSeen(int revision) ->
          throw new RefusedException(
              ProblemType.REVISION_REQUIRED,
              "If-Match: missing (expected: \"%d\", after reading what it replaces)"
                  .formatted(revision));
      case Outcome.Changed(int revision) ->
          throw new RefusedException(
              ProblemType.REVISION_CONFLICT,
              "If-Match: changed since (expected: \"%d\", after reading it again)"
                  .formatted(revision));
      case Outcome.Overtaken overtaken ->
          throw new RefusedException(
              ProblemType.REVISION_CONFLICT, "Other acts came first again and again; ask again.");
      case Outcome.ViewBehind behind -> throw behind();
    };
  }

  /** The revision that was seen, where one is named; 0 where nothing had been done. */
  public static Optional<Integer> seen(HttpServletRequest request) {
    String header = request.getHeader("If-Match");
    if (header == null) {
      return Optional.empty();
    }
    return Optional.of(header.strip().equals(NOTHING_YET) ? 0 : IfMatch.revision(request));
  }

  /** The ETag of a row. */
  public static String tag(List<Step> row) {
    return "\"" + (row.isEmpty() ? 0 : row.getLast().number()) + "\"";
  }

  /** Refuses what has faults, with all of them. */
  public static void refuse(Fields fields) {
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
  }

  private static RefusedException behind() {
    return new RefusedException(
        ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
  }
}
