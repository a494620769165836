package io.rapporteur.aggregation.kafka;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.meeting.CirculatedDraft;
import io.rapporteur.aggregation.meeting.kafka.MeetingTables;
import io.rapporteur.schemas.wording.WordDifference;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import io.rapporteur.schemas.wording.Wordings;
import java.util.List;
import java.util.Optional;

/**
 * The differences of proposed texts, each computed once: a revision and the version that it amends
 * never change. Who reads marks in place of what is redacted gets the difference of that text, and
 * no other. A wording that has not been read yet is looked for again. Thread-safe.
 */
final class Differences {

  /** In characters: some 60 MB. */
  private static final long MOST = 16L * 1024 * 1024;

  private final Wordings wordings;
  private final MeetingTables meetings;
  private final Cache<Key, List<Stretch>> known =
      Caffeine.newBuilder().maximumWeight(MOST).weigher(Differences::weight).build();

  Differences(Wordings wordings, MeetingTables meetings) {
    this.wordings = wordings;
    this.meetings = meetings;
  }

  private record Key(String comment, int revision, Optional<String> proposed) {}

  /** Of a revision; empty if it proposes nothing, or the text that it amends is not there. */
  Optional<List<Stretch>> of(Comment comment) {
    var key =
        new Key(
            comment.id(),
            comment.revision(),
            comment.content().map(Comment.Saying::read).flatMap(Content::proposedText));
    Optional<List<Stretch>> difference =
        Optional.ofNullable(known.getIfPresent(key)).or(() -> compute(comment));
    difference.ifPresent(stretches -> known.put(key, stretches));
    return difference;
  }

  private Optional<List<Stretch>> compute(Comment comment) {
    Optional<Content> content = comment.content().map(Comment.Saying::read);
    Optional<String> proposed = content.flatMap(Content::proposedText);
    if (proposed.isEmpty()) {
      return Optional.empty();
    }
    String language = content.flatMap(Content::proposedTextLanguage).orElse("");
    return amended(comment, language)
        .map(text -> WordDifference.between(text, proposed.get(), language));
  }

  /** The text that it amends: of an item, or of an entry as it was circulated. */
  private Optional<String> amended(Comment comment, String language) {
    return comment
        .recommendation()
        .flatMap(item -> wordings.text(item, comment.recommendationVersion().orElse(1), language))
        .or(
            () ->
                comment
                    .entry()
                    .flatMap(
                        entry ->
                            CirculatedDraft.texts(
                                meetings.meeting(comment.consultation()),
                                entry,
                                comment.draftVersion().orElse(1)))
                    .map(texts -> texts.get(language)));
  }

  private static int weight(Key key, List<Stretch> stretches) {
    return key.proposed().map(String::length).orElse(0)
        + stretches.stream().mapToInt(stretch -> stretch.text().length() + 16).sum();
  }
}
