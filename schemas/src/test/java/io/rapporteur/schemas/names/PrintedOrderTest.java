package io.rapporteur.schemas.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedOrderTest {

  @Test
  void isThatOfParagraph67OfTheSeedReport() throws IOException {
    List<String> printed =
        Files.readAllLines(Path.of("../seeds/paragraph-67.tsv")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t")[1])
            .toList();
    List<String> shuffled = new ArrayList<>(printed);
    Collections.shuffle(shuffled, new Random(67));

    shuffled.sort(new PrintedOrder("ar")::compareNames);

    assertThat(printed).hasSize(51);
    assertThat(shuffled).containsExactlyElementsOf(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr|Guinée,Guinée-Bissau,Guinée équatoriale,Guyana",
        "fr|République de Corée,République démocratique populaire lao,République de Moldova",
        "fr|Rwanda,Sainte-Lucie,Saint-Kitts-et-Nevis,Saint-Marin,Samoa",
        "fr|Égypte,El Salvador,Émirats arabes unis,Équateur,Érythrée",
        "es|Guinea,Guinea-Bissau,Guinea Ecuatorial",
        "es|Nigeria,Noruega,Ñ,Omán",
        "ru|Папуа — Новая Гвинея,Парагвай",
        "ar|الجزائر,جزر القمر,جمهورية كوريا",
        "ar|غينيا,غينيا الاستوائية,غينيا - بيساو",
        "ar|أيرلندا,آيسلندا,إيطاليا",
        "zh|比利时,秘鲁,冰岛",
        "zh|孟加拉国,密克罗尼西亚联邦,缅甸"
      })
  void isAlphabeticalAsListsOfThatLanguageAre(String language, String names) {
    List<String> expected = List.of(names.split(","));
    List<String> reversed = new ArrayList<>(expected.reversed());

    reversed.sort(new PrintedOrder(language)::compareNames);

    assertThat(reversed).containsExactlyElementsOf(expected);
  }

  @Test
  void putsClassesBeforeNamesAndOtherClassesTogether() {
    record Each(String participantClass, String name) {}
    List<Each> printed =
        List.of(
            new Each("member-state", "Zambia"),
            new Each("non-member-observer-state", "Holy See"),
            new Each("intergovernmental-organization", "European Union"),
            new Each("un-entity", "INTERPOL"),
            new Each("intergovernmental-organization", "World Bank"),
            new Each("private-sector", "A Company"),
            new Each("academia", "B University"),
            new Each("non-governmental-organization", "C Association"));
    List<Each> reversed = new ArrayList<>(printed.reversed());

    reversed.sort(
        new PrintedOrder("en").by(Each::participantClass, Each::name, each -> "same code"));

    assertThat(reversed).containsExactlyElementsOf(printed);
  }
}
