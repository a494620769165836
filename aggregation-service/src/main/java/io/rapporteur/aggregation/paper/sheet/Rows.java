package io.rapporteur.aggregation.paper.sheet;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.paper.Entry;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperWriter.Progress;
import io.rapporteur.aggregation.paper.Part;
import io.rapporteur.aggregation.paper.Wording;
import io.rapporteur.aggregation.paper.Words;
import io.rapporteur.schemas.text.DirectionMarks;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of a paper: what travels with it, headings, recommendations, and each comment in a row
 * of its own behind what it is on. The text of a recommendation stands once, above its comments.
 * For one paper.
 */
final class Rows {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String BETWEEN_NAMES = "; ";

  private final Paper paper;
  private final Words words;
  private final Layout layout;

  Rows(Paper paper, Layout layout) {
    this.paper = paper;
    this.words = paper.words();
    this.layout = layout;
  }

  /** Takes rows, one after the other; a column that is not named is empty. */
  interface Taker {
    void take(Map<Column, String> row, boolean heading) throws IOException;
  }

  void each(Progress progress, Taker taker) throws IOException {
    text(taker, paper.running(), true);
    Optional<String> distribution = paper.distribution();
    if (distribution.isPresent()) {
      text(taker, words.word("distribution", distribution.get()), false);
    }
    text(taker, words.date(paper.date()), false);
    text(taker, paper.heading(), true);
    text(taker, paper.title().text(), true);
    for (String notice : paper.notices()) {
      text(taker, notice, false);
    }
    @Nullable Item on = null;
    String reference = "";
    for (Part part : paper.parts()) {
      switch (part) {
        case Part.General general -> text(taker, words.word("general"), true);
        case Part.Section section -> {
          on = null;
          section(taker, section);
        }
        case Part.Item item -> {
          progress.item();
          on = item.item();
          reference = item.reference();
          item(taker, item);
        }
        case Part.Heading heading -> text(taker, heading.text(), true);
        case Part.Point point -> {
          progress.item();
          point(taker, point);
        }
        case Part.Draft draft -> {
          on = null;
          text(taker, words.word("draft"), true);
        }
        case Part.DraftEntry entry -> draftEntry(taker, entry);
        case Part.Late late -> {
          on = null;
          text(taker, words.word("late"), true);
        }
        case Part.Entries entries -> {
          for (Entry entry : entries.each()) {
            taker.take(entry(entry, on, reference), false);
          }
        }
        case Part.Since since -> {
          text(taker, words.word("since"), true);
          for (String sentence : since.sentences()) {
            text(taker, sentence, false);
          }
        }
      }
    }
  }

  private static void text(Taker taker, String text, boolean heading) throws IOException {
    Map<Column, String> row = new EnumMap<>(Column.class);
    row.put(Column.TEXT, text);
    taker.take(row, heading);
  }

  private void section(Taker taker, Part.Section section) throws IOException {
    String agendaItem =
        section.agendaItem().map(item -> "\n" + words.word("agenda-item", item)).orElse("");
    text(
        taker,
        (section.heading().isBlank() ? section.id() : section.heading().text()) + agendaItem,
        true);
    if (section.disclaimer().isPresent()) {
      text(taker, section.disclaimer().get().text(), false);
    }
  }

  private void item(Taker taker, Part.Item item) throws IOException {
    Map<Column, String> row = new EnumMap<>(Column.class);
    row.put(Column.ID, item.item().id());
    row.put(Column.NUMBER, Integer.toString(item.item().number()));
    row.put(Column.REFERENCE, item.reference());
    row.put(Column.TEXT, item.text().text());
    String language = words.language(item.text().language());
    row.put(
        Column.TEXT_LANGUAGE,
        item.item().machineRead() ? language + " (" + words.word("machine-read") + ")" : language);
    taker.take(row, false);
  }

  private void point(Taker taker, Part.Point point) throws IOException {
    if (!point.heading().isEmpty()) {
      text(taker, point.heading(), true);
    }
    for (Wording text : point.texts()) {
      Map<Column, String> row = new EnumMap<>(Column.class);
      point.number().ifPresent(number -> row.put(Column.NUMBER, number.toString()));
      row.put(Column.TEXT, text.text());
      row.put(Column.TEXT_LANGUAGE, words.language(text.language()));
      taker.take(row, false);
    }
    for (String fact : point.facts()) {
      text(taker, fact, false);
    }
    for (Part.Said said : point.said()) {
      text(taker, said.heading() + "\n" + said.text().text(), false);
    }
  }

  private void draftEntry(Taker taker, Part.DraftEntry entry) throws IOException {
    Map<Column, String> row = new EnumMap<>(Column.class);
    row.put(Column.ID, entry.entry().id());
    row.put(Column.REFERENCE, entry.heading(words));
    row.put(Column.TEXT, entry.text().text());
    row.put(Column.TEXT_LANGUAGE, words.language(entry.text().language()));
    taker.take(row, false);
  }

  private Map<Column, String> entry(Entry entry, @Nullable Item on, String reference) {
    Comment comment = entry.comment();
    Content said = entry.said();
    Map<Column, String> row = new EnumMap<>(Column.class);
    comment
        .recommendation()
        .or(comment::entry)
        .or(comment::section)
        .or(comment::document)
        .ifPresent(id -> row.put(Column.ID, id));
    comment
        .recommendationVersion()
        .or(comment::draftVersion)
        .ifPresent(version -> row.put(Column.VERSION, version.toString()));
    if (entry.lineage().isPresent()) {
      row.put(Column.TEXT, entry.lineage().get());
    } else if (on != null) {
      row.put(Column.NUMBER, Integer.toString(on.number()));
      row.put(Column.REFERENCE, reference);
    } else if (comment.entry().isPresent()) {
      entry.on().ifPresent(what -> row.put(Column.REFERENCE, what));
    } else {
      entry.on().ifPresent(what -> row.put(Column.TEXT, what));
    }
    row.put(Column.PARTICIPANT, entry.participant());
    row.put(Column.KIND, layout.kind(said.kind()));
    row.put(Column.POSITION, words.position(said.position()));
    row.put(Column.COMMENT, said.text());
    row.put(Column.LANGUAGE, words.language(said.language()));
    said.proposedText().ifPresent(text -> row.put(Column.PROPOSED_TEXT, text));
    said.proposedTextLanguage()
        .ifPresent(tag -> row.put(Column.AMENDED_LANGUAGE, words.language(tag)));
    said.rationale().ifPresent(text -> row.put(Column.RATIONALE, text));
    entry.group().ifPresent(group -> row.put(Column.ON_BEHALF_OF, group));
    row.put(Column.CO_SPONSORS, String.join(BETWEEN_NAMES, entry.coSponsors()));
    row.put(
        Column.ATTACHMENTS,
        said.attachments().stream()
            .map(Content.Attachment::id)
            .collect(Collectors.joining(BETWEEN_NAMES)));
    // A name may hold what stands between others.
    row.put(
        Column.ATTACHMENT_NAMES,
        said.attachments().stream()
            .map(Content.Attachment::name)
            .collect(Collectors.joining("\n")));
    said.quotation().ifPresent(text -> row.put(Column.QUOTATION, text));
    if (!said.translations().isEmpty()) {
      row.put(Column.TRANSLATIONS, json(said.translations()));
    }
    String observed =
        Stream.of(
                entry.disposed(words).filter(word -> !word.isEmpty()).map(word -> word + "."),
                entry.observed(paper.language()).map(Wording::text))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    if (!observed.isEmpty()) {
      row.put(Column.OBSERVATION, observed);
    }
    row.put(Column.MARKS, marks(row));
    return row;
  }

  private String marks(Map<Column, String> row) {
    return row.entrySet().stream()
        .filter(cell -> !DirectionMarks.of(cell.getValue()).isEmpty())
        .map(
            cell ->
                words.word(cell.getKey().key())
                    + ": "
                    + String.join(" ", DirectionMarks.of(cell.getValue())))
        .collect(Collectors.joining("\n"));
  }

  private static String json(List<Content.Translation> translations) {
    ArrayNode list = MAPPER.createArrayNode();
    for (Content.Translation translation : translations) {
      ObjectNode one =
          list.addObject()
              .put("language", translation.language())
              .put("text", translation.text())
              .put("author", translation.author());
      translation
          .added()
          .ifPresent(
              added -> {
                // The desk does not take these for the author's own when it reads a table again.
                one.put("bySecretariat", true);
                added.proposedText().ifPresent(text -> one.put("proposedText", text));
                added.rationale().ifPresent(text -> one.put("rationale", text));
              });
    }
    return list.toString();
  }
}
