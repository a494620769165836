package io.rapporteur.aggregation.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.search.Found;
import io.rapporteur.aggregation.search.Found.Stretch;
import io.rapporteur.aggregation.search.Reader;
import io.rapporteur.aggregation.search.Searchable;
import io.rapporteur.aggregation.search.Source;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneIndexTest {

  private static final Reader ALL = new Reader(true, false, Optional.empty());
  private static final Reader PUBLIC = new Reader(false, false, Optional.empty());
  private static final Reader BUREAU = new Reader(false, false, Optional.empty(), true, false);
  private static final Reader EGYPT = new Reader(false, false, Optional.of("eg"));
  private static final Reader BRAZIL = new Reader(false, false, Optional.of("br"));

  @TempDir Path folder;
  private LuceneIndex index;

  @BeforeEach
  void open() {
    index = new LuceneIndex(folder.resolve("search"));
  }

  @AfterEach
  void close() {
    index.close();
  }

  @ParameterizedTest
  @CsvSource({
    "en, Member States should strengthen international cooperation, strengthened",
    "en, The requests were answered, request",
    "fr, Les États devraient renforcer la coopération internationale, coopérations",
    "es, Los Estados deberían reforzar la cooperación internacional, cooperaciones",
    "ru, Государствам следует укреплять международное сотрудничество, сотрудничества",
    "zh, 各国应加强国际合作, 国际合作",
    "ar, ينبغي للدول الأعضاء تعزيز التعاون الدولي, التعاون",
    "ar, ينبغي للدول الأعضاء تعزيز التعاون الدولي, للتعاون",
    "ar, ينبغي للدول الأعضاء تعزيز التعاون الدولي, الاعضاء",
    "ar, ينبغي للدول الأعضاء تعزيز التعاون الدولي, اَلأَعْضَاء",
  })
  void findsTheWordsOfEachLanguageByTheirStems(String language, String text, String question) {
    replace(Map.of("c", List.of(standing("c", "eg", language, text))));

    assertThat(found(ALL, question).hits()).hasSize(1);
    assertThat(
            index
                .find("k", ALL, question, Optional.of(language.equals("en") ? "ru" : "en"), 10)
                .hits())
        .isEmpty();
  }

  @Test
  void findsNothingAndCountsNothingThatTheReaderMayNotSee() {
    replace(
        Map.of(
            "standing/c", List.of(standing("c", "eg", "en", "a sealed word")),
            "public/d", List.of(text("d", "en", "a public word", "br", "public", "participants"))));

    assertThat(comments(ALL)).containsExactlyInAnyOrder("c");
    assertThat(comments(EGYPT)).containsExactlyInAnyOrder("c", "d");
    assertThat(comments(BRAZIL)).containsExactly();
    assertThat(comments(PUBLIC)).containsExactly("d");
    assertThat(found(PUBLIC, "sealed").total()).isZero();
    assertThat(found(BRAZIL, "sealed").total()).isZero();
  }

  @Test
  void whatIsForParticipantsIsFoundByThoseWhoSignInInPlaceOfWhatIsPublic() {
    replace(
        Map.of(
            "public/c", List.of(text("c", "en", "first word", "cl", "public")),
            "participants/c", List.of(text("c", "en", "second word", "cl", "participants"))));

    for (Reader reader : List.of(BRAZIL, BUREAU)) {
      assertThat(found(reader, "second").total()).isEqualTo(1);
      assertThat(found(reader, "first").total()).isZero();
    }
    assertThat(found(PUBLIC, "second").total()).isZero();
    assertThat(found(PUBLIC, "word").total()).isEqualTo(1);
  }

  @Test
  void aDelegationFindsItsOwnAsItStandsAndNotAsItWasPublished() {
    replace(
        Map.of(
            "standing/c", List.of(standing("c", "eg", "en", "said better word")),
            "public/c",
                List.of(text("c", "en", "said first word", "eg", "public", "participants"))));

    assertThat(found(EGYPT, "said").hits()).hasSize(1);
    assertThat(found(EGYPT, "first").hits()).isEmpty();
    assertThat(found(PUBLIC, "first").hits()).hasSize(1);
  }

  @Test
  void forgetsAGroupThatHasNoTextsAnyMore() {
    replace(Map.of("c", List.of(standing("c", "eg", "en", "a word"))));
    Map<String, Collection<Searchable>> nothing = Map.of("c", List.of());

    replace(nothing);

    assertThat(found(ALL, "word").hits()).isEmpty();
  }

  @Test
  void keepsConsultationsApart() {
    replace(Map.of("c", List.of(standing("c", "eg", "en", "a word"))));

    assertThat(index.find("other", ALL, "word", Optional.empty(), 10).hits()).isEmpty();
  }

  @Test
  void marksWhatFitsInThePassageThatFitsBest() {
    replace(
        Map.of(
            "c",
            List.of(
                standing(
                    "c", "eg", "en", "This says nothing. We ask for clocks. Nor does this."))));

    assertThat(found(ALL, "clock").hits().getFirst().excerpt())
        .containsExactly(
            new Stretch("We ask for ", false),
            new Stretch("clocks", true),
            new Stretch(". ", false));
  }

  @Test
  void takesPhrasesExclusionsAndBeginnings() {
    replace(
        Map.of(
            "a", List.of(standing("a", "eg", "en", "mutual legal assistance")),
            "b", List.of(standing("b", "eg", "en", "assistance that is legal"))));

    assertThat(found(ALL, "\"legal assistance\"").hits()).hasSize(1);
    assertThat(found(ALL, "legal -mutual").hits()).hasSize(1);
    assertThat(found(ALL, "mut*").hits()).hasSize(1);
    assertThat(found(ALL, "legal assistance").hits()).hasSize(2);
  }

  @Test
  void findsTheDraftForThoseWhoSeeItBesideWhatElseTheySee() {
    var ofEntry =
        new Source(
            "entry",
            Optional.empty(),
            Optional.of("k.entry-2"),
            Optional.empty(),
            0,
            Optional.empty());
    replace(
        Map.of(
            "e",
            List.of(
                new Searchable(
                    "k",
                    new TreeSet<>(Set.of(Reader.DRAFT)),
                    new TreeSet<>(),
                    ofEntry,
                    "en",
                    "a word of the draft")),
            "own",
            List.of(text("own", "en", "a word of one's own", "eg", "all", "own:eg"))));

    assertThat(List.of(found(ALL, "word").total(), found(PUBLIC, "word").total()))
        .containsExactly(1L, 0L);
    assertThat(found(EGYPT, "word").total()).isEqualTo(1);
    assertThat(found(new Reader(true, true, Optional.empty(), true, true), "draft").hits())
        .extracting(Found.Hit::source)
        .containsExactly(ofEntry);
    assertThat(found(new Reader(false, false, Optional.empty(), false, true), "word").hits())
        .extracting(Found.Hit::source)
        .containsExactly(ofEntry);
    assertThat(found(new Reader(false, false, Optional.of("eg"), true, true), "word").total())
        .isEqualTo(2);
    assertThat(found(new Reader(false, false, Optional.of("br"), true, true), "word").total())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "(", "+-|", "\\", "a AND", "*", "~3", "text.ar:x", "reader:all"})
  void noQuestionBreaksItOrOpensADoor(String question) {
    replace(Map.of("c", List.of(standing("c", "eg", "en", "a sealed word"))));

    assertThat(found(PUBLIC, question).hits()).isEmpty();
    assertThat(found(BRAZIL, question).total()).isZero();
  }

  private Found found(Reader reader, String question) {
    return index.find("k", reader, question, Optional.empty(), 10);
  }

  private List<String> comments(Reader reader) {
    return found(reader, "word").hits().stream()
        .map(hit -> hit.source().comment().orElseThrow())
        .toList();
  }

  private static Searchable standing(
      String comment, String participant, String language, String text) {
    return text(comment, language, text, participant, "all", "own:" + participant);
  }

  private static Searchable text(
      String comment, String language, String text, String participant, String... readers) {
    return new Searchable(
        "k",
        new TreeSet<>(List.of(readers)),
        new TreeSet<>(List.of(participant)),
        new Source(
            "text",
            Optional.of("doc.13.a"),
            Optional.empty(),
            Optional.of(comment),
            1,
            Optional.of(participant)),
        language,
        text);
  }

  private void replace(Map<String, Collection<Searchable>> groups) {
    index.replace(groups.keySet(), group -> List.copyOf(groups.getOrDefault(group, List.of())));
  }
}
