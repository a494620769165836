package io.rapporteur.aggregation.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.CompilationsInMemory;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.DraftEntry;
import io.rapporteur.aggregation.compilation.WatchedTexts;
import io.rapporteur.aggregation.paper.Sample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The index keeps in step with the compilation, and reads no more for it than what has changed. */
class SearchesTest {

  private static final Reader ALL = new Reader(true, true, Optional.empty());
  private static final int MANY = 300;

  private final CompilationsInMemory compilations = new CompilationsInMemory();
  private final RecordedIndex index = new RecordedIndex();
  private final Searches searches = new Searches(compilations, index);
  private final Consultation consultation = compilations.consultations().getFirst();
  private final WatchedTexts texts = new WatchedTexts();

  @Test
  void readsATextOnceHoweverOftenTheLogGoesOnAndHoldsNone() {
    stand(MANY);
    search();
    stand(MANY);
    search();

    assertThat(texts.reads()).isEqualTo(MANY);
    assertThat(texts.mostHeld()).isLessThanOrEqualTo(2);
    assertThat(index.groups).hasSize(MANY);
  }

  @Test
  void readsWhatIsNewAndForgetsWhatIsGone() {
    stand(3);
    search();
    stand(4);
    search();
    assertThat(texts.reads()).isEqualTo(4);

    stand(2);
    search();

    assertThat(index.groups).containsOnlyKeys("standing/0", "standing/1");
    assertThat(texts.reads()).isEqualTo(4);
  }

  @Test
  void readsAgainATextThatSaysSomethingElseUnderTheSameRevision() {
    Comment before = comment("1", Sample.content("en", "my number is 12345"));
    Comment after = comment("1", Sample.content("en", "my number is [redacted]"));
    compilations.stand(List.of(List.of(before)));
    search();
    compilations.stand(List.of(List.of(after)));
    search();

    assertThat(index.groups.get("standing/1")).containsExactly("my number is [redacted]");
  }

  @Test
  void anEditionIsIndexedBesideWhatStands() {
    stand(1);
    compilations.publish("first", List.of(comment("0", Sample.content("en", "as published"))));
    searches.find(
        consultation, audience -> Optional.of("first"), ALL, "word", Optional.empty(), 10);

    assertThat(index.groups)
        .containsOnlyKeys("standing/0", "public/0")
        .containsEntry("public/0", List.of("as published"));
  }

  @Test
  void indexesTheDraftAsItWasCirculatedLastForThoseWhoSeeIt() {
    compilations.circulate(
        entry(1, 1, Map.of("en", "one", "fr", "un")), entry(2, 1, Map.of("en", "two")));
    search();
    assertThat(index.groups)
        .containsOnlyKeys("entry/k.entry-1", "entry/k.entry-2")
        .containsEntry("entry/k.entry-1", List.of("one", "un"));

    compilations.circulate(
        entry(2, 2, Map.of("en", "two again")), entry(1, 1, Map.of("en", "one", "fr", "un")));
    search();

    assertThat(index.groups)
        .containsOnlyKeys("entry/k.entry-2")
        .containsEntry("entry/k.entry-2", List.of("two again"));
    assertThat(index.told)
        .allSatisfy(
            text -> {
              assertThat(text.readers()).containsExactly(Reader.DRAFT);
              assertThat(text.source().part()).isEqualTo("entry");
            })
        .extracting(text -> text.source().entry())
        .containsOnly(Optional.of("k.entry-1"), Optional.of("k.entry-2"));
  }

  @Test
  void namesTheEntryThatACommentIsOn() {
    compilations.stand(List.of(List.of(Sample.onEntry("c", "br", 2, "on the second"))));
    search();

    assertThat(index.told)
        .extracting(Searchable::source)
        .containsExactly(
            new Source(
                "text",
                Optional.empty(),
                Optional.of(Sample.entryId(2)),
                Optional.of("c"),
                1,
                Optional.of("br")));
  }

  private static DraftEntry entry(int number, int version, Map<String, String> texts) {
    return new DraftEntry("k.entry-" + number, number, version, new TreeMap<>(texts), "en");
  }

  @Test
  void anEditionForParticipantsIsIndexedForThemBesideTheOneForEveryone() {
    compilations.publish("first", List.of(comment("0", Sample.content("en", "first"))));
    find("first", "first");
    assertThat(index.readers.get("public/0")).containsExactly("participants", "public");

    compilations.share("Add.1", List.of(comment("0", Sample.content("en", "second"))));
    find("first", "Add.1");

    assertThat(index.groups)
        .containsEntry("public/0", List.of("first"))
        .containsEntry("participants/0", List.of("second"));
    assertThat(index.readers.get("public/0")).containsExactly("public");
    assertThat(index.readers.get("participants/0")).containsExactly("participants");

    compilations.publish("Add.1", List.of(comment("0", Sample.content("en", "second"))));
    find("Add.1", "Add.1");

    assertThat(index.groups).containsOnly(Map.entry("public/0", List.of("second")));
    assertThat(index.readers.get("public/0")).containsExactly("participants", "public");
  }

  private void find(String forEveryone, String forParticipants) {
    searches.find(
        consultation,
        audience -> Optional.of(audience == Audience.EVERYONE ? forEveryone : forParticipants),
        ALL,
        "word",
        Optional.empty(),
        10);
  }

  private void search() {
    searches.find(consultation, audience -> Optional.empty(), ALL, "word", Optional.empty(), 10);
  }

  private void stand(int many) {
    compilations.stand(
        IntStream.range(0, many)
            .mapToObj(n -> List.of(comment(Integer.toString(n), texts.text(n))))
            .toList());
  }

  private static Comment comment(String id, Comment.Saying saying) {
    return Sample.comment(id, "br", "member-state", Optional.of(Sample.ITEM_A), saying);
  }

  /** Keeps what it is told, and finds nothing. */
  private static final class RecordedIndex implements SearchIndex {

    private final Map<String, List<String>> groups = new TreeMap<>();
    private final Map<String, Collection<String>> readers = new TreeMap<>();

    /** Texts on the draft, or of it. */
    private final List<Searchable> told = new ArrayList<>();

    @Override
    public void replace(Collection<String> changed, Function<String, List<Searchable>> texts) {
      for (String group : changed) {
        // Copies: what the texts themselves are held by is what the test looks at.
        List<String> told =
            texts.apply(group).stream()
                .peek(
                    each -> {
                      if (each.source().entry().isPresent()) {
                        this.told.add(each);
                      }
                    })
                .peek(each -> readers.put(group, List.copyOf(each.readers())))
                .map(each -> String.copyValueOf(each.text().toCharArray()))
                .toList();
        if (told.isEmpty()) {
          groups.remove(group);
        } else {
          groups.put(group, told);
        }
      }
    }

    @Override
    public Found find(
        String consultation, Reader reader, String question, Optional<String> language, int most) {
      return new Found(0, List.of());
    }
  }
}
