package io.rapporteur.comments.imports;

import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.draft.DraftContent;
import java.util.Optional;

/**
 * One comment of a row: a row that names several items is a comment on each.
 *
 * @param row number of the row, from 1
 * @param target as the row names it
 * @param draft the draft that the row was written from, and the version that it was written from
 */
record MeantRow(int row, Target target, DraftContent content, Optional<Written> draft) {

  /** A version of a draft. */
  record Written(String draft, int version) {

    /** From a cell such as {@code 0b7e7bd8-.../3}; empty if it is none. */
    static Optional<Written> of(String cell) {
      int slash = cell.lastIndexOf('/');
      return slash > 0 && cell.substring(slash + 1).matches("[1-9][0-9]{0,8}")
          ? Optional.of(
              new Written(cell.substring(0, slash), Integer.parseInt(cell.substring(slash + 1))))
          : Optional.empty();
    }
  }
}
