package io.rapporteur.comments.imports;

import io.rapporteur.comments.comment.Beside;
import io.rapporteur.comments.comment.Content.Translation;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.DraftContent;
import io.rapporteur.comments.table.Agenda;
import io.rapporteur.comments.table.Column;
import io.rapporteur.comments.table.FilledRow;
import io.rapporteur.comments.table.NameList;
import io.rapporteur.comments.table.UnLanguage;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Drafts as rows of a table. Participants and groups stand in it by their codes, which do not
 * change as names do. Each row names its draft and the version, so that it is this draft again when
 * the table comes back.
 */
public final class ExportedRows {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Map<String, Agenda.Item> items = new HashMap<>();

  /** Rows for a table of this agenda. */
  public ExportedRows(Agenda agenda) {
    agenda.items().forEach(item -> items.put(item.id(), item));
  }

  /** The row of a draft. */
  public FilledRow row(Draft draft) {
    Target target = draft.said().resolved().orElse(draft.said().named());
    DraftContent content = draft.said().content();
    Optional<String> id = target.recommendation().or(target::section).or(target::document);
    Optional<Agenda.Item> item = id.map(items::get);
    Map<Column, String> further = new EnumMap<>(Column.class);
    further.put(Column.DRAFT, draft.id() + "/" + draft.version());
    Beside beside = content.beside();
    beside.onBehalfOf().ifPresent(group -> further.put(Column.ON_BEHALF_OF, group));
    list(beside.coSponsors()).ifPresent(codes -> further.put(Column.CO_SPONSORS, codes));
    list(beside.attachments()).ifPresent(ids -> further.put(Column.ATTACHMENTS, ids));
    content.quotation().ifPresent(text -> further.put(Column.QUOTATION, text));
    if (!content.translations().isEmpty()) {
      further.put(Column.TRANSLATIONS, json(content.translations()));
    }
    return new FilledRow(
        0,
        id,
        draft.said().named().recommendationVersion().or(target::recommendationVersion),
        item.map(found -> Integer.toString(found.number())),
        item.map(Agenda.Item::reference),
        content.kind(),
        content.position(),
        content.text(),
        content.language(),
        content.proposedText(),
        content.proposedTextLanguage().flatMap(UnLanguage::of),
        content.rationale(),
        further,
        Set.of());
  }

  private static Optional<String> list(List<String> codes) {
    return codes.isEmpty() ? Optional.empty() : Optional.of(NameList.written(codes));
  }

  private static String json(List<Translation> translations) {
    ArrayNode list = MAPPER.createArrayNode();
    for (Translation translation : translations) {
      list.addObject()
          .put("language", translation.language())
          .put("text", translation.text())
          .put("author", translation.author());
    }
    return list.toString();
  }
}
