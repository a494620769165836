package io.rapporteur.comments.table;

import io.rapporteur.comments.table.Agenda.Item;
import io.rapporteur.comments.table.Agenda.Section;
import io.rapporteur.comments.table.Agenda.Text;
import io.rapporteur.comments.table.Line.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The table as a delegation gets it, to be filled: notices, a line for general comments on each
 * document, the recommendations in the order of their running numbers under their headings and
 * disclaimers, and lines for further comments.
 *
 * <p>Where the language of the table lacks a text, the language that leads stands in, and the line
 * names it.
 *
 * @param language of the headings, of the words to choose from, and of the texts where they have it
 * @param title of the consultation
 * @param opensAt when the consultation opened
 */
public record Template(
    String consultation, UnLanguage language, String title, Instant opensAt, List<Line> lines) {

  private static final int FURTHER_LINES = 40;

  /** Copies the lines. */
  public Template {
    lines = List.copyOf(lines);
  }

  /** The table of an agenda in a language. */
  public static Template of(Agenda agenda, UnLanguage language) {
    var writing = new Writing(language);
    writing.notices(agenda.items());
    writing.documents(agenda.items());
    writing.items(agenda.items());
    writing.further();
    return new Template(
        agenda.consultation(),
        language,
        Wording.of(agenda.titles(), language.tag(), UnLanguage.EN.tag()).text(),
        agenda.opensAt(),
        writing.lines);
  }

  /**
   * The same table with what a delegation wrote: each row on the line of its id, every other on a
   * line for further comments. A row stays on the version that it was written on.
   */
  public Template filledWith(List<FilledRow> rows) {
    Words words = Words.in(language);
    List<FilledRow> left = new ArrayList<>(rows);
    List<Line> filled = new ArrayList<>();
    for (Line line : lines) {
      filled.add(
          take(left, row -> isOn(line, row)).map(row -> with(line, row, words)).orElse(line));
    }
    filled.replaceAll(
        line ->
            line.role() == Role.FURTHER && line.cells().isEmpty()
                ? take(left, row -> true).map(row -> with(line, row, words)).orElse(line)
                : line);
    left.forEach(row -> filled.add(new Line(Role.FURTHER, row.cells(words), language.tag())));
    return new Template(consultation, language, title, opensAt, filled);
  }

  private static boolean isOn(Line line, FilledRow row) {
    return row.id().filter(id -> id.equals(line.cell(Column.ID))).isPresent();
  }

  private static Optional<FilledRow> take(List<FilledRow> left, Predicate<FilledRow> wanted) {
    Optional<FilledRow> found = left.stream().filter(wanted).findFirst();
    found.ifPresent(left::remove);
    return found;
  }

  private static Line with(Line line, FilledRow row, Words words) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    cells.putAll(line.cells());
    cells.putAll(row.cells(words));
    return new Line(line.role(), cells, line.textLanguage());
  }

  /** A text and its language. */
  private record Wording(String language, String text) {

    /** In the language asked for, else in the one that leads, else in the first there is. */
    static Wording of(Map<String, String> texts, String asked, String leading) {
      for (String language : List.of(asked, leading)) {
        String text = texts.get(language);
        if (text != null) {
          return new Wording(language, text);
        }
      }
      return new TreeMap<>(texts)
          .entrySet().stream()
              .findFirst()
              .map(first -> new Wording(first.getKey(), first.getValue()))
              .orElse(new Wording(asked, ""));
    }
  }

  private static final class Writing {

    private final UnLanguage language;
    private final Words words;
    private final List<Line> lines = new ArrayList<>();

    Writing(UnLanguage language) {
      this.language = language;
      this.words = Words.in(language);
    }

    void notices(List<Item> items) {
      own(Role.NOTICE, words.preliminary());
      if (items.stream()
          .flatMap(item -> item.texts().values().stream())
          .anyMatch(Text::machineRead)) {
        own(Role.NOTICE, words.machineRead());
      }
      own(Role.NOTICE, words.howToFill());
    }

    void documents(List<Item> items) {
      List<String> written = new ArrayList<>();
      for (Item item : items) {
        if (!written.contains(item.document())) {
          written.add(item.document());
          Map<Column, String> cells = cells(words.generalComments(item.symbol()));
          cells.put(Column.ID, item.document());
          cells.put(Column.REFERENCE, item.symbol());
          lines.add(new Line(Role.DOCUMENT, cells, language.tag()));
        }
      }
    }

    /** What is published late stands at the end; its heading is repeated there. */
    void items(List<Item> items) {
      String section = "";
      for (Item item : items) {
        if (!item.section().id().equals(section)) {
          section = item.section().id();
          section(item.section(), item.leading());
        }
        String shown = item.texts().containsKey(language.tag()) ? language.tag() : item.leading();
        Text text = item.texts().getOrDefault(shown, new Text("", 1, false));
        Map<Column, String> cells = cells(text.text());
        cells.put(Column.ID, item.id());
        cells.put(Column.VERSION, Integer.toString(text.version()));
        cells.put(Column.NUMBER, Integer.toString(item.number()));
        cells.put(Column.REFERENCE, item.reference());
        cells.put(Column.TEXT_LANGUAGE, words.languageOf(shown, text.machineRead()));
        lines.add(new Line(Role.ITEM, cells, shown));
      }
    }

    private void section(Section section, String leading) {
      Wording heading = Wording.of(section.headings(), language.tag(), leading);
      String agendaItem = section.agendaItem().map(i -> "\n" + words.agendaItem(i)).orElse("");
      Map<Column, String> cells = cells(heading.text() + agendaItem);
      cells.put(Column.ID, section.id());
      cells.put(Column.TEXT_LANGUAGE, words.languageOf(heading.language(), false));
      lines.add(new Line(Role.SECTION, cells, heading.language()));
      Wording disclaimer = Wording.of(section.disclaimers(), language.tag(), leading);
      if (!disclaimer.text().isBlank()) {
        Map<Column, String> opening = cells(disclaimer.text());
        opening.put(Column.TEXT_LANGUAGE, words.languageOf(disclaimer.language(), false));
        lines.add(new Line(Role.DISCLAIMER, opening, disclaimer.language()));
      }
    }

    void further() {
      own(Role.NOTICE, words.furtherComments());
      for (int n = 0; n < FURTHER_LINES; n++) {
        lines.add(new Line(Role.FURTHER, Map.of(), language.tag()));
      }
    }

    private void own(Role role, String text) {
      lines.add(new Line(role, cells(text), language.tag()));
    }

    private static Map<Column, String> cells(String text) {
      Map<Column, String> cells = new EnumMap<>(Column.class);
      cells.put(Column.TEXT, text);
      return cells;
    }
  }
}
