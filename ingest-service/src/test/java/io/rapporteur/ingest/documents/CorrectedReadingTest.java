package io.rapporteur.ingest.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapporteur.ingest.documents.CorrectedReading.Misfit;
import io.rapporteur.ingest.reading.Footnote;
import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectedReadingTest {

  private final CorrectedReading corrected =
      new CorrectedReading(
          new Reading(
              List.of(),
              List.of(
                  item("5.a", "a", "Alpha beta gamma", new Footnote("1", "First.", 5)),
                  item("5.b", "b", "Delta", new Footnote("2", "Second.", 5)),
                  item("5.c", "c", "Epsilon 𝄞 zeta"))));

  @Test
  void givesAnItemAnotherLabelAndIdBeforeItIsPublished() {
    assertThat(corrected.apply(new Correction.Label("d.5.c", "b-bis", false))).isEmpty();

    assertThat(corrected.reading().items())
        .extracting(Item::id, Item::label)
        .contains(tuple("d.5.b-bis", "b-bis"));
  }

  @Test
  void keepsTheIdOfAPublishedItemWhateverItsLabelBecomes() {
    assertThat(corrected.apply(new Correction.Label("d.5.c", "d", true))).isEmpty();

    assertThat(corrected.reading().items().getLast())
        .satisfies(
            item -> {
              assertThat(item.id()).isEqualTo("d.5.c");
              assertThat(item.label()).isEqualTo("d");
            });
  }

  @Test
  void refusesALabelThatAnotherItemHas() {
    assertThat(corrected.apply(new Correction.Label("d.5.c", "a", false)))
        .contains(new Misfit("label", "a", "a label that no other item has"));
    assertThat(corrected.apply(new Correction.Label("d.5.c", "(c)", false)))
        .map(Misfit::field)
        .contains("label");
  }

  @Test
  void splitsAnItemWithTheFootnotesOnBothSides() {
    assertThat(corrected.apply(new Correction.Split("d.5.a", 6, "a-bis"))).isEmpty();

    List<Item> items = corrected.reading().items();
    assertThat(items).extracting(Item::text).startsWith("Alpha", "beta gamma", "Delta");
    assertThat(items).extracting(Item::place).containsExactly(1, 2, 3, 4);
    assertThat(items).extracting(Item::ordinal).containsExactly(1, 2, 3, 4);
    assertThat(items.getFirst().footnotes()).containsExactly(new Footnote("1", "First.", 5));
  }

  @Test
  void splitsByCharactersNotByUnitsOfTheirEncoding() {
    assertThat(corrected.apply(new Correction.Split("d.5.c", 9, "d"))).isEmpty();

    assertThat(corrected.reading().items()).extracting(Item::text).endsWith("Epsilon 𝄞", "zeta");
  }

  @Test
  void joinsTheNextItemAndMovesItsFootnotesAlong() {
    assertThat(corrected.apply(new Correction.Join("d.5.a", "d.5.b"))).isEmpty();

    Item joined = corrected.reading().items().getFirst();
    assertThat(joined.text()).isEqualTo("Alpha beta gamma Delta");
    assertThat(joined.footnotes())
        .extracting(Footnote::marker, Footnote::offset)
        .containsExactly(tuple("1", 5), tuple("2", 22));
  }

  @Test
  void joiningWhatWasSplitGivesTheSameItem() {
    Reading before = corrected.reading();

    corrected.apply(new Correction.Split("d.5.a", 5, "a-bis"));
    corrected.apply(new Correction.Join("d.5.a", "d.5.a-bis"));

    assertThat(corrected.reading()).isEqualTo(before);
  }

  @Test
  void joinsOnlyTheItemThatFollows() {
    assertThat(corrected.apply(new Correction.Join("d.5.a", "d.5.c")))
        .map(Misfit::field)
        .contains("next");
  }

  @Test
  void movesAFootnoteToAnotherItem() {
    assertThat(corrected.apply(new Correction.MoveFootnote("d.5.a", "1", "d.5.b", 2))).isEmpty();

    List<Item> items = corrected.reading().items();
    assertThat(items.getFirst().footnotes()).isEmpty();
    assertThat(items.get(1).footnotes())
        .extracting(Footnote::marker, Footnote::offset)
        .containsExactly(tuple("1", 2), tuple("2", 5));
  }

  @Test
  void refusesWhatDoesNotFitAndChangesNothing() {
    Reading before = corrected.reading();

    assertThat(corrected.apply(new Correction.Drop("d.5.z"))).map(Misfit::field).contains("item");
    assertThat(corrected.apply(new Correction.Split("d.5.b", 5, "x")))
        .map(Misfit::field)
        .contains("at");
    assertThat(corrected.apply(new Correction.MoveFootnote("d.5.a", "9", "d.5.b", 0)))
        .map(Misfit::field)
        .contains("marker");
    assertThat(corrected.apply(new Correction.MoveFootnote("d.5.a", "1", "d.5.b", 6)))
        .map(Misfit::field)
        .contains("offset");
    assertThat(corrected.reading()).isEqualTo(before);
  }

  @Test
  void keepsMarkersWithinATextThatBecomesShorter() {
    corrected.apply(new Correction.Text("d.5.a", "Al"));

    assertThat(corrected.reading().items().getFirst().footnotes())
        .extracting(Footnote::offset)
        .containsExactly(2);
  }

  private static Item item(String id, String label, String text, Footnote... footnotes) {
    int place = label.charAt(0) - 'a' + 1;
    return new Item(
        "d." + id,
        "5",
        place,
        place,
        label,
        label,
        "d.5",
        text,
        List.of(footnotes),
        place,
        place,
        List.of());
  }
}
