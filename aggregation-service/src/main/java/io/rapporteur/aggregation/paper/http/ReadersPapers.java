package io.rapporteur.aggregation.paper.http;

import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.paper.Asked;
import io.rapporteur.aggregation.paper.Composing;
import io.rapporteur.aggregation.paper.Made;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Papers as their readers may see them at this moment. Thread-safe. */
public final class ReadersPapers {

  private static final String GRANTED = "granted";

  private final Compilations compilations;
  private final Sights sights;
  private final Clock clock;

  /** Composes from these. */
  public ReadersPapers(Compilations compilations, Sights sights, Clock clock) {
    this.compilations = compilations;
    this.sights = sights;
    this.clock = clock;
  }

  /** What a caller sees: the same that the compilation shows it. */
  @FunctionalInterface
  public interface Sights {
    /** What it sees now. */
    Sight of(Consultation consultation, Caller caller);
  }

  /** A consultation, read to the end of the log before it is called missing. */
  Consultation find(String id) {
    Optional<Consultation> consultation = compilations.consultation(id);
    if (consultation.isEmpty() && compilations.catchUp()) {
      consultation = compilations.consultation(id);
    }
    return consultation.orElseThrow(
        () -> new RefusedException(ProblemType.NOT_FOUND, "There is no consultation " + id + "."));
  }

  /** The ids of its sections, in the order of the text. */
  List<String> sections(Consultation consultation) {
    return compilations.items(consultation).stream()
        .map(item -> item.section().id())
        .distinct()
        .toList();
  }

  /** The paper that a caller asks for. */
  Made made(String id, Caller caller, Asked asked) {
    Consultation consultation = find(id);
    // Before it is looked at: what is redacted while the paper is made voids it too.
    String redacted = compilations.redacted(id);
    List<Item> items = compilations.items(consultation);
    Sight sight = sights.of(consultation, caller);
    List<Notice> since =
        sight.edition().map(edition -> compilations.notices(id, edition)).orElse(List.of());
    String language = asked.language().tag();
    var composing =
        new Composing(
            consultation,
            items,
            sight,
            since,
            new HouseOrder(language, compilations.names(language)),
            compilations::difference,
            asked);
    return new Made(
        composing.paper(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
        sight.visibility().equals(GRANTED),
        redacted);
  }

  /** Whether nothing has been redacted or lifted since a paper was made. */
  boolean stillRedacted(String id, String redacted) {
    compilations.freshen();
    return compilations.redacted(id).equals(redacted);
  }

  /** Whether the grant by which a caller saw what is sealed stands. */
  boolean stillGranted(String id, Caller caller) {
    return caller.role().canBeGrantedSight()
        && find(id).grantsSight(caller.role().claim(), clock.instant());
  }
}
