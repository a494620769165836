package io.rapporteur.ingest.participants;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.Region;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesOfParticipantsTest {

  private static final List<Participant> ALL = SeededParticipants.all();
  private static final NamesOfParticipants names = SeededParticipants.names();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Venezuela (Bolivarian Republic of)|ve",
        "Bolivarian Republic of Venezuela|ve",
        "the Bolivarian Republic of Venezuela|ve",
        "République bolivarienne du Venezuela|ve",
        "فنزويلا (جمهورية - البوليفارية)|ve",
        "委内瑞拉玻利瓦尔共和国|ve",
        "委内瑞拉(玻利瓦尔共和国)|ve",
        "Iran (Islamic Republic of)|ir",
        "Iran (République islamique d’)|ir",
        "Венесуэла (Боливарианская Республика)|ve",
        "Republic of Korea|kr",
        "Democratic People's Republic of Korea|kp",
        "Bosnia and Herzegovina|ba",
        "United Kingdom|gb",
        "Rusia|ru",
        "Turkey|tr",
        "the former Yugoslav Republic of Macedonia|mk",
        "la ex República Yugoslava de Macedonia|mk",
        "前南斯拉夫的马其顿共和国|mk",
        "Swaziland|sz",
        "Cape Verde|cv",
        "Nauru|nr",
      })
  void recognizesAName(String printed, String code) {
    assertThat(names.code(printed)).as(printed).contains(code);
  }

  @Test
  void recognizesEveryOfficialNameAsItsOwn() {
    List<String> wrong = new ArrayList<>();
    for (Participant each : ALL) {
      each.names()
          .values()
          .forEach(
              name -> {
                if (!names.code(name.shortName()).filter(each.code()::equals).isPresent()) {
                  wrong.add(name.shortName());
                }
              });
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void recognizesNoParticipantInTheNameOfATerritory() {
    List<String> chosen = new ArrayList<>();
    for (String language : ParticipantPolicy.LANGUAGES) {
      for (DisplayContext length :
          List.of(DisplayContext.LENGTH_FULL, DisplayContext.LENGTH_SHORT)) {
        var display = LocaleDisplayNames.getInstance(new ULocale(language), length);
        for (Region region : Region.getAvailable(Region.RegionType.TERRITORY)) {
          String name = display.regionDisplayName(region.toString());
          if (Territories.isCode(region.toString()) && names.code(name).isPresent()) {
            chosen.add(name);
          }
        }
      }
    }

    assertThat(chosen).isEmpty();
    assertThat(names.code("Republic of China")).isEmpty();
    assertThat(names.code("Taiwan Province of China")).isEmpty();
  }

  @Test
  void recognizesNothingInWordsThatAreNoName() {
    assertThat(names.code("paragraph 13")).isEmpty();
    assertThat(names.code("")).isEmpty();
    assertThat(names.code("Atlantis")).isEmpty();
  }
}
