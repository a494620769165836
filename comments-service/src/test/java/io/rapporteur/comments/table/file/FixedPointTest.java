package io.rapporteur.comments.table.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.table.Column;
import io.rapporteur.comments.table.FilledRow;
import io.rapporteur.comments.table.Layout;
import io.rapporteur.comments.table.Line;
import io.rapporteur.comments.table.Reading;
import io.rapporteur.comments.table.SeedLikeAgenda;
import io.rapporteur.comments.table.Template;
import io.rapporteur.comments.table.UnLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Import, export, import again: rows made at random of texts that formats stumble over, through
 * every format and layout, in a language of each direction.
 */
class FixedPointTest {

  private static final String[] PIECES = {
    "=1+1",
    "+",
    "-",
    "@SUM(A1)",
    "'",
    "''=",
    "\"",
    "\"\"",
    ",",
    ";",
    "\t",
    "\n",
    "\n\n",
    " ",
    "\u202E",
    "\u2066",
    "\u2069",
    "\u200F",
    "\uFF1D1",
    "<script>",
    "</w:t>",
    "&amp;",
    "_x0041_",
    "_x005F_",
    "\uD83D\uDE00",
    "\uD834\uDD1E",
    "نص",
    "تعليق",
    "text",
    "13(jj)",
    "{}",
    "\u00A0",
    "]]>",
    "e\u0301",
    "é",
    "(2)",
    "\uFEFF"
  };

  private static Stream<Arguments> tables() {
    return Stream.of(TableFormat.values())
        .flatMap(format -> Stream.of(Layout.values()).map(layout -> List.of(format, layout)))
        .flatMap(
            each ->
                Stream.of(UnLanguage.AR, UnLanguage.EN)
                    .map(language -> Arguments.of(each.get(0), each.get(1), language)));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void givesTheSameRowsAgain(TableFormat format, Layout layout, UnLanguage language)
      throws Exception {
    Template template = Template.of(SeedLikeAgenda.agenda(), language);
    for (int seed = 1; seed <= 3; seed++) {
      List<FilledRow> rows = rows(template, new Random(seed));

      byte[] written = format.write(template, rows, layout);
      Reading reading = read(format, written);
      byte[] again = format.write(template, reading.rows(), layout);

      assertThat(reading.faults()).isEmpty();
      assertThat(withoutPlace(reading.rows()))
          .containsExactlyInAnyOrderElementsOf(withoutPlace(rows));
      assertThat(again).isEqualTo(written);
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void holdsTheLongestTexts(TableFormat format, Layout layout, UnLanguage language)
      throws Exception {
    Template template = Template.of(SeedLikeAgenda.agenda(), language);
    FilledRow row = row(template.lines().get(7), "\uD83D\uDE00".repeat(20_000));

    Reading reading = read(format, format.write(template, List.of(row), layout));

    assertThat(withoutPlace(reading.rows())).isEqualTo(withoutPlace(List.of(row)));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void saysNothingOfATableThatNobodyFilled(TableFormat format, Layout layout, UnLanguage language)
      throws Exception {
    Template template = Template.of(SeedLikeAgenda.agenda(), language);
    byte[] file = format.write(template, List.of(), layout);

    if (format == TableFormat.NDJSON) {
      assertThat(file).isEmpty();
    } else {
      Reading reading = read(format, file);
      assertThat(reading.rows()).isEmpty();
      assertThat(reading.faults()).isEmpty();
      assertThat(reading.remarks()).isEmpty();
      assertThat(file).hasSizeLessThan(1_000_000);
    }
  }

  @Test
  void goesThroughAllFormatsOneAfterTheOther() throws Exception {
    Template template = Template.of(SeedLikeAgenda.agenda(), UnLanguage.AR);
    List<FilledRow> rows = rows(template, new Random(42));
    List<FilledRow> current = rows;
    for (Layout layout : Layout.values()) {
      for (TableFormat format : TableFormat.values()) {
        current = read(format, format.write(template, current, layout)).rows();
      }
    }

    assertThat(withoutPlace(current)).containsExactlyInAnyOrderElementsOf(withoutPlace(rows));
  }

  private static Reading read(TableFormat format, byte[] file) throws Exception {
    FilledFile read = FilledFile.read(file);
    assertThat(read.format()).isEqualTo(format);
    return read.reading();
  }

  private static List<FilledRow> withoutPlace(List<FilledRow> rows) {
    return rows.stream().map(FixedPointTest::withoutPlace).toList();
  }

  private static FilledRow withoutPlace(FilledRow row) {
    return new FilledRow(
        0,
        row.id(),
        row.version(),
        row.number(),
        row.reference(),
        row.kind(),
        row.position(),
        row.comment(),
        row.language(),
        row.proposedText(),
        row.amendedLanguage(),
        row.rationale(),
        row.further(),
        Set.of());
  }

  private static List<FilledRow> rows(Template template, Random random) {
    List<FilledRow> rows = new ArrayList<>();
    for (Line line : template.lines()) {
      boolean filled = line.role() != Line.Role.NOTICE && line.role() != Line.Role.DISCLAIMER;
      if (filled && random.nextInt(4) == 0) {
        for (int more = random.nextInt(3); more >= 0; more--) {
          rows.add(row(line, random));
        }
      }
    }
    return rows;
  }

  private static FilledRow row(Line line, Random random) {
    boolean further = line.role() == Line.Role.FURTHER;
    Map<Column, String> more =
        random.nextInt(4) == 0
            ? Map.of(
                Column.QUOTATION,
                text(random),
                Column.PLACE,
                text(random),
                Column.LINE_NUMBER,
                "12",
                Column.SECTION,
                text(random),
                Column.TRANSLATIONS,
                "[{\"language\":\"fr\",\"text\":\"t\",\"author\":\"a\"}]",
                Column.DRAFT,
                "0b7e7bd8/3",
                Column.ON_BEHALF_OF,
                "g77",
                Column.CO_SPONSORS,
                "cl; ng",
                Column.ATTACHMENTS,
                "6f1c; 7a2b")
            : Map.of();
    return new FilledRow(
        0,
        cell(line, Column.ID),
        cell(line, Column.VERSION).map(Integer::valueOf),
        further ? maybe(random, "36, 38-40") : cell(line, Column.NUMBER),
        further ? maybe(random, "13(a)-(d), (jj)") : cell(line, Column.REFERENCE),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(Kind.values()[random.nextInt(Kind.values().length)]),
        Position.values()[random.nextInt(Position.values().length)],
        Optional.of(text(random)),
        maybe(random, new String[] {"ar", "en", "sw", "zh-Hans"}[random.nextInt(4)]),
        maybe(random, text(random)),
        random.nextBoolean() ? Optional.empty() : Optional.of(UnLanguage.FR),
        maybe(random, text(random)),
        more,
        Set.of());
  }

  private static FilledRow row(Line line, String text) {
    return new FilledRow(
        0,
        cell(line, Column.ID),
        cell(line, Column.VERSION).map(Integer::valueOf),
        cell(line, Column.NUMBER),
        cell(line, Column.REFERENCE),
        Optional.of(Kind.TECHNICAL),
        Position.OBJECT,
        Optional.of(text),
        Optional.of("en"),
        Optional.of("=" + text),
        Optional.of(UnLanguage.AR),
        Optional.of("_x0041_" + text),
        Map.of(),
        Set.of());
  }

  private static Optional<String> cell(Line line, Column column) {
    return Optional.of(line.cell(column)).filter(text -> !text.isEmpty());
  }

  private static Optional<String> maybe(Random random, String text) {
    return random.nextBoolean() ? Optional.of(text) : Optional.empty();
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    while (text.toString().replace('\u00A0', ' ').isBlank()) {
      for (int pieces = random.nextInt(8); pieces >= 0; pieces--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.toString();
  }
}
