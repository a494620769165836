package io.rapporteur.ingest.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.documents.PublishingRecommendations.Outcome;
import io.rapporteur.ingest.documents.PublishingRecommendations.Published;
import io.rapporteur.ingest.documents.PublishingRecommendations.Undecided;
import io.rapporteur.ingest.documents.PublishingRecommendations.Unfit;
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
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublishingRecommendationsTest {

  private static final SourceFile FILE =
      new SourceFile("d.txt", "digest", "text", "UTF-8", Instant.EPOCH);
  private static final Request REQUEST =
      new Request("secretariat", RequestId.of("secretariat", "k"), "digest", Instant.EPOCH);

  private final KeptInMemory log = new KeptInMemory();
  private final PublishingRecommendations publishing = new PublishingRecommendations(log);

  @Test
  void completesAPublicationThatWasInterruptedInTheOrderOfTheText() {
    Document document = document("a", "b", "c");
    publish(document);
    log.published.removeIf(item -> item.label().equals("b"));

    assertThat(publish(document)).isEqualTo(new Published(1, 0, 0, 2));

    assertThat(log.published("d"))
        .extracting(Recommendation::label, Recommendation::place)
        .containsExactly(tuple("a", 1), tuple("b", 2), tuple("c", 3));
  }

  @Test
  void putsAnItemThatIsFoundLaterAtTheEndSoThatNoNumberMoves() {
    publish(document("a", "c"));

    assertThat(publish(document("a", "b", "c"))).isEqualTo(new Published(1, 0, 0, 2));

    assertThat(log.published("d"))
        .extracting(Recommendation::label, Recommendation::place)
        .containsExactly(tuple("a", 1), tuple("c", 2), tuple("b", 3));
  }

  @Test
  void namesEveryDifferenceThatIsUndecidedAndPublishesNothing() {
    publish(document("a", "b", "c"));

    Outcome outcome = publish(document("a", "b!", "d"), change("c", Change.As.WITHDRAWAL, ""));

    assertThat(outcome).isInstanceOf(Undecided.class);
    assertThat(((Undecided) outcome).differences())
        .extracting(Difference::recommendation, Difference::kind)
        .containsExactly(tuple("d.1.b", Difference.Kind.CHANGED));
    assertThat(log.published("d")).hasSize(3).allMatch(item -> item.revision() == 1);
  }

  @Test
  void refusesAChangeThatDoesNotFitItsDifference() {
    publish(document("a", "b", "c"));
    Document corrected = document("a!", "b");

    Outcome outcome =
        publish(
            corrected,
            change("a", Change.As.WITHDRAWAL, ""),
            change("c", Change.As.REWORDING, ""),
            change("z", Change.As.REWORDING, ""),
            change("a", Change.As.CORRIGENDUM, ""),
            change("c", Change.As.MERGING, "d.1.c"),
            change("c", Change.As.MERGING, ""));

    assertThat(((Unfit) outcome).misfits())
        .extracting(m -> m.change() + " " + m.field())
        .containsExactly("0 as", "1 as", "2 recommendation", "3 symbol", "4 into", "5 into");
    assertThat(log.published("d")).allMatch(item -> item.revision() == 1);
  }

  @Test
  void makesTheNextVersionByARewordingAlone() {
    publish(document("a", "b", "c"));

    publish(
        document("a!", "b!", "c"),
        change("a", Change.As.REWORDING, ""),
        change("b", Change.As.TRANSCRIPTION, ""));

    assertThat(log.published("d")).extracting(Recommendation::version).containsExactly(2, 1, 1);
  }

  @Test
  void doesNotBringBackWhatWasWithdrawn() {
    publish(document("a", "b"));
    publish(document("a"), change("b", Change.As.WITHDRAWAL, ""));

    assertThat(publish(document("a", "b"))).isEqualTo(new Published(0, 0, 0, 2));
    assertThat(log.published("d").get(1).status()).isEqualTo(Recommendation.Status.WITHDRAWN);
  }

  @Test
  void publishesNothingWhileAnItemOfTheReadingWaitsForADecision() {
    Document doubtful = doubting(document("a", "b"), "d.1.b");

    assertThat(publish(doubtful))
        .isEqualTo(
            new PublishingRecommendations.ReadingUndecided(
                doubtful.reading().undecided(), List.of()));
    assertThat(log.published("d")).isEmpty();

    var confirmed =
        doubtful.corrected(
            new KeptCorrections(
                List.of(new Correction.Confirm("d.1.b")), "seen", "s", Instant.EPOCH));
    assertThat(publish(confirmed)).isEqualTo(new Published(2, 0, 0, 0));
  }

  private static Document doubting(Document document, String id) {
    List<Item> items =
        document.reading().items().stream()
            .map(
                i ->
                    !i.id().equals(id)
                        ? i
                        : new Item(
                            i.id(),
                            i.paragraph(),
                            i.ordinal(),
                            i.place(),
                            i.label(),
                            i.printedLabel(),
                            i.section(),
                            i.text(),
                            i.footnotes(),
                            i.firstLine(),
                            i.lastLine(),
                            i.repairs(),
                            i.proposers(),
                            0.5,
                            List.of("c"),
                            i.annotations()))
            .toList();
    return Document.read(document.manifest(), FILE, document.reading().with(items), 1);
  }

  @Test
  void tellsWhoWasOvertakenByAnotherPublicationAndNeverCountsItsChanges() {
    publish(document("a", "b"));
    log.taken.add("d.1.a");

    Outcome outcome =
        publish(
            document("a!", "b!"),
            change("a", Change.As.REWORDING, ""),
            change("b", Change.As.TRANSCRIPTION, ""));

    assertThat(outcome).isEqualTo(new PublishingRecommendations.Overtaken(Set.of("d.1.a")));
  }

  @Test
  void takesWhatAnotherInstancePublishedFirstAsStanding() {
    log.taken.add("d.1.b");

    assertThat(publish(document("a", "b"))).isEqualTo(new Published(1, 0, 0, 1));
  }

  @Test
  void saysNothingOfADocumentWhoseLogItHasNotReadToTheEnd() {
    log.behind = true;

    assertThat(publish(document("a"))).isEqualTo(new PublishingRecommendations.ViewBehind());
    assertThat(log.published("d")).isEmpty();
  }

  @Test
  void refusesTwoChangesOfOneRecommendation() {
    publish(document("a"));

    Outcome outcome =
        publish(
            document("a!"),
            change("a", Change.As.REWORDING, ""),
            change("a", Change.As.TRANSCRIPTION, ""));

    assertThat(((Unfit) outcome).misfits())
        .extracting(m -> m.change() + " " + m.expected())
        .containsExactly("1 one change of each");
  }

  private Outcome publish(Document document, Change... changes) {
    log.versions = List.of(document);
    return publishing.publish("d", "en", List.of(changes), "because", REQUEST);
  }

  private static Change change(String label, Change.As as, String into) {
    return new Change(
        "d.1." + label,
        as,
        Optional.empty(),
        List.of(),
        Optional.of(into).filter(id -> !id.isEmpty()));
  }

  /** Items by their label; an exclamation mark makes another text. */
  private static Document document(String... labels) {
    List<Item> items = new ArrayList<>();
    for (String each : labels) {
      String label = each.replace("!", "");
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
              "text of " + each,
              List.of(),
              place,
              place,
              List.of()));
    }
    return Document.read(
        new Manifest("d", "D/1", Map.of(), "en", false, List.of()),
        FILE,
        new Reading(List.of(new Section("d.1", "1", Map.of(), "", "")), items),
        1);
  }
}
