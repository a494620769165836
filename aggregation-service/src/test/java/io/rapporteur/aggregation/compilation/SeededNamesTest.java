package io.rapporteur.aggregation.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.SeededNames.Printed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of names and the order against what the house rules ask for, in six languages. */
class SeededNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "es", "fr", "ru", "zh"})
  void everyParticipantIsPrintedUnderItsNameAndInItsPlace(String language) {
    var order = new HouseOrder(language, SeededNames.names(language));

    List<Printed> printed =
        SeededNames.comments(1).stream()
            .sorted(order.comments())
            .map(comment -> comment.participant())
            .map(code -> new Printed(code, order.name(code)))
            .toList();

    assertThat(printed).hasSize(200).containsExactlyElementsOf(SeededNames.inOrder(language));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "es", "fr", "ru", "zh"})
  void thoseWhoJoinStandInTheSameOrder(String language) {
    var order = new HouseOrder(language, SeededNames.names(language));

    List<String> joined =
        SeededNames.joint(2).coSponsors().stream()
            .sorted(order.coSponsors())
            .map(Comment.CoSponsor::participant)
            .toList();

    assertThat(joined)
        .containsExactlyElementsOf(
            SeededNames.inOrder(language).stream().map(Printed::code).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "es", "fr", "ru", "zh"})
  void codesAndSupportersAndWhoCameFirstMoveNobody(String language) {
    Map<String, String> names = SeededNames.names(language);
    var order = new HouseOrder(language, names);
    List<String> expected = SeededNames.inOrder(language).stream().map(Printed::name).toList();
    var random = new Random(3);

    for (int round = 0; round < 20; round++) {
      // The same participants under other codes, with some joining others, at other times.
      Map<String, String> recoded = new HashMap<>();
      List<Comment> comments = new ArrayList<>();
      for (Comment comment : SeededNames.comments(round)) {
        String code = Long.toString(random.nextLong() >>> 1, 36);
        recoded.put(code, order.name(comment.participant()));
        Comment other = Comments.of(comment.id(), code, comment.participantClass());
        String[] supporters =
            random.ints(random.nextInt(9), 0, 200).mapToObj(n -> "s" + n).toArray(String[]::new);
        comments.add(Comments.joined(at(other, random.nextInt(1_000)), supporters));
      }
      var other = new HouseOrder(language, recoded);

      assertThat(comments.stream().sorted(other.comments()))
          .extracting(comment -> other.name(comment.participant()))
          .containsExactlyElementsOf(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "es", "fr", "ru", "zh"})
  void noNameOfTheTableIsAForbiddenForm(String language) {
    List<String> forbidden = SeededNames.forbidden(language);

    assertThat(forbidden).hasSizeGreaterThan(40).doesNotHaveDuplicates();
    assertThat(SeededNames.names(language).values()).doesNotContainAnyElementsOf(forbidden);
    assertThat(SeededNames.forbiddenIn(String.join("\n", forbidden), language))
        .containsExactlyElementsOf(forbidden);
  }

  @Test
  void aNameInFullIsNoForbiddenFormThoughItHoldsOne() {
    assertThat(
            SeededNames.forbiddenIn(
                "State of Palestine, North Macedonia, Republic of Korea, Iran (Islamic Republic"
                    + " of)",
                "en"))
        .isEmpty();
    assertThat(SeededNames.forbiddenIn("Palestine; Korea, Macedonia.", "en"))
        .containsExactly("Macedonia", "Korea", "Palestine");
    assertThat(SeededNames.forbiddenIn("中国台湾", "zh")).containsExactly("台湾");
  }

  private static Comment at(Comment comment, int second) {
    return new Comment(
        comment.id(),
        comment.revision(),
        comment.withdrawn(),
        comment.consultation(),
        comment.round(),
        comment.late(),
        Instant.ofEpochSecond(second),
        Instant.ofEpochSecond(second),
        comment.participant(),
        comment.participantClass(),
        comment.regionalGroup(),
        comment.document(),
        comment.section(),
        comment.recommendation(),
        comment.recommendationVersion(),
        comment.onBehalfOf(),
        comment.coSponsors(),
        comment.inForce(),
        comment.waiting(),
        comment.content(),
        comment.filing());
  }
}
