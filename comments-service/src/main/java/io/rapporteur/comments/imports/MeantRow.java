package io.rapporteur.comments.imports;

import io.rapporteur.comments.comment.Beside;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.draft.DraftContent;
import io.rapporteur.comments.table.Column;
import io.rapporteur.comments.table.FilledRow;
import java.util.Optional;

/**
 * One comment of a row: a row that names several items is a comment on each.
 *
 * @param row number of the row, from 1
 * @param target as the row names it
 * @param source the row, which tells what its table says nothing of
 * @param draft the draft that the row was written from, and the version that it was written from
 */
record MeantRow(
    int row, Target target, DraftContent content, FilledRow source, Optional<Written> draft) {

  /**
   * What it makes of a draft: a column that its table does not have leaves the draft as it is,
   * where an empty cell takes away.
   */
  DraftContent onto(DraftContent standing) {
    boolean passage = !source.silentOn(Column.QUOTATION, Column.PLACE, Column.LINE_NUMBER);
    boolean translations = !source.silentOn(Column.TRANSLATIONS);
    Beside beside = content.beside();
    Beside before = standing.beside();
    return new DraftContent(
        content.kind(),
        content.position(),
        content.text(),
        content.language(),
        translations ? content.translations() : standing.translations(),
        content.proposedText(),
        content.proposedTextLanguage(),
        content.rationale(),
        passage ? content.quotation() : standing.quotation(),
        new Beside(
            source.silentOn(Column.ON_BEHALF_OF) ? before.onBehalfOf() : beside.onBehalfOf(),
            source.silentOn(Column.CO_SPONSORS) ? before.coSponsors() : beside.coSponsors(),
            source.silentOn(Column.ATTACHMENTS) ? before.attachments() : beside.attachments()));
  }

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
