package io.rapporteur.aggregation.compilation.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Placing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages put together are the whole, whatever comes in between two of them. */
class CompilationPageTest {

  private static final HouseOrder ORDER =
      new HouseOrder("en", Map.of("eg", "Egypt", "br", "Brazil", "uni", "A university"));
  private static final List<Item> ITEMS =
      List.of(item("a", "s1"), item("b", "s1"), item("c", "s2"), item("d", "s2"));

  private static final List<String> ENTRIES = List.of("k.entry-2", "k.entry-1");

  private final Random random = new Random(11);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100})
  void pagesTogetherAreTheWholeInItsOrder(int most) {
    List<Comment> comments = comments(40);

    List<Comment> read = new ArrayList<>();
    Set<String> items = new HashSet<>();
    Optional<PageCursor> cursor = Optional.empty();
    do {
      var page =
          new CompilationPage(
              ITEMS, ENTRIES, comments, ORDER, Placing.following(ITEMS), cursor, most);
      List<Comment> on = comments.stream().filter(page::has).toList();
      assertThat(on).hasSizeLessThanOrEqualTo(most);
      read.addAll(on);
      ITEMS.stream().filter(page::has).map(Item::id).forEach(items::add);
      cursor = page.next("cut:1").map(PageCursor::text).flatMap(PageCursor::parse);
    } while (cursor.isPresent());

    assertThat(read).containsExactlyInAnyOrderElementsOf(comments).doesNotHaveDuplicates();
    assertThat(items).containsExactlyInAnyOrder("a", "b", "c", "d");
  }

  @Test
  void aCommentThatComesInOnAnEarlierPageMovesNothingOnALaterOne() {
    List<Comment> comments = new ArrayList<>(comments(20));
    var first =
        new CompilationPage(
            ITEMS, List.of(), comments, ORDER, Placing.following(ITEMS), Optional.empty(), 5);
    Optional<PageCursor> cursor = first.next("");
    List<Comment> rest = comments.stream().filter(comment -> !first.has(comment)).toList();

    comments.add(comment("new", "br", ""));
    Collections.shuffle(comments, random);
    var second =
        new CompilationPage(
            ITEMS, List.of(), comments, ORDER, Placing.following(ITEMS), cursor, 100);

    assertThat(comments.stream().filter(second::has)).containsExactlyInAnyOrderElementsOf(rest);
  }

  @Test
  void aPageShowsTheItemsBetweenItsCommentsThoughNobodySpokeOnThem() {
    List<Comment> comments = List.of(comment("1", "eg", "a"), comment("2", "eg", "d"));

    var first =
        new CompilationPage(
            ITEMS, List.of(), comments, ORDER, Placing.following(ITEMS), Optional.empty(), 1);
    var second =
        new CompilationPage(
            ITEMS, List.of(), comments, ORDER, Placing.following(ITEMS), first.next(""), 1);

    assertThat(ITEMS.stream().filter(first::has)).extracting(Item::id).containsExactly("a");
    assertThat(ITEMS.stream().filter(second::has))
        .extracting(Item::id)
        .containsExactly("a", "b", "c", "d");
    assertThat(second.next("")).isEmpty();
    assertThat(first.isFirst()).isTrue();
  }

  @Test
  void entriesOfTheDraftFollowTheItemsInTheOrderOfTheDraft() {
    List<Comment> comments =
        List.of(
            comment("1", "eg", "k.entry-1"),
            comment("2", "eg", "k.entry-2"),
            comment("3", "eg", "d"),
            comment("4", "eg", ""));

    List<String> order = new ArrayList<>();
    Optional<PageCursor> cursor = Optional.empty();
    do {
      var page =
          new CompilationPage(ITEMS, ENTRIES, comments, ORDER, Placing.following(ITEMS), cursor, 1);
      comments.stream().filter(page::has).map(Comment::id).forEach(order::add);
      cursor = page.next("");
    } while (cursor.isPresent());

    assertThat(order).containsExactly("4", "3", "2", "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "!!!", "YQ", "YQpiCmMKZAplCmY"})
  void whatIsNoCursorIsNone(String text) {
    assertThat(PageCursor.parse(text)).isEmpty();
  }

  private List<Comment> comments(int many) {
    List<String> targets = List.of("", "s1", "a", "b", "s2", "d", "k.entry-1", "k.entry-2");
    List<String> codes = List.of("eg", "br", "uni");
    return Stream.iterate(0, n -> n + 1)
        .limit(many)
        .map(
            n ->
                comment(
                    "c" + n,
                    codes.get(random.nextInt(codes.size())),
                    targets.get(random.nextInt(targets.size()))))
        .toList();
  }

  private static Comment comment(String id, String participant, String target) {
    boolean item = target.length() == 1;
    boolean section = target.length() == 2;
    Optional<String> entry = Optional.of(target).filter(t -> t.startsWith("k.entry-"));
    return new Comment(
        id,
        1,
        false,
        "k",
        1,
        false,
        Instant.ofEpochSecond(1),
        Instant.ofEpochSecond(1),
        participant,
        participant.equals("uni") ? "academia" : "member-state",
        Optional.empty(),
        Optional.of("doc"),
        section ? Optional.of(target) : item ? Optional.of("s1") : Optional.empty(),
        item ? Optional.of(target) : Optional.empty(),
        Optional.of(1),
        entry,
        entry.map(e -> 1),
        Optional.empty(),
        List.of(),
        1,
        0,
        Optional.empty(),
        Optional.empty());
  }

  private static Item item(String id, String section) {
    return new Item(
        id,
        "doc",
        "DOC/1",
        "doc",
        1,
        "13",
        id,
        Map.of(),
        "en",
        new Item.Section(section, Map.of(), Optional.empty(), Map.of()),
        1,
        Map.of(),
        false,
        "standing",
        List.of());
  }
}
