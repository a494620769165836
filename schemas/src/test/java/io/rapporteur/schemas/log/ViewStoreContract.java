package io.rapporteur.schemas.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.events.Section;
import io.rapporteur.schemas.log.Table.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of a view does, wherever it keeps its entries. */
abstract class ViewStoreContract {

  private ViewStore store;
  private Table<Section> table;

  /** An empty store. */
  abstract ViewStore empty();

  @BeforeEach
  void open() {
    store = empty();
    table = store.table("section", Section.getClassSchema());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void givesBackWhatWasWritten() {
    write("a", "one");

    assertThat(table.get("a")).contains(section("one"));
    assertThat(table.get("b")).isEmpty();
  }

  @Test
  void keepsTheLastValueOfAKey() {
    write("a", "one");
    write("a", "two");

    assertThat(table.get("a")).contains(section("two"));
    assertThat(table.startingWith("")).hasSize(1);
  }

  @Test
  void forgetsAKeyThatIsRemoved() {
    write("a", "one");
    var batch = new ViewBatch(store);
    batch.delete(table, "a");
    batch.write();

    assertThat(table.get("a")).isEmpty();
    assertThat(table.startingWith("")).isEmpty();
  }

  @Test
  void aBatchReadsItsOwnChangesAndOthersDoNotBeforeItIsWritten() {
    write("a", "one");
    write("gone", "soon");
    var batch = new ViewBatch(store);
    batch.put(table, "a", section("two"));
    batch.put(table, "b", section("new"));
    batch.delete(table, "gone");

    assertThat(batch.get(table, "a")).contains(section("two"));
    assertThat(batch.get(table, "b")).contains(section("new"));
    assertThat(batch.get(table, "gone")).isEmpty();
    assertThat(table.get("a")).contains(section("one"));
    assertThat(table.get("b")).isEmpty();
    assertThat(table.get("gone")).isPresent();
  }

  @Test
  void tellsKeysInTheOrderOfTheirBytesInEveryScript() {
    List<String> keys = List.of("c/z", "c/", "c/é", "c/中", "c/ي", "c/𐍈", "c/\u007f", "c/a/b", "c");
    keys.forEach(key -> write(key, key));

    List<String> inBytes =
        keys.stream()
            .sorted((one, other) -> Arrays.compareUnsigned(utf8(one), utf8(other)))
            .toList();
    assertThat(table.startingWith("").stream().map(Section::getId))
        .containsExactlyElementsOf(inBytes);
  }

  @Test
  void tellsNoKeyThatBeginsOtherwiseAndNoneOfAnotherTable() {
    Table<Section> neighbour = store.table("sectio", Section.getClassSchema());
    write("c/1", "one");
    write("c0", "no");
    write("b/9", "no");
    var batch = new ViewBatch(store);
    batch.put(neighbour, "n\0c/2", section("no"));
    batch.write();

    assertThat(table.startingWith("c/")).containsExactly(section("one"));
    assertThat(table.startingWith("d")).isEmpty();
  }

  @Test
  void pagesPutTogetherAreTheWholeWhateverTheirSize() {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      keys.add("p/%02d".formatted(i));
    }
    keys.forEach(key -> write(key, key));
    write("q/0", "no");

    for (int size : new int[] {1, 7, 50, 51}) {
      List<String> told = new ArrayList<>();
      String after = "";
      List<Row<Section>> page = table.page("p/", after, size);
      while (!page.isEmpty()) {
        assertThat(page).hasSizeLessThanOrEqualTo(size);
        page.forEach(row -> told.add(row.key()));
        after = page.getLast().key();
        page = table.page("p/", after, size);
      }
      assertThat(told).containsExactlyElementsOf(keys);
    }
    assertThat(table.page("p/", "", 0)).isEmpty();
  }

  @Test
  void tellsOneStateWhateverIsWrittenMeanwhile() {
    write("a", "old");
    write("b", "old");
    write("c", "old");
    List<String> told = new ArrayList<>();

    table.each(
        "",
        row -> {
          told.add(row.key() + " " + row.value().getId());
          write("b", "new");
          write("d", "new");
          var batch = new ViewBatch(store);
          batch.delete(table, "c");
          batch.write();
        });

    assertThat(told).containsExactly("a old", "b old", "c old");
    assertThat(table.startingWith("").stream().map(Section::getId))
        .containsExactly("old", "new", "new");
  }

  @Test
  void readersSeeABatchWholeOrNotAtAll() throws InterruptedException {
    var halves = new AtomicBoolean();
    var writing = new AtomicBoolean(true);
    write("a", "0");
    write("b", "0");
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (writing.get()) {
                    List<Section> both = table.startingWith("");
                    if (!both.getFirst().equals(both.getLast())) {
                      halves.set(true);
                    }
                  }
                });

    for (int i = 1; i < 2_000; i++) {
      var batch = new ViewBatch(store);
      batch.put(table, "a", section(Integer.toString(i)));
      batch.put(table, "b", section(Integer.toString(i)));
      batch.write();
    }
    writing.set(false);
    reader.join();

    assertThat(halves).isFalse();
  }

  @Test
  void keepsPositionsBesideTheRecordsAndNotAmongThem() {
    var batch = new ViewBatch(store);
    batch.put(table, "a", section("one"));
    batch.position("topic-0", 42);
    batch.write();

    assertThat(ViewBatch.position(store, "topic-0")).isEqualTo(42);
    assertThat(ViewBatch.position(store, "topic-1")).isZero();
    assertThat(table.startingWith("")).hasSize(1);
  }

  @Test
  void doesWhatASortedMapDoes() {
    var random = new Random(20210407);
    NavigableMap<String, String> model = new TreeMap<>();
    for (int i = 0; i < 300; i++) {
      var batch = new ViewBatch(store);
      for (int j = random.nextInt(8); j >= 0; j--) {
        String key = word(random);
        if (random.nextInt(3) == 0) {
          batch.delete(table, key);
          model.remove(key);
        } else {
          String value = Integer.toString(random.nextInt());
          batch.put(table, key, section(value));
          model.put(key, value);
        }
        assertThat(batch.get(table, key).map(Section::getId))
            .isEqualTo(Optional.ofNullable(model.get(key)));
      }
      batch.write();
      String start = word(random).substring(0, 1);
      Map<String, String> told = new TreeMap<>();
      table.each(start, row -> told.put(row.key(), row.value().getId()));
      assertThat(told).isEqualTo(model.subMap(start, start + "\uffff"));
    }
  }

  private static String word(Random random) {
    return random
        .ints(1 + random.nextInt(3), 'a', 'e')
        .mapToObj(Character::toString)
        .reduce("", String::concat);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void write(String key, String value) {
    var batch = new ViewBatch(store);
    batch.put(table, key, section(value));
    batch.write();
  }

  private static Section section(String id) {
    return new Section(id, "1", Map.of(), null, Map.of());
  }
}
