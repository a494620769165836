package io.rapporteur.comments.imports;

import io.rapporteur.comments.comment.Beside;
import io.rapporteur.comments.comment.Content.Translation;
import io.rapporteur.comments.draft.DraftContent;
import io.rapporteur.comments.table.Column;
import io.rapporteur.comments.table.FilledRow;
import io.rapporteur.comments.table.Places;
import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.TextLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a row says, within the limits of a comment. What it does not say is missing in the draft and
 * never made up; only a language may be given for the whole file.
 */
final class RowContent {

  private static final TextLimit TEXT = TextLimit.characters(20_000);
  private static final TextLimit QUOTATION = TextLimit.characters(2_000);
  private static final TextLimit NAME = TextLimit.characters(200);
  private static final int TRANSLATIONS = 5;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final FilledRow row;
  private final Places places;
  private final List<Fault> faults;

  private RowContent(FilledRow row, Places places, List<Fault> faults) {
    this.row = row;
    this.places = places;
    this.faults = faults;
  }

  /**
   * Reads a row, without what stands beside its words.
   *
   * @param language of a text or a wording whose row names none
   * @param faults are added to
   */
  static DraftContent of(
      FilledRow row, Places places, Optional<UnLanguage> language, List<Fault> faults) {
    return new RowContent(row, places, faults).content(language);
  }

  private DraftContent content(Optional<UnLanguage> language) {
    Optional<String> text = limited(row.comment(), Column.COMMENT, TEXT);
    Optional<String> proposed = limited(row.proposedText(), Column.PROPOSED_TEXT, TEXT);
    return new DraftContent(
        row.kind(),
        row.position(),
        text,
        text.isEmpty() ? Optional.empty() : row.language().or(() -> language.map(UnLanguage::tag)),
        translations(),
        proposed,
        proposed.isEmpty()
            ? Optional.empty()
            : row.amendedLanguage().or(() -> language).map(UnLanguage::tag),
        limited(row.rationale(), Column.RATIONALE, TEXT),
        limited(quotation(), Column.QUOTATION, QUOTATION),
        Beside.NOTHING);
  }

  /** Where a table of others says in words which place is meant, those words are the passage. */
  private Optional<String> quotation() {
    if (row.further(Column.QUOTATION).isPresent()) {
      return row.further(Column.QUOTATION);
    }
    List<String> said = new ArrayList<>();
    row.further(Column.PLACE).ifPresent(said::add);
    row.further(Column.LINE_NUMBER).ifPresent(line -> said.add("(" + line + ")"));
    return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", said));
  }

  private Optional<String> limited(Optional<String> text, Column column, TextLimit limit) {
    text.flatMap(limit::fault)
        .ifPresent(
            found -> faults.add(Fault.of(places.cell(column, row.row()), found, limit.expected())));
    return text;
  }

  private List<Translation> translations() {
    Optional<String> json = row.further(Column.TRANSLATIONS);
    if (json.isEmpty()) {
      return List.of();
    }
    List<Translation> translations = new ArrayList<>();
    boolean others = false;
    try {
      JsonNode list = MAPPER.readTree(json.get());
      for (JsonNode each : list) {
        if (each.path("bySecretariat").asBoolean(false)) {
          // In a table that was exported; it is not the author's.
          others = true;
        } else {
          translations.add(
              new Translation(
                  each.path("language").asString(""),
                  each.path("text").asString(""),
                  each.path("author").asString("")));
        }
      }
    } catch (JacksonException e) {
      translations.clear();
      others = false;
    }
    boolean good =
        (others || !translations.isEmpty())
            && translations.size() <= TRANSLATIONS
            && translations.stream().allMatch(RowContent::good);
    if (!good) {
      faults.add(
          Fault.of(
              places.cell(Column.TRANSLATIONS, row.row()),
              "not a list of translations",
              "JSON, at most %d objects with language, text and author".formatted(TRANSLATIONS)));
    }
    return translations;
  }

  private static boolean good(Translation translation) {
    return translation.language().matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
        && TEXT.fault(translation.text()).isEmpty()
        && NAME.fault(translation.author()).isEmpty();
  }
}
