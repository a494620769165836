package io.rapporteur.comments.table.ndjson;

import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.table.Column;
import io.rapporteur.comments.table.FilledRow;
import io.rapporteur.comments.table.Line;
import io.rapporteur.comments.table.NameList;
import io.rapporteur.comments.table.Template;
import io.rapporteur.comments.table.UnLanguage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes rows as an object a line, with the fields of a comment as it is handed in alone. */
public final class NdjsonWriting {

  /** Media type of what is written. */
  public static final String MEDIA_TYPE = "application/x-ndjson";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private NdjsonWriting() {}

  /**
   * The bytes of the file.
   *
   * @param template tells whether an id is that of a recommendation, a section or a document
   */
  public static byte[] of(Template template, List<FilledRow> rows) {
    Map<String, Line.Role> roles = new HashMap<>();
    template.lines().forEach(line -> roles.putIfAbsent(line.cell(Column.ID), line.role()));
    var file = new StringBuilder();
    for (FilledRow row : rows) {
      file.append(MAPPER.writeValueAsString(object(row, roles))).append('\n');
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode object(FilledRow row, Map<String, Line.Role> roles) {
    ObjectNode object = MAPPER.createObjectNode();
    row.id().ifPresent(id -> object.put(named(roles.getOrDefault(id, Line.Role.ITEM)), id));
    row.version().ifPresent(version -> object.put("recommendationVersion", version));
    put(object, Column.NUMBER, row.number());
    put(object, Column.REFERENCE, row.reference());
    put(object, Column.KIND, row.kind().map(Kind::word));
    put(
        object,
        Column.POSITION,
        Optional.of(row.position()).filter(p -> p != Position.NOT_STATED).map(Position::word));
    put(object, Column.COMMENT, row.comment());
    put(object, Column.LANGUAGE, row.language());
    put(object, Column.PROPOSED_TEXT, row.proposedText());
    put(object, Column.AMENDED_LANGUAGE, row.amendedLanguage().map(UnLanguage::tag));
    put(object, Column.RATIONALE, row.rationale());
    for (Column column : Column.values()) {
      Optional<String> text = column.further() ? row.further(column) : Optional.empty();
      switch (column) {
        case TRANSLATIONS -> text.ifPresent(json -> translations(object, json));
        case CO_SPONSORS, ATTACHMENTS -> text.ifPresent(names -> names(object, column, names));
        default -> put(object, column, text);
      }
    }
    return object;
  }

  private static String named(Line.Role role) {
    return switch (role) {
      case SECTION -> "section";
      case DOCUMENT -> "document";
      default -> "recommendation";
    };
  }

  private static void put(ObjectNode object, Column column, Optional<String> text) {
    text.ifPresent(t -> NdjsonReading.field(column).ifPresent(name -> object.put(name, t)));
  }

  private static void names(ObjectNode object, Column column, String names) {
    NdjsonReading.field(column)
        .map(object::putArray)
        .ifPresent(list -> NameList.read(names).forEach(list::add));
  }

  private static void translations(ObjectNode object, String json) {
    try {
      object.set("translations", MAPPER.readTree(json));
    } catch (JacksonException e) {
      object.put("translations", json);
    }
  }
}
