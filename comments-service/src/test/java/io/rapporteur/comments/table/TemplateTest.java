package io.rapporteur.comments.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.table.Line.Role;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplateTest {

  private final Template english = Template.of(SeedLikeAgenda.agenda(), UnLanguage.EN);
  private final Template arabic = Template.of(SeedLikeAgenda.agenda(), UnLanguage.AR);

  @Test
  void hasOneLineAnItemInTheOrderOfTheRunningNumbers() {
    assertThat(lines(english, Role.ITEM))
        .extracting(line -> line.cell(Column.NUMBER))
        .isEqualTo(IntStream.rangeClosed(1, 117).mapToObj(Integer::toString).toList());
  }

  @Test
  void saysWhatALineIsOnAndWhichVersionItShows() {
    Line first = lines(english, Role.ITEM).getFirst();
    Line inArabic = lines(arabic, Role.ITEM).getFirst();

    assertThat(first.cell(Column.ID)).isEqualTo(SeedLikeAgenda.DOCUMENT + ".13.1");
    assertThat(first.cell(Column.REFERENCE)).isEqualTo("13(1)");
    assertThat(first.cell(Column.TEXT)).isEqualTo("States should cooperate.");
    assertThat(first.cell(Column.VERSION)).isEqualTo("1");
    assertThat(inArabic.cell(Column.VERSION)).isEqualTo("2");
  }

  @Test
  void fallsBackToTheLanguageThatLeadsAndSaysSo() {
    Line second = lines(english, Role.ITEM).get(1);

    assertThat(second.cell(Column.TEXT)).startsWith("ينبغي");
    assertThat(second.cell(Column.TEXT_LANGUAGE)).isEqualTo("Arabic (read by machine)");
    assertThat(second.textLanguage()).isEqualTo("ar");
    assertThat(lines(english, Role.ITEM).getFirst().cell(Column.TEXT_LANGUAGE))
        .isEqualTo("English");
  }

  @Test
  void putsHeadingAndDisclaimerBeforeEachList() {
    List<Role> roles = english.lines().stream().map(Line::role).toList();
    int second = roles.lastIndexOf(Role.SECTION);

    assertThat(lines(english, Role.SECTION))
        .extracting(line -> line.cell(Column.TEXT))
        .containsExactly("Heading 13\nAgenda item 2", "Heading 14\nAgenda item 2");
    assertThat(lines(english, Role.DISCLAIMER))
        .extracting(line -> line.cell(Column.TEXT_LANGUAGE))
        .containsExactly("Arabic", "Arabic");
    assertThat(roles.subList(second, second + 3))
        .containsExactly(Role.SECTION, Role.DISCLAIMER, Role.ITEM);
    assertThat(english.lines().get(second + 2).cell(Column.NUMBER)).isEqualTo("71");
  }

  @Test
  void carriesTheNoticesFirst() {
    assertThat(english.lines().subList(0, 3))
        .extracting(line -> line.cell(Column.TEXT))
        .satisfiesExactly(
            text -> assertThat(text).contains("Preliminary"),
            text -> assertThat(text).contains("not the authentic text"),
            text -> assertThat(text).contains("white cells"));
  }

  @Test
  void letsADelegationWriteItsCommentsAndNothingElse() {
    for (Line line : english.lines()) {
      boolean comments = line.role() != Role.NOTICE && line.role() != Role.DISCLAIMER;
      for (Column column : Column.values()) {
        boolean reference = column == Column.NUMBER || column == Column.REFERENCE;
        assertThat(line.written(column))
            .as("%s %s", line.role(), column)
            .isEqualTo(
                (comments && column.answers()) || (line.role() == Role.FURTHER && reference));
      }
    }
  }

  private static List<Line> lines(Template template, Role role) {
    return template.lines().stream().filter(line -> line.role() == role).toList();
  }
}
