package io.rapporteur.aggregation.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.paper.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlacingTest {

  private static final List<Item> ITEMS =
      List.of(
          item("a", "one", "standing", Optional.empty()),
          item("b", "one", "merged", Optional.of("c")),
          item("c", "two", "merged", Optional.of("a")),
          item("d", "two", "withdrawn", Optional.empty()),
          item("e", "two", "merged", Optional.of("f")),
          item("f", "two", "merged", Optional.of("e")),
          item("g", "two", "merged", Optional.of("elsewhere")));

  private final Placing placing = Placing.following(ITEMS);

  @Test
  void followsAnItemThroughEveryMergeToTheOneThatStands() {
    for (String merged : List.of("b", "c")) {
      assertThat(placing.item(on(merged))).contains("a");
      assertThat(placing.section(on(merged))).contains("one");
      assertThat(placing.passing(on(merged)))
          .hasValueSatisfying(
              passing -> {
                assertThat(passing.item().id()).isEqualTo(merged);
                assertThat(passing.into()).map(Item::id).contains("a");
              });
    }
  }

  @Test
  void leavesACommentOnWhatStandsAndOnWhatWasWithdrawn() {
    assertThat(placing.item(on("a"))).contains("a");
    assertThat(placing.passing(on("a"))).isEmpty();
    assertThat(placing.item(on("d"))).contains("d");
    assertThat(placing.passing(on("d")))
        .hasValueSatisfying(passing -> assertThat(passing.into()).isEmpty());
  }

  @Test
  void followsACircleAndAWayOutOfTheConsultationNowhere() {
    for (String nowhere : List.of("e", "f", "g")) {
      assertThat(placing.item(on(nowhere))).contains(nowhere);
      assertThat(placing.passing(on(nowhere)))
          .hasValueSatisfying(passing -> assertThat(passing.into()).isEmpty());
    }
  }

  @Test
  void placesAGeneralCommentNowhereAndAnUnknownItemWhereItSays() {
    assertThat(placing.item(comment(Optional.empty()))).isEmpty();
    assertThat(placing.document(comment(Optional.empty()))).contains("doc");
    assertThat(placing.item(on("unknown"))).contains("unknown");
    assertThat(placing.passing(on("unknown"))).isEmpty();
  }

  @Test
  void leavesCommentsWhereTheyWereAddressedIfThatIsAskedFor() {
    assertThat(Placing.asAddressed(ITEMS).item(on("b"))).contains("b");
    assertThat(Placing.asAddressed(ITEMS).passing(on("b"))).isPresent();
  }

  private static Comment on(String item) {
    return comment(Optional.of(item));
  }

  private static Comment comment(Optional<String> item) {
    return Sample.comment("1", "eg", "member-state", item, Sample.content("en", "text"));
  }

  private static Item item(String id, String section, String status, Optional<String> into) {
    return new Item(
        id,
        "doc",
        "A/1",
        "",
        1,
        "1",
        id,
        Map.of(),
        "en",
        new Item.Section(section, Map.of(), Optional.empty(), Map.of()),
        1,
        Map.of("en", id),
        false,
        status,
        List.of(),
        into);
  }
}
