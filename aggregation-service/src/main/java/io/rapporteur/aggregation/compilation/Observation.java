package io.rapporteur.aggregation.compilation;

import java.util.Map;
import java.util.Optional;

/**
 * What the secretariat observes on a comment, and how it disposes of it; at least one of the two.
 *
 * @param disposition word, for instance {@code accepted-in-part}
 * @param language of the text
 * @param texts the same in further languages
 * @param ofRevision the earliest revision of the comment that it is on
 * @param released whoever sees the comment may read it
 */
public record Observation(
    Optional<String> disposition,
    Optional<String> text,
    Optional<String> language,
    Map<String, String> texts,
    int ofRevision,
    boolean released) {

  /** Copies the texts. */
  public Observation {
    texts = Map.copyOf(texts);
  }

  /** Whether the comment has been revised since. */
  public boolean isOutdated(Comment comment) {
    return ofRevision < comment.revision();
  }
}
