package io.rapporteur.aggregation.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Comment.CoSponsor;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Item;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ItemTallyTest {

  private static final Item ITEM =
      new Item(
          "doc.13.jj",
          "doc",
          "DOC/1",
          "doc",
          36,
          "13",
          "jj",
          Map.of(),
          "en",
          new Item.Section("s", Map.of(), Optional.empty(), Map.of()),
          1,
          Map.of(),
          false,
          "standing",
          List.of());

  private static final Map<String, String> PARTICIPANTS =
      Map.of("eg", "member-state", "br", "member-state", "fr", "member-state", "uni", "academia");

  @Test
  void countsPositionsAsStatedByClassAndByRegionalGroup() {
    ItemTally tally =
        ItemTally.of(
            ITEM,
            List.of(
                comment("eg", "member-state", "african", "support"),
                comment("br", "member-state", "latin-american-and-caribbean", "object"),
                comment("uni", "academia", "", "not-stated")),
            PARTICIPANTS);

    assertThat(tally.number()).isEqualTo(36);
    assertThat(tally.reference()).isEqualTo("13(jj)");
    assertThat(tally.received()).isEqualTo(3);
    assertThat(tally.positions())
        .containsEntry("support", 1L)
        .containsEntry("object", 1L)
        .containsEntry("not-stated", 1L)
        .containsEntry("reserve", 0L);
    assertThat(tally.classes()).containsOnlyKeys("member-state", "academia");
    assertThat(tally.classes().get("member-state"))
        .containsEntry("support", 1L)
        .containsEntry("object", 1L);
    assertThat(tally.regionalGroups()).containsOnlyKeys("african", "latin-american-and-caribbean");
    assertThat(tally.regionalGroups().get("african")).containsEntry("support", 1L);
  }

  @Test
  void whoJoinedIsNotSilentAndIsNotCountedAgain() {
    ItemTally tally =
        ItemTally.of(
            ITEM, List.of(comment("eg", "member-state", "african", "support", "br")), PARTICIPANTS);

    assertThat(tally.received()).isEqualTo(1);
    assertThat(tally.silent()).isEqualTo(Map.of("member-state", 1L, "academia", 1L));
  }

  @Test
  void aClassOfWhichEveryoneSpokeHasNoneSilent() {
    ItemTally tally =
        ItemTally.of(ITEM, List.of(comment("uni", "academia", "", "support")), PARTICIPANTS);

    assertThat(tally.silent()).containsEntry("academia", 0L).containsEntry("member-state", 3L);
  }

  private static Comment comment(
      String participant,
      String participantClass,
      String group,
      String position,
      String... joined) {
    return new Comment(
        "c-" + participant,
        1,
        false,
        "k",
        1,
        false,
        Instant.EPOCH,
        Instant.EPOCH,
        participant,
        participantClass,
        Optional.of(group).filter(name -> !name.isEmpty()),
        Optional.of("doc"),
        Optional.of("s"),
        Optional.of(ITEM.id()),
        Optional.of(1),
        Optional.empty(),
        Stream.of(joined)
            .map(code -> new CoSponsor(code, "member-state", Optional.empty()))
            .toList(),
        1,
        0,
        Optional.of(
            new Content(
                "substantive",
                position,
                "text",
                "en",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of())),
        Optional.empty());
  }
}
