package io.rapporteur.comments.table;

import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.schemas.text.DirectionMarks;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A row in which a delegation wrote something: what it says it is on, and what it says.
 *
 * @param row number of the row, from 1
 * @param id hidden id of what it is on; it goes before number and reference
 * @param version of the text that stood beside it
 * @param number running number, as written
 * @param reference as written
 * @param language tag of the comment's language
 * @param amendedLanguage language version that the proposed text amends
 * @param further texts of further columns, by column
 * @param unsaid further columns that its table does not have: it says nothing of them, where an
 *     empty cell says that there is nothing
 */
public record FilledRow(
    int row,
    Optional<String> id,
    Optional<Integer> version,
    Optional<String> number,
    Optional<String> reference,
    Optional<Kind> kind,
    Position position,
    Optional<String> comment,
    Optional<String> language,
    Optional<String> proposedText,
    Optional<UnLanguage> amendedLanguage,
    Optional<String> rationale,
    Map<Column, String> further,
    Set<Column> unsaid) {

  /** Copies the collections. */
  public FilledRow {
    further = Map.copyOf(further);
    unsaid = Set.copyOf(unsaid);
  }

  /** Whether it says nothing of any of these, neither that there is something nor that not. */
  public boolean silentOn(Column... columns) {
    return unsaid.containsAll(List.of(columns));
  }

  /** The text of a further column. */
  public Optional<String> further(Column column) {
    return Optional.ofNullable(further.get(column));
  }

  /** Its cells, in the words of a language. */
  Map<Column, String> cells(Words words) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    cells.putAll(further);
    id.ifPresent(text -> cells.put(Column.ID, text));
    version.ifPresent(n -> cells.put(Column.VERSION, n.toString()));
    number.ifPresent(text -> cells.put(Column.NUMBER, text));
    reference.ifPresent(text -> cells.put(Column.REFERENCE, text));
    kind.ifPresent(k -> cells.put(Column.KIND, words.kind(k)));
    cells.put(Column.POSITION, words.position(position));
    comment.ifPresent(text -> cells.put(Column.COMMENT, text));
    language.ifPresent(tag -> cells.put(Column.LANGUAGE, words.languageOf(tag, false)));
    proposedText.ifPresent(text -> cells.put(Column.PROPOSED_TEXT, text));
    amendedLanguage.ifPresent(l -> cells.put(Column.AMENDED_LANGUAGE, words.language(l)));
    rationale.ifPresent(text -> cells.put(Column.RATIONALE, text));
    marks(cells, words).ifPresent(found -> cells.put(Column.MARKS, found));
    return cells;
  }

  /**
   * A cell is a paragraph of its own, so that nothing in it turns what stands outside; the text
   * stays as it is, to come back so, and what nobody sees in it is named beside it.
   */
  private static Optional<String> marks(Map<Column, String> cells, Words words) {
    String found =
        cells.entrySet().stream()
            .filter(cell -> !DirectionMarks.of(cell.getValue()).isEmpty())
            .map(
                cell ->
                    words.heading(cell.getKey())
                        + ": "
                        + String.join(" ", DirectionMarks.of(cell.getValue())))
            .collect(Collectors.joining("\n"));
    return Optional.of(found).filter(text -> !text.isEmpty());
  }
}
