package io.rapporteur.comments.imports;

import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.draft.Draft;
import java.util.Optional;

/** Whether a row says what a version of a draft says. Stateless. */
final class SameSaid {

  private SameSaid() {}

  /**
   * The same content on the same target, as far as the row's table has a column for it. A row that
   * names no version of a recommendation says nothing of it, so that a rewording changes no draft.
   */
  static boolean as(MeantRow row, Draft draft) {
    Target meant = draft.said().resolved().orElse(draft.said().named());
    Optional<Integer> version =
        draft.said().named().recommendationVersion().or(meant::recommendationVersion);
    return RowIdentity.key(row.target()).equals(RowIdentity.key(meant))
        && (row.target().recommendationVersion().isEmpty()
            || row.target().recommendationVersion().equals(version))
        && row.onto(draft.said().content()).equals(draft.said().content());
  }
}
