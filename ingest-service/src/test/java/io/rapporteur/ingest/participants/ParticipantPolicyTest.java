package io.rapporteur.ingest.participants;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.ingest.participants.Participant.Name;
import io.rapporteur.ingest.participants.ParticipantPolicy.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParticipantPolicyTest {

  private static final List<Participant> SEEDS = SeededParticipants.all();

  @Test
  void everyCardOfTheSeedsCouldBeRecordedByHand() {
    for (Participant card : SEEDS) {
      assertThat(ParticipantPolicy.isCode(card.code())).isTrue();
      assertThat(ParticipantPolicy.faults(card, Optional.empty(), SEEDS)).as(card.code()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tr, Turkey",
    "tr, the Republic of Turkey",
    "tr, TURKEY",
    "mk, The former Yugoslav Republic of Macedonia",
    "mk, l’ex-République yougoslave de Macédoine",
    "sz, Kingdom of Swaziland",
    "mk, 前南斯拉夫的马其顿共和国",
    "nr, Republic of Nauru"
  })
  void aNameThatTheStateHasGivenUpIsRefused(String code, String name) {
    Participant card = state(code, name, null);
    boolean found =
        ParticipantPolicy.faults(card, Optional.empty(), SEEDS).stream()
            .anyMatch(fault -> fault.field().equals("names.en.short"));

    assertThat(found).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"tr, Türkiye", "mk, North Macedonia", "eg, Turkey Creek Islands", "nr, Naoero"})
  void aNameThatOnlyLooksLikeOneIsTaken(String code, String name) {
    assertThat(ParticipantPolicy.faults(state(code, name, null), Optional.empty(), List.of()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Taiwan",
        "Taiwán",
        "台湾",
        "Тайвань",
        "تايوان",
        "Hong Kong",
        "the Western Sahara",
        "Kosovo",
        "Groenland",
        "Пуэрто-Рико"
      })
  void theNameOfATerritoryIsRefused(String name) {
    assertThat(ParticipantPolicy.faults(state("xx", name, null), Optional.empty(), List.of()))
        .extracting(Fault::field)
        .contains("names.en.short", "names.en.formal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tw", "hk", "mo", "xk", "eh", "pr", "gl", "fk", "aq"})
  void theCodeOfATerritoryIsRefused(String code) {
    assertThat(ParticipantPolicy.faults(state(code, "Name", null), Optional.empty(), List.of()))
        .extracting(Fault::field)
        .containsExactly("code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"va", "ps", "ck", "nu", "ss", "me", "tl", "un", "coe"})
  void theCodeOfAStateOrABodyIsTaken(String code) {
    assertThat(ParticipantPolicy.faults(state(code, "Name", null), Optional.empty(), List.of()))
        .isEmpty();
  }

  @Test
  void aNameOfAnotherParticipantIsRefusedInAnyOrderOfItsWords() {
    assertThat(
            ParticipantPolicy.faults(
                state("xx", "Republic of Egypt, the Arab", null), Optional.empty(), SEEDS))
        .extracting(Fault::field)
        .contains("names.en.short");
  }

  @Test
  void aRegionalGroupIsThatOfAMemberState() {
    var observer =
        new Participant("coe", "intergovernmental-organization", "african", "x", Map.of(), null);

    assertThat(ParticipantPolicy.faults(observer, Optional.empty(), List.of()))
        .extracting(Fault::field)
        .containsExactly("regionalGroup");
  }

  @Test
  void otherNamesHoldFromADayThatIsNotBeforeThatOfTheNamesBefore() {
    Participant before = state("xx", "Old", "2020-05-01");

    assertThat(dates(state("xx", "New", "2020-04-30"), before)).containsExactly("validFrom");
    assertThat(dates(state("xx", "New", null), before)).containsExactly("validFrom");
    assertThat(dates(state("xx", "New", "2020-05-01"), before)).isEmpty();
    assertThat(dates(state("xx", "Old", null), before)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EG", "-eg", "e g", "e/g", "é"})
  void aCodeIsPlain(String code) {
    assertThat(ParticipantPolicy.isCode(code)).isFalse();
  }

  private static List<String> dates(Participant card, Participant before) {
    return ParticipantPolicy.faults(card, Optional.of(before), List.of()).stream()
        .map(Fault::field)
        .toList();
  }

  private static Participant state(String code, String name, @Nullable String validFrom) {
    Map<String, Name> names = new HashMap<>();
    ParticipantPolicy.LANGUAGES.forEach(
        language -> names.put(language, new Name(language + " " + code + " x", language + " y")));
    names.put("en", new Name(name, name));
    return new Participant(code, "member-state", null, "x", names, validFrom);
  }
}
