package io.rapporteur.comments.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableReaderTest {

  private static final List<Column> ALL = Column.standing();

  private static final Set<Column> FURTHER =
      Arrays.stream(Column.values()).filter(Column::further).collect(Collectors.toSet());

  private static final FilledRow ROW =
      new FilledRow(
          2,
          Optional.of("doc.13.jj"),
          Optional.of(3),
          Optional.of("36"),
          Optional.of("13(jj)"),
          Optional.of(Kind.EDITORIAL),
          Position.SUPPORT_WITH_CHANGES,
          Optional.of("A comment"),
          Optional.of("fr"),
          Optional.of("A text"),
          Optional.of(UnLanguage.RU),
          Optional.of("A reason"),
          Map.of(),
          FURTHER);

  @ParameterizedTest
  @EnumSource
  void findsColumnsByTheirHeadingsInAnyLanguageAndOrder(UnLanguage language) throws Exception {
    var random = new Random(language.ordinal());
    for (int n = 0; n < 50; n++) {
      List<Column> order = new ArrayList<>(ALL);
      Collections.shuffle(order, random);

      Reading reading = read(header(language, order), row(2, language, order, ROW));

      assertThat(reading.faults()).isEmpty();
      assertThat(reading.rows()).containsExactly(ROW);
    }
  }

  @Test
  void passesOverColumnsThatItDoesNotKnowAndDoesWithoutThoseThatAreMissing() throws Exception {
    Reading reading =
        read(
            raw(1, "Our file", "COMMENT :", "  no "), raw(2, "internal remark", "A comment", "36"));

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.comment()).contains("A comment");
              assertThat(row.number()).contains("36");
              assertThat(row.id()).isEmpty();
              assertThat(row.position()).isEqualTo(Position.NOT_STATED);
            });
  }

  @Test
  void costsOneBadRowAndNoOther() throws Exception {
    Reading reading =
        read(
            raw(1, "Reference", "Position", "Comment", "Language of the comment"),
            raw(2, "13(a)", "Support", "one", "English"),
            raw(3, "13(b)", "Perhaps", "two", "Elvish"),
            raw(4, "13(c)", "objection", "three", "sw"));

    assertThat(reading.rows()).extracting(FilledRow::row).containsExactly(2, 4);
    assertThat(reading.rows().get(1).language()).contains("sw");
    assertThat(reading.faults())
        .extracting(CellFault::row, fault -> fault.fault().field())
        .containsExactly(tuple(3, "B3"), tuple(3, "D3"));
    assertThat(reading.faults().getFirst().fault().message())
        .startsWith("B3: Perhaps (expected: one of support, support-with-changes");
  }

  @Test
  void tellsOfAFormulaAndOfAHiddenRow() throws Exception {
    Reading reading =
        read(
            raw(1, "Reference", "Comment"),
            new RawRow(
                2,
                false,
                Map.of(0, new RawCell.Text("13(a)"), 1, new RawCell.Unusable("a formula"))),
            new RawRow(
                3, true, Map.of(0, new RawCell.Text("13(b)"), 1, new RawCell.Text("secret"))));

    assertThat(reading.rows()).isEmpty();
    assertThat(reading.faults())
        .extracting(fault -> fault.fault().message())
        .containsExactly(
            "B2: a formula (expected: a text)",
            "row 3: hidden (expected: a row that people can see)");
  }

  @Test
  void passesOverRowsInWhichNothingIsSaid() throws Exception {
    Reading reading =
        read(
            raw(1, "Reference", "Comment", "Kind of comment"),
            raw(2, "13(a)", "", "Technical"),
            new RawRow(3, true, Map.of(0, new RawCell.Unusable("a formula"))));

    assertThat(reading.rows()).isEmpty();
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.remarks()).isEmpty();
  }

  @Test
  void tellsOfAHeadingThatStandsTwice() throws Exception {
    Reading reading =
        read(raw(1, "Reference", "Comment", "التعليق"), raw(2, "13(a)", "first", "second"));

    assertThat(reading.rows()).extracting(FilledRow::comment).containsExactly(Optional.of("first"));
    assertThat(reading.faults()).extracting(fault -> fault.fault().field()).containsExactly("C1");
  }

  @Test
  void refusesWhatHasNoHeader() {
    assertThatThrownBy(() -> read(raw(1, "some", "other"), raw(51, "table")))
        .isInstanceOf(NoTableException.class)
        .hasMessageContaining("header: missing");
    assertThatThrownBy(() -> new TableReader().end()).isInstanceOf(NoTableException.class);
  }

  @Test
  void givesUpOnATableOfFaults() {
    var reader = new TableReader();

    assertThatThrownBy(
            () -> {
              reader.take(raw(1, "Reference", "Comment", "Position"));
              for (int n = 2; n < 100_000; n++) {
                reader.take(raw(n, "13(a)", "text", "Perhaps"));
              }
            })
        .isInstanceOf(NoTableException.class)
        .hasMessageContaining("faults: more than");
  }

  @Test
  void namesCellsAsSpreadsheetsDo() {
    assertThat(List.of(Header.name(0), Header.name(25), Header.name(26)))
        .containsExactly("A", "Z", "AA");
    assertThat(Header.name(199)).isEqualTo("GR");
  }

  @Test
  void knowsEveryWordOfEveryLanguageForOneThing() {
    for (UnLanguage language : UnLanguage.values()) {
      Words words = Words.in(language);
      for (Column column : Column.values()) {
        assertThat(KnownWords.column(words.heading(column))).contains(column);
      }
      for (Kind kind : Kind.values()) {
        assertThat(KnownWords.kind(words.kind(kind))).contains(kind);
      }
      for (Position position : Position.values()) {
        assertThat(KnownWords.position(words.position(position))).contains(position);
      }
      for (UnLanguage named : UnLanguage.values()) {
        assertThat(KnownWords.language(words.language(named))).contains(named);
      }
    }
  }

  private static Reading read(RawRow... rows) throws NoTableException {
    var reader = new TableReader();
    for (RawRow row : rows) {
      reader.take(row);
    }
    return reader.end();
  }

  private static RawRow header(UnLanguage language, List<Column> order) {
    return raw(1, order.stream().map(Words.in(language)::heading).toArray(String[]::new));
  }

  private static RawRow row(int number, UnLanguage language, List<Column> order, FilledRow row) {
    Map<Column, String> cells = new EnumMap<>(row.cells(Words.in(language)));
    return raw(
        number,
        order.stream().map(column -> cells.getOrDefault(column, "")).toArray(String[]::new));
  }

  private static RawRow raw(int number, String... texts) {
    Map<Integer, RawCell> cells = new HashMap<>();
    for (int column = 0; column < texts.length; column++) {
      if (!texts[column].isBlank()) {
        cells.put(column, new RawCell.Text(texts[column]));
      }
    }
    return new RawRow(number, false, cells);
  }
}
