package io.rapporteur.ingest.consultations;

import io.rapporteur.ingest.consultations.Consultation.Edition;
import io.rapporteur.schemas.http.Fault;
import java.time.Instant;
import java.util.Optional;

/**
 * What an edition that is asked for comes to. A name that stands is answered as it stands, but that
 * one for participants is opened by naming everyone; what everyone reads cannot be closed again. An
 * edition that corrects another is for those who read that one, unless another audience is named,
 * and opens nothing that is sealed; any other waits for the end of the round, or needs a reason.
 * Pure.
 */
public final class EditionPolicy {

  private static final String AUDIENCE = "audience";

  private EditionPolicy() {}

  /**
   * What is asked.
   *
   * @param audience empty if none was named
   * @param corrects name of the edition whose texts it keeps
   */
  public record Asked(
      String edition,
      Optional<Audience> audience,
      Optional<String> reason,
      Optional<String> corrects) {}

  /** What it comes to. */
  public sealed interface Verdict {

    /** It stands, and nothing is done. */
    record Stands() implements Verdict {}

    /** This is to be done. */
    record Due(Change change) implements Verdict {}

    /** It was for participants, and is open to everyone already. */
    record OpenAlready() implements Verdict {}

    /** The round is open for someone, or was just now, and no reason was given. */
    record RoundStillOpen() implements Verdict {}

    /** It cannot be asked. */
    record Faulty(Fault fault) implements Verdict {}
  }

  /** What is asked of a consultation at a time. */
  public static Verdict judge(Consultation consultation, Asked asked, Instant now) {
    Optional<Audience> audience = asked.audience();
    if (consultation.asReceived() && audience.filter(Audience.PARTICIPANTS::equals).isPresent()) {
      return faulty(
          AUDIENCE, Audience.PARTICIPANTS.word(), "everyone: comments are posted as received");
    }
    return consultation
        .edition(asked.edition())
        .map(edition -> ofStanding(edition, asked))
        .orElseGet(() -> ofNew(consultation, asked, now));
  }

  private static Verdict ofStanding(Edition edition, Asked asked) {
    if (asked.audience().isEmpty()) {
      return new Verdict.Stands();
    }
    return switch (asked.audience().get()) {
      case EVERYONE -> opening(edition, asked.reason());
      case PARTICIPANTS ->
          edition.open()
              ? faulty(
                  AUDIENCE,
                  Audience.PARTICIPANTS.word(),
                  "everyone: " + edition.name() + " is open to everyone")
              : new Verdict.Stands();
    };
  }

  private static Verdict opening(Edition edition, Optional<String> reason) {
    if (!edition.open()) {
      return new Verdict.Due(new Change.OpenEdition(edition.name(), reason));
    }
    // A publication that is asked for again stands.
    return edition.publishedFor() == Audience.EVERYONE
        ? new Verdict.Stands()
        : new Verdict.OpenAlready();
  }

  private static Verdict ofNew(Consultation consultation, Asked asked, Instant now) {
    Optional<Edition> last = consultation.lastEdition();
    if (asked.corrects().isPresent() && !asked.corrects().equals(last.map(Edition::name))) {
      return faulty(
          "corrects",
          asked.corrects().get(),
          "the last edition, " + last.map(Edition::name).orElse("none yet"));
    }
    if (!consultation.settled(now) && asked.reason().isEmpty() && asked.corrects().isEmpty()) {
      return new Verdict.RoundStillOpen();
    }
    Audience read =
        last.filter(edition -> asked.corrects().isPresent() && !edition.open()).isPresent()
            ? Audience.PARTICIPANTS
            : Audience.EVERYONE;
    return new Verdict.Due(
        new Change.Publish(
            asked.edition(), now, asked.reason(), asked.corrects(), asked.audience().orElse(read)));
  }

  private static Verdict faulty(String field, String value, String expected) {
    return new Verdict.Faulty(Fault.of(field, value, expected));
  }
}
