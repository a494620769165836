package io.rapporteur.aggregation.secretariat;

import io.rapporteur.aggregation.compilation.Observation;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the secretariat says to a comment, as it stands after some step. Each part names the
 * revision of the comment that it is on.
 */
public record Answer(
    Optional<Part<Change.Observed>> observation, Optional<Part<Disposition>> disposition) {

  static final Answer NONE = new Answer(Optional.empty(), Optional.empty());

  /**
   * A part with its version.
   *
   * @param ofRevision revision of the comment whose text it is on
   * @param step revision of the work that made it
   */
  public record Part<T>(T what, int ofRevision, int step, Instant at, String by) {}

  boolean isEmpty() {
    return observation.isEmpty() && disposition.isEmpty();
  }

  /**
   * As far as a reader may know of it who sees one revision of the comment: what is on a later text
   * would tell of that text.
   */
  Answer upTo(int revision) {
    return new Answer(
        observation.filter(part -> part.ofRevision() <= revision),
        disposition.filter(part -> part.ofRevision() <= revision));
  }

  Optional<Observation> shown(boolean released) {
    return Optional.of(this)
        .filter(Predicate.not(Answer::isEmpty))
        .map(
            answer ->
                new Observation(
                    disposition.map(Part::what).map(Disposition::word),
                    observation.map(Part::what).map(Change.Observed::text),
                    observation.map(Part::what).map(Change.Observed::language),
                    observation.map(Part::what).map(Change.Observed::texts).orElse(Map.of()),
                    Math.min(
                        observation.map(Part::ofRevision).orElse(Integer.MAX_VALUE),
                        disposition.map(Part::ofRevision).orElse(Integer.MAX_VALUE)),
                    released));
  }
}
