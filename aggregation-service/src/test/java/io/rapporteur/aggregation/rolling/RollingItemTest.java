package io.rapporteur.aggregation.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.WorkedComments;
import io.rapporteur.aggregation.rolling.Regroupings.Regrouped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RollingItemTest {

  private static final String TEXT = "States should promote cooperation in good faith.";
  private static final HouseOrder ORDER =
      new HouseOrder(
          "en",
          Map.of(
              "br",
              "Brazil",
              "eg",
              "Egypt",
              "fr",
              "France",
              "cl",
              "Chile",
              "ps",
              "State of Palestine",
              "g77",
              "Group of 77 and China",
              "bnu",
              "A University"));

  private int ids;

  private Comment proposes(String participant, String text) {
    ids++;
    return WorkedComments.proposing(
        "comment-" + ids,
        participant,
        switch (participant) {
          case "ps" -> "non-member-observer-state";
          case "bnu" -> "academia";
          default -> "member-state";
        },
        "en",
        text);
  }

  private static Item item(String text, int version) {
    return new Item(
        "doc.13.a",
        "doc",
        "DOC",
        "",
        1,
        "13",
        "a",
        Map.of(),
        "en",
        new Item.Section("doc.13", Map.of(), Optional.empty(), Map.of()),
        version,
        Map.of("en", text),
        false,
        "standing",
        List.of());
  }

  private static RollingItem rolling(Comment... comments) {
    return RollingItem.of(item(TEXT, 1), "en", List.of(comments), ORDER, List.of(), 0.9);
  }

  private static String bracketed(Comment... comments) {
    return rolling(comments).bracketed().orElseThrow();
  }

  @Test
  void putsWhatIsProposedBehindWhatStandsWithTheNamesOfItsSponsors() {
    assertThat(
            bracketed(
                proposes("eg", "States should strengthen cooperation in good faith."),
                proposes("fr", "States should cooperation in good faith."),
                proposes("br", "States should strengthen cooperation in good faith.")))
        .isEqualTo(
            "States should [promote] [strengthen: Brazil, Egypt] [delete: France] cooperation in"
                + " good faith.");
  }

  @Test
  void letsATextOnAnotherVersionStandAsTheSecretariatsTranslationAndSaysSo() {
    Comment untranslated = WorkedComments.proposing("c9", "cl", "member-state", "es", "Otra cosa");
    Comment french =
        WorkedComments.translated(
            WorkedComments.proposing("c8", "fr", "member-state", "fr", "Les États coopèrent"),
            "en",
            "States should strengthen cooperation in good faith.");
    // The same words in French, of a comment that nobody translated.
    Comment again =
        WorkedComments.proposing("c7", "br", "member-state", "fr", "Les  États coopèrent");

    RollingItem rolling = rolling(untranslated, french, again);

    assertThat(rolling.bracketed())
        .contains(
            "States should [promote] [strengthen: Brazil (courtesy translation), France (courtesy"
                + " translation)] cooperation in good faith.");
    assertThat(rolling.proposed())
        .singleElement()
        .satisfies(
            proposed -> {
              assertThat(proposed.proposal().original())
                  .contains(new Proposal.Original("fr", "Les  États coopèrent"));
              assertThat(proposed.proposal().language()).isEqualTo("en");
              assertThat(proposed.proposal().id())
                  .isNotEqualTo(Normalized.id(proposed.proposal().text()));
            });
    assertThat(rolling.others())
        .singleElement()
        .satisfies(
            other -> {
              assertThat(other.text()).isEqualTo("Otra cosa");
              assertThat(other.original()).isEmpty();
            });
  }

  @Test
  void marksASponsorWhoseTextIsATranslationAndNotOneThatWroteTheSame() {
    String wording = "States should strengthen cooperation in good faith.";
    Comment translated =
        WorkedComments.translated(
            WorkedComments.proposing("c8", "fr", "member-state", "fr", "Les États coopèrent"),
            "en",
            wording);

    RollingItem rolling = rolling(proposes("br", wording), translated);

    assertThat(rolling.bracketed().orElseThrow())
        .contains("[strengthen: Brazil, France (courtesy translation)]");
    // What somebody wrote and what somebody else is translated to have written stay two proposals.
    assertThat(rolling.proposed()).hasSize(2);
    // Who also wrote it so has written it.
    assertThat(bracketed(proposes("br", wording), translated, proposes("fr", wording)))
        .contains("[strengthen: Brazil, France]");
  }

  @Test
  void takesASpaceMoreForNoProposal() {
    assertThat(bracketed(proposes("br", "States  should  promote cooperation in good faith. ")))
        .isEqualTo(TEXT);
  }

  @Test
  void putsWhatIsAddedWhereItBelongs() {
    assertThat(bracketed(proposes("br", "All States should promote cooperation in good faith.")))
        .isEqualTo("[All: Brazil] States should promote cooperation in good faith.");
    assertThat(
            bracketed(
                proposes("br", "States should promote international cooperation in good faith."),
                proposes(
                    "eg", "States should promote cooperation in good faith and without delay.")))
        .isEqualTo(
            "States should promote [international: Brazil] cooperation in good faith [and without"
                + " delay: Egypt].");
  }

  @Test
  void namesInsertionsOfSeveralAtOnePlaceOneBehindTheOther() {
    assertThat(
            bracketed(
                proposes("eg", "States should promote technical cooperation in good faith."),
                proposes("br", "States should promote legal cooperation in good faith.")))
        .isEqualTo(
            "States should promote [legal: Brazil] [technical: Egypt] cooperation in good faith.");
  }

  @Test
  void leavesATextOnWhichNothingIsProposedAsItIs() {
    assertThat(bracketed()).isEqualTo(TEXT);
    assertThat(bracketed(proposes("br", TEXT))).isEqualTo(TEXT);
  }

  @Test
  void makesOneOfTextsThatDifferInCompositionAndWhiteSpaceAlone() {
    String composed = "Les États coopèrent.";
    String decomposed = "Les E\u0301tats  coope\u0300rent.\n";
    String other = "Les états coopèrent.";

    RollingItem rolling =
        rolling(proposes("br", composed), proposes("eg", decomposed), proposes("fr", other));

    assertThat(rolling.proposed())
        .extracting(p -> p.proposal().sponsors().stream().map(Sponsor::code).toList())
        .containsExactly(List.of("br", "eg"), List.of("fr"));
    assertThat(rolling.proposed().getFirst().proposal().text()).isEqualTo(composed);
  }

  @Test
  void namesSponsorsInTheHouseOrderWithCoSponsorsAndGroupsUnderTheirFullNames() {
    String text = "States shall promote cooperation in good faith.";
    Comment joint = WorkedComments.joined(proposes("fr", text), "cl", "br");

    List<Sponsor> sponsors =
        rolling(proposes("bnu", text), proposes("ps", text), joint, proposes("eg", text))
            .proposed()
            .getFirst()
            .proposal()
            .sponsors();

    assertThat(sponsors)
        .extracting(Sponsor::name)
        .containsExactly(
            "Brazil", "Chile", "Egypt", "France", "Group of 77 and China", "A University");
  }

  @Test
  void isTheSameInWhateverOrderTheCommentsCome() {
    List<Comment> comments = new ArrayList<>();
    for (String participant : List.of("br", "eg", "fr", "cl", "ps")) {
      comments.add(proposes(participant, "States should " + participant + " cooperation."));
      comments.add(proposes(participant, "States must promote cooperation in good faith."));
    }
    RollingItem first = rolling(comments.toArray(Comment[]::new));
    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(comments, new Random(seed));
      assertThat(rolling(comments.toArray(Comment[]::new))).isEqualTo(first);
    }
  }

  @Test
  void givesEachProposalBackToWhomTakesItsWordingAtEachStretch() {
    var random = new Random(2020);
    String[] words = TEXT.split(" ");
    for (int round = 0; round < 200; round++) {
      List<Comment> comments = new ArrayList<>();
      List<String> texts = new ArrayList<>();
      List<String> who = List.of("br", "eg", "fr", "cl");
      for (String participant : who) {
        List<String> changed = new ArrayList<>();
        for (String word : words) {
          switch (random.nextInt(8)) {
            case 0 -> {}
            case 1 -> changed.add(participant);
            case 2 -> {
              changed.add(word);
              changed.add("really");
            }
            default -> changed.add(word);
          }
        }
        String text = changed.isEmpty() ? "x" : String.join(" ", changed);
        texts.add(text);
        comments.add(proposes(participant, text));
      }
      RollingItem rolling = rolling(comments.toArray(Comment[]::new));
      for (int i = 0; i < who.size(); i++) {
        String code = who.get(i);
        var taken = new StringBuilder();
        var stands = new StringBuilder();
        for (Piece piece : rolling.pieces()) {
          switch (piece) {
            case Piece.Agreed(String text) -> {
              taken.append(text);
              stands.append(text);
            }
            case Piece.Contested(String text, List<Piece.Alternative> alternatives) -> {
              stands.append(text);
              taken.append(
                  alternatives.stream()
                      .filter(a -> a.sponsors().stream().anyMatch(s -> s.code().equals(code)))
                      .map(Piece.Alternative::text)
                      .findFirst()
                      .orElse(text));
            }
          }
        }
        assertThat(Normalized.of(taken.toString()))
            .as("%s of %s", code, texts)
            .isEqualTo(Normalized.of(texts.get(i)));
        assertThat(stands.toString()).isEqualTo(TEXT);
      }
    }
  }

  @Test
  void listsWhatIsOnAnEarlierVersionBesideTheBrackets() {
    Comment before = proposes("br", "States should promote cooperation in bad faith.");

    RollingItem rolling =
        RollingItem.of(item(TEXT, 2), "en", List.of(before), ORDER, List.of(), 0.9);

    assertThat(rolling.bracketed()).contains(TEXT);
    assertThat(rolling.proposed()).singleElement().matches(p -> !p.proposal().current());
  }

  @Test
  void listsWhatAmendsAnotherLanguageVersionAsOriginals() {
    Comment arabic =
        WorkedComments.proposing("a", "eg", "member-state", "ar", "ينبغي للدول أن تعزز التعاون");

    RollingItem rolling = rolling(arabic);

    assertThat(rolling.bracketed()).contains(TEXT);
    assertThat(rolling.proposed()).isEmpty();
    assertThat(rolling.others()).singleElement().matches(o -> o.language().equals("ar"));
  }

  @Test
  void listsProposalsWhereTheItemIsNotThereInTheLanguage() {
    Comment french = WorkedComments.proposing("a", "fr", "member-state", "fr", "Les États");

    RollingItem rolling =
        RollingItem.of(item(TEXT, 1), "fr", List.of(french), ORDER, List.of(), 0.9);

    assertThat(rolling.text()).isEmpty();
    assertThat(rolling.bracketed()).isEmpty();
    assertThat(rolling.proposed()).hasSize(1);
  }

  private static final String LONG =
      "States should promote international cooperation in criminal matters related to cybercrime";

  @Test
  void labelsNearDuplicatesByTheThresholdAndRemovesNothing() {
    Comment[] comments = {
      proposes("br", LONG + "."),
      proposes("eg", LONG + " today."),
      proposes("fr", "Something else altogether is proposed here.")
    };

    RollingItem near = at(0.9, List.of(), comments);
    RollingItem strict = at(0.99, List.of(), comments);

    assertThat(labels(near)).containsExactly("1", "1", "");
    assertThat(labels(strict)).containsExactly("", "", "");
    assertThat(near.bracketed()).isEqualTo(strict.bracketed());
    assertThat(near.proposed())
        .extracting(RollingItem.Proposed::proposal)
        .isEqualTo(strict.proposed().stream().map(RollingItem.Proposed::proposal).toList());
  }

  @Test
  void letsTheSecretariatPartAndJoinAndLeaveItToTheComputationAgain() {
    Comment[] comments = {
      proposes("br", LONG + "."),
      proposes("eg", LONG + " today."),
      proposes("fr", "Something else altogether is proposed here.")
    };
    String br = Normalized.id(LONG + ".");
    String fr = Normalized.id("Something else altogether is proposed here.");
    var parted = new Regrouped(1, Grouping.PARTED, List.of(br), 0.7);
    var joined = new Regrouped(2, Grouping.JOINED, List.of(br, fr), 0.7);
    var computed = new Regrouped(3, Grouping.COMPUTED, List.of(br, fr), 0.7);

    assertThat(labels(at(0.9, List.of(parted), comments))).containsExactly("", "", "");
    assertThat(labels(at(0.9, List.of(parted, joined), comments))).containsExactly("1", "", "1");
    assertThat(at(0.9, List.of(parted, joined), comments).proposed())
        .extracting(RollingItem.Proposed::near)
        .containsExactly(
            Optional.of(new RollingItem.Near("1", true, 0.7)),
            Optional.empty(),
            Optional.of(new RollingItem.Near("1", true, 0.7)));
    assertThat(at(0.9, List.of(), comments).proposed())
        .extracting(RollingItem.Proposed::near)
        .containsExactly(
            Optional.of(new RollingItem.Near("1", false, 0.9)),
            Optional.of(new RollingItem.Near("1", false, 0.9)),
            Optional.empty());
    assertThat(labels(at(0.9, List.of(parted, joined, computed), comments)))
        .containsExactly("1", "1", "");
  }

  @Test
  void givesNoLabelToATextWhosePartnersItsReaderDoesNotSee() {
    Comment seen = proposes("br", LONG + ".");
    String sealed = Normalized.id("sealed");
    var joined = new Regrouped(1, Grouping.JOINED, List.of(Normalized.id(LONG + "."), sealed), 0.7);

    assertThat(labels(at(0.9, List.of(joined), seen))).containsExactly("");
  }

  private static RollingItem at(double threshold, List<Regrouped> regrouped, Comment... comments) {
    return RollingItem.of(item(TEXT, 1), "en", List.of(comments), ORDER, regrouped, threshold);
  }

  private static List<String> labels(RollingItem rolling) {
    return rolling.proposed().stream()
        .map(p -> p.near().map(RollingItem.Near::label).orElse(""))
        .toList();
  }

  @Test
  void tellsSimilarityTheSameInBothDirectionsAndFromNothingToOne() {
    var one = new Similarity("States should promote cooperation", "en");
    var other = new Similarity("promote States cooperation should", "en");
    var none = new Similarity("другое", "ru");

    assertThat(one.to(other)).isEqualTo(other.to(one)).isBetween(0.3, 0.9);
    assertThat(one.to(new Similarity("States  should promote cooperation ", "en"))).isEqualTo(1);
    assertThat(one.to(none)).isZero();
  }
}
