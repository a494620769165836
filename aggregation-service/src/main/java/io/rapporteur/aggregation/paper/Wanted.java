package io.rapporteur.aggregation.paper;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.compilation.Placing;
import io.rapporteur.schemas.reference.EntryReference;
import java.util.Collection;
import java.util.Optional;

/**
 * The part of a compilation that a paper shows; everything asked for must be met. Who asks for an
 * entry of the draft gets the comments on it, and neither items nor what is said on them.
 */
final class Wanted {

  private final Asked asked;
  private final Optional<String> entry;
  private final Placing placing;

  /** Of a consultation, by whose id its entries are called. */
  Wanted(Asked asked, String consultation, Placing placing) {
    this.asked = asked;
    this.entry = asked.entry().map(called -> EntryReference.id(consultation, called));
    this.placing = placing;
  }

  boolean shows(Item item) {
    return entry.isEmpty() && meets(asked.section(), Optional.of(item.section().id()));
  }

  /** The section is that under which a comment stands. */
  boolean shows(Comment comment) {
    return (asked.section().isEmpty() || placing.section(comment).equals(asked.section()))
        && meets(entry, comment.entry())
        && meets(asked.participant(), Optional.of(comment.participant()))
        && meets(asked.kind(), Optional.of(comment.saying().kind()))
        && meets(asked.position(), Optional.of(comment.saying().position()));
  }

  /**
   * What became of a comment since.
   *
   * @param items ids of those on the paper
   */
  boolean shows(Notice notice, Collection<String> items) {
    return notice.recommendation().map(items::contains).orElse(asked.section().isEmpty())
        && meets(entry, notice.entry())
        && meets(asked.participant(), Optional.of(notice.participant()));
  }

  private static boolean meets(Optional<String> wanted, Optional<String> found) {
    return wanted.isEmpty() || wanted.equals(found);
  }
}
