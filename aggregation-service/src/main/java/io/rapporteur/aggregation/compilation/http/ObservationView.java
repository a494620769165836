package io.rapporteur.aggregation.compilation.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Observation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the secretariat observes on a comment.
 *
 * @param disposition word, for instance {@code accepted-in-part}
 * @param original language of the text
 * @param texts the same in further languages
 * @param ofRevision revision of the comment that it is on
 * @param outdated whether the comment has been revised since
 * @param released whether whoever sees the comment reads it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ObservationView(
    @Nullable String disposition,
    @Nullable String text,
    @Nullable String original,
    Map<String, String> texts,
    int ofRevision,
    boolean outdated,
    boolean released) {

  static ObservationView of(Observation observation, Comment comment) {
    return new ObservationView(
        observation.disposition().orElse(null),
        observation.text().orElse(null),
        observation.language().orElse(null),
        observation.texts(),
        observation.ofRevision(),
        observation.isOutdated(comment),
        observation.released());
  }
}
