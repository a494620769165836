package io.rapporteur.ingest.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.documents.Difference.Kind;
import io.rapporteur.ingest.documents.PublishingRecommendations.LeadingFirst;
import io.rapporteur.ingest.documents.PublishingRecommendations.Outcome;
import io.rapporteur.ingest.documents.PublishingRecommendations.Published;
import io.rapporteur.ingest.documents.PublishingRecommendations.Undecided;
import io.rapporteur.ingest.documents.PublishingRecommendations.Unfit;
import io.rapporteur.ingest.reading.Footnote;
import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Reading;
import io.rapporteur.ingest.reading.Section;
import io.rapporteur.schemas.revision.RequestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageVersionsTest {

  private static final Request REQUEST =
      new Request("secretariat", RequestId.of("secretariat", "k"), "digest", Instant.EPOCH);

  private final KeptInMemory log = new KeptInMemory();
  private final PublishingRecommendations publishing = new PublishingRecommendations(log);

  @Test
  void attachesTheItemsOfAnotherLanguageToTheSameRecommendationsByTheirLabels() {
    publish(read("ar", "a", "b", "c"));

    Outcome outcome = publish(read("en", "a", "b", "c"));

    assertThat(outcome).isEqualTo(new Published(0, 3, 0, 0));
    assertThat(log.published("d"))
        .hasSize(3)
        .allSatisfy(
            item -> {
              assertThat(item.version()).isEqualTo(1);
              assertThat(item.language()).isEqualTo("ar");
              assertThat(item.texts())
                  .isEqualTo(Map.of("ar", "ar of " + item.label(), "en", "en of " + item.label()));
              assertThat(item.heading().disclaimers())
                  .isEqualTo(Map.of("ar", "ar chapeau", "en", "en chapeau"));
            });
    assertThat(publish(read("en", "a", "b", "c"))).isEqualTo(new Published(0, 0, 0, 3));
  }

  @Test
  void showsWhatALanguageLacksOrHasBeyondAndMovesNothing() {
    publish(read("ar", "a", "b", "c"));
    Document english = read("en", "a", "c", "d");

    Outcome outcome = publish(english);

    assertThat(((Undecided) outcome).differences())
        .extracting(Difference::recommendation, Difference::kind)
        .containsExactly(tuple("d.1.d", Kind.EXTRA), tuple("d.1.b", Kind.MISSING));
    assertThat(log.published("d")).allMatch(item -> item.texts().size() == 1);
    assertThat(Difference.between(english, log.published("d")))
        .filteredOn(difference -> difference.kind() == Kind.NEW_LANGUAGE)
        .extracting(d -> d.recommendation() + " " + d.after().orElseThrow().texts().get("en"))
        .containsExactly("d.1.a en of a", "d.1.c en of c");
  }

  @Test
  void publishesALanguageThatRightlyLacksAnItemOnceThatIsSaid() {
    publish(read("ar", "a", "b"));
    Document english =
        read("en", "a", "z")
            .corrected(kept(new Correction.Absent("d.1.b"), new Correction.Drop("d.1.z")));

    assertThat(publish(english)).isEqualTo(new Published(0, 1, 0, 1));
    assertThat(log.published("d")).extracting(item -> item.texts().size()).containsExactly(2, 1);
  }

  @Test
  void takesNoRecommendationOffTheListBecauseAnotherLanguageLacksIt() {
    publish(read("ar", "a", "b"));

    Outcome outcome = publish(read("en", "a"), change("b", Change.As.WITHDRAWAL));

    assertThat(((Unfit) outcome).misfits())
        .extracting(misfit -> misfit.field() + " " + misfit.expected())
        .containsExactly("as no change of it, but a correction of the reading");
    assertThat(log.published("d")).allMatch(i -> i.status() == Recommendation.Status.STANDING);
  }

  @Test
  void publishesTheLanguageThatLeadsFirst() {
    log.versions = List.of(read("ar", "a"), following(read("en", "a")));

    assertThat(publishing.publish("d", "en", List.of(), "", REQUEST))
        .isEqualTo(new LeadingFirst("ar"));
    assertThat(log.published).isEmpty();
  }

  @Test
  void keepsTheEarlierTextOfTheOthersWhereOneLanguageIsReworded() {
    publish(read("ar", "a", "b"));
    publish(read("en", "a", "b"));

    publish(read("en", "a!", "b"), change("a", Change.As.REWORDING));

    Recommendation reworded = log.published("d").getFirst();
    assertThat(reworded.version()).isEqualTo(2);
    assertThat(reworded.texts()).isEqualTo(Map.of("ar", "ar of a", "en", "en of a!"));
    assertThat(reworded.wording("ar").orElseThrow().version()).isEqualTo(1);
    assertThat(Difference.between(read("ar", "a", "b"), log.published("d")))
        .extracting(Difference::recommendation, Difference::kind)
        .containsExactly(tuple("d.1.a", Kind.OUTDATED));
    assertThat(publish(read("ar", "a", "b"))).isEqualTo(new Published(0, 0, 0, 2));
  }

  @Test
  void letsALanguageFollowARewordingWithoutMakingAVersion() {
    publish(read("ar", "a"));
    publish(read("en", "a"));
    publish(read("en", "a!"), change("a", Change.As.REWORDING));

    publish(read("ar", "a!"), change("a", Change.As.LANGUAGE_VERSION));

    Recommendation followed = log.published("d").getFirst();
    assertThat(followed.version()).isEqualTo(2);
    assertThat(followed.wordings().values()).extracting(Wording::version).containsOnly(2);
    assertThat(followed.texts()).isEqualTo(Map.of("ar", "ar of a!", "en", "en of a!"));
  }

  @Test
  void mendsATextOfAnEarlierVersionAndLeavesItThere() {
    publish(read("ar", "a"));
    publish(read("en", "a"));
    publish(read("en", "a!"), change("a", Change.As.REWORDING));

    publish(read("ar", "a?"), change("a", Change.As.TRANSCRIPTION));

    assertThat(log.published("d").getFirst().wording("ar").orElseThrow())
        .satisfies(
            worded -> {
              assertThat(worded.text()).isEqualTo("ar of a?");
              assertThat(worded.version()).isEqualTo(1);
            });
  }

  @Test
  void findsTheRecommendationByTheLabelThatItBearsNow() {
    publish(read("ar", "a", "b"));
    Document relabelled =
        read("ar", "a", "b").corrected(kept(new Correction.Label("d.1.b", "c", true)));
    publish(relabelled, change("b", Change.As.TRANSCRIPTION));

    assertThat(publish(read("en", "a", "c"))).isEqualTo(new Published(0, 2, 0, 0));

    assertThat(log.published("d").get(1))
        .satisfies(
            item -> {
              assertThat(item.id()).isEqualTo("d.1.b");
              assertThat(item.texts()).containsEntry("en", "en of c");
            });
  }

  @Test
  void keepsTheIdsOfWhatIsPublishedWhenTheReportIsReadAnew() {
    publish(read("ar", "a", "b"));
    publish(
        read("ar", "a", "b").corrected(kept(new Correction.Label("d.1.b", "c", true))),
        change("b", Change.As.TRANSCRIPTION));

    Reading anew = Attaching.byLabel(read("ar", "a", "b", "c").reading(), log.published("d"));

    assertThat(anew.items())
        .extracting(Item::label, Item::id)
        .containsExactly(tuple("a", "d.1.a"), tuple("b", "d.1.b-2"), tuple("c", "d.1.b"));
  }

  @Test
  void keepsTheFootnotesOfEachLanguageWithItsText() {
    publish(read("ar", "a"));
    publish(read("en", "a"));

    assertThat(log.published("d").getFirst().wording("en").orElseThrow().footnotes())
        .containsExactly(new Footnote("1", "en note", 2));
  }

  private Outcome publish(Document document, Change... changes) {
    boolean leads = document.language().equals("ar");
    Document version = leads ? document : following(document);
    log.versions = leads ? List.of(version) : List.of(read("ar", "a"), version);
    return publishing.publish("d", document.language(), List.of(changes), "because", REQUEST);
  }

  private static Document following(Document document) {
    return document.at(false, document.revision());
  }

  private static KeptCorrections kept(Correction... corrections) {
    return new KeptCorrections(List.of(corrections), "seen", "s", Instant.EPOCH);
  }

  private static Change change(String label, Change.As as) {
    return new Change("d.1." + label, as, Optional.empty(), List.of(), Optional.empty());
  }

  /** Items by their label; what follows the letter makes another text. */
  private static Document read(String language, String... labels) {
    List<Item> items = new ArrayList<>();
    for (String each : labels) {
      String label = each.substring(0, 1);
      int place = items.size() + 1;
      items.add(
          new Item(
              "d.1." + label,
              "1",
              place,
              place,
              label,
              label,
              "d.1",
              language + " of " + each,
              List.of(new Footnote("1", language + " note", 2)),
              place,
              place,
              List.of()));
    }
    return Document.read(
        new Manifest("d", "D/1", Map.of(), language, false, List.of()),
        new SourceFile("d.txt", "digest", "text", "UTF-8", Instant.EPOCH),
        new Reading(List.of(new Section("d.1", "1", Map.of(), "", language + " chapeau")), items),
        1);
  }
}
