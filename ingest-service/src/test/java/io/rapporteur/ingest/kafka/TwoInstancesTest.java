package io.rapporteur.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.events.DocumentEvent;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.documents.Change;
import io.rapporteur.ingest.documents.CorrectingReadings;
import io.rapporteur.ingest.documents.Correction;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.KeptCorrections;
import io.rapporteur.ingest.documents.LoadingReports;
import io.rapporteur.ingest.documents.LoadingReports.Kept;
import io.rapporteur.ingest.documents.LoadingReports.Upload;
import io.rapporteur.ingest.documents.PublicationStep;
import io.rapporteur.ingest.documents.PublishingRecommendations;
import io.rapporteur.ingest.documents.Recommendation;
import io.rapporteur.ingest.documents.http.ManifestBody;
import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.source.Limits;
import io.rapporteur.ingest.source.Sources;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.revision.RequestId;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of ingest on one real log publish the seed report at the same time. */
class TwoInstancesTest {

  private static final Path SEEDS = Path.of("../seeds");
  private static final String DOCUMENT = "unodc-ccpcj-eg.4-2020-2";

  @TempDir Path folder;

  private final class Instance implements AutoCloseable {

    private final String name;
    private final IngestView view;
    private final EventLog<DocumentEvent> documents;
    private final EventLog<RecommendationEvent> recommendations;
    private final KafkaDocuments port;

    Instance(String name, BrokerAccess access) throws IOException {
      this.name = name;
      SchemaIds ids = RememberedSchemas.in(folder.resolve(name).resolve("schema-ids"));
      view = new IngestView(ViewStore.open(folder.resolve(name).resolve("view"), "1"), access, ids);
      documents =
          new EventLog<>(
              TopicCatalogue.DOCUMENT_EVENTS, access, ids, Clock.systemUTC(), new ClockSkew());
      recommendations =
          new EventLog<>(
              TopicCatalogue.RECOMMENDATION_EVENTS,
              access,
              ids,
              Clock.systemUTC(),
              new ClockSkew());
      port = new KafkaDocuments(view, documents, recommendations);
      view.reader().start();
      await().atMost(Duration.ofSeconds(30)).until(view.reader()::ready);
    }

    Document loadAndPublish() throws IOException {
      Manifest manifest =
          ManifestBody.read(
                  RequestBody.object(
                      Files.readAllBytes(SEEDS.resolve(DOCUMENT + ".manifest.json"))))
              .manifest();
      var request = new Request(name, RequestId.of(name, "seed"), "digest", Instant.EPOCH);
      byte[] text = Files.readAllBytes(SEEDS.resolve(DOCUMENT + ".ar.txt"));
      Document document = load(text, manifest, request);
      new PublishingRecommendations(port).publish(DOCUMENT, "ar", List.of(), "", request);
      return document;
    }

    Document load(byte[] text, Manifest manifest, Request request) {
      var file = new Upload("seed.txt", text, Optional.empty(), Optional.empty());
      var loaded =
          new LoadingReports(
                  port, new Sources(Limits.standard()), () -> printed -> Optional.empty())
              .load(file, manifest, request);
      assertThat(loaded).isInstanceOf(Kept.class);
      return ((Kept) loaded).document();
    }

    @Override
    public void close() {
      view.reader().close();
      documents.close();
      recommendations.close();
    }
  }

  @Test
  void publishNothingTwice() throws Exception {
    try (CatalogueBroker broker = CatalogueBroker.start(folder.resolve("kafka"));
        Instance one = new Instance("one", broker.access(Principal.INGEST));
        Instance two = new Instance("two", broker.access(Principal.INGEST));
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      var together = new CountDownLatch(1);
      Future<Document> first =
          threads.submit(
              () -> {
                together.await();
                return one.loadAndPublish();
              });
      Future<Document> second =
          threads.submit(
              () -> {
                together.await();
                return two.loadAndPublish();
              });
      together.countDown();

      assertThat(first.get()).isEqualTo(second.get());
      for (Instance instance : new Instance[] {one, two}) {
        assertThat(
                instance
                    .view
                    .reader()
                    .awaitEnd(
                        List.of(TopicCatalogue.RECOMMENDATION_EVENTS), Duration.ofSeconds(30)))
            .isTrue();
      }
      assertThat(one.view.recommendations.startingWith("")).hasSize(117);
      assertThat(two.view.recommendations.startingWith(""))
          .isEqualTo(one.view.recommendations.startingWith(""));
      assertThat(one.view.recommendations.startingWith(""))
          .allSatisfy(event -> assertThat(event.getRevision()).isEqualTo(1));
    }
  }

  @Test
  void letTheLogDecideBetweenTwoCorrectionsOfOneRevision() throws Exception {
    try (CatalogueBroker broker = CatalogueBroker.start(folder.resolve("kafka"));
        Instance one = new Instance("one", broker.access(Principal.INGEST));
        Instance two = new Instance("two", broker.access(Principal.INGEST))) {
      Document document = one.loadAndPublish();
      assertThat(two.port.catchUp()).isTrue();

      var first =
          new CorrectingReadings(one.port)
              .correct(document, 1, List.of(text("13.a", "One.")), "seen in the PDF", by("one"));
      // The second has not seen the first: its view may or may not.
      Decided second =
          two.port.correct(
              DOCUMENT,
              "ar",
              1,
              new KeptCorrections(List.of(text("13.a", "Two.")), "also", "two", Instant.EPOCH),
              by("two"));
      var again =
          new CorrectingReadings(two.port)
              .correct(document, 1, List.of(text("13.a", "One.")), "seen in the PDF", by("one"));

      assertThat(first).isInstanceOf(CorrectingReadings.Corrected.class);
      assertThat(second).isEqualTo(Decided.OVERTAKEN);
      assertThat(again).isEqualTo(first);
      assertThat(two.port.document(DOCUMENT)).isEqualTo(one.port.document(DOCUMENT));
      assertThat(two.port.document(DOCUMENT).orElseThrow().reading().items().getFirst().text())
          .isEqualTo("One.");
      assertThat(two.port.document(DOCUMENT).orElseThrow().corrections())
          .singleElement()
          .satisfies(kept -> assertThat(kept.by()).isEqualTo("one"));
      // A third correction stands; the retry of it comes from where only the first was read.
      var third = new KeptCorrections(List.of(text("13.b", "Three.")), "third", "p", Instant.EPOCH);
      assertThat(one.port.correct(DOCUMENT, "ar", 2, third, by("p"))).isEqualTo(Decided.COUNTED);
      assertThat(two.port.correct(DOCUMENT, "ar", 1, third, by("p"))).isEqualTo(Decided.COUNTED);
      assertThat(two.port.document(DOCUMENT).orElseThrow().corrections()).hasSize(2);
    }
  }

  @Test
  void publishEachKindOfChangeAsAnEventOfItsOwnAndTheReadingsStayTheSameAfterAReplay()
      throws Exception {
    try (CatalogueBroker broker = CatalogueBroker.start(folder.resolve("kafka"));
        Instance one = new Instance("one", broker.access(Principal.INGEST))) {
      Document document = one.loadAndPublish();
      List<Correction> corrections =
          List.of(
              text("13.a", "Transcribed."),
              text("13.b", "Corrected."),
              text("13.c", "Reworded."),
              new Correction.Drop(DOCUMENT + ".13.d"),
              new Correction.Drop(DOCUMENT + ".13.e"),
              new Correction.Label(DOCUMENT + ".13.f", "a-bis", false));
      var corrected =
          (CorrectingReadings.Corrected)
              new CorrectingReadings(one.port).correct(document, 1, corrections, "all", by("one"));
      List<Change> changes =
          List.of(
              change("13.a", Change.As.TRANSCRIPTION),
              new Change(
                  DOCUMENT + ".13.b",
                  Change.As.CORRIGENDUM,
                  Optional.of("X/Corr.1"),
                  List.of("ar"),
                  Optional.empty()),
              change("13.c", Change.As.REWORDING),
              change("13.d", Change.As.WITHDRAWAL),
              new Change(
                  DOCUMENT + ".13.e",
                  Change.As.MERGING,
                  Optional.empty(),
                  List.of(),
                  Optional.of(DOCUMENT + ".13.c")),
              change("13.f", Change.As.TRANSCRIPTION));

      var outcome =
          new PublishingRecommendations(one.port)
              .publish(DOCUMENT, "ar", changes, "decided", by("p"));
      var repeated =
          new PublishingRecommendations(one.port)
              .publish(DOCUMENT, "ar", changes, "decided", by("p"));

      assertThat(outcome).isEqualTo(new PublishingRecommendations.Published(0, 0, 6, 111));
      assertThat(repeated).isEqualTo(new PublishingRecommendations.Published(0, 0, 0, 117));
      try (Instance replayed = new Instance("replayed", broker.access(Principal.INGEST))) {
        List<Recommendation> published = replayed.port.published(DOCUMENT);
        assertThat(published).isEqualTo(one.port.published(DOCUMENT)).hasSize(117);
        assertThat(published.subList(0, 6))
            .extracting(r -> r.status().word(), Recommendation::version, Recommendation::revision)
            .containsExactly(
                tuple("standing", 1, 2),
                tuple("standing", 1, 2),
                tuple("standing", 2, 2),
                tuple("withdrawn", 1, 2),
                tuple("merged", 1, 2),
                tuple("standing", 1, 2));
        assertThat(published.get(5))
            .satisfies(
                item -> {
                  assertThat(item.id()).isEqualTo(DOCUMENT + ".13.f");
                  assertThat(item.label()).isEqualTo("a-bis");
                });
      }
    }
  }

  @Test
  void nameWhatAnotherPublicationMadeFirstAndLetTheLogKeepIt() throws Exception {
    try (CatalogueBroker broker = CatalogueBroker.start(folder.resolve("kafka"));
        Instance one = new Instance("one", broker.access(Principal.INGEST));
        Instance two = new Instance("two", broker.access(Principal.INGEST))) {
      one.loadAndPublish();
      List<Recommendation> standing = one.port.published(DOCUMENT);
      var reworded =
          PublicationStep.of(change("13.a", Change.As.REWORDING), standing.get(0), "ar", "first");
      var withdrawn =
          PublicationStep.of(change("13.a", Change.As.WITHDRAWAL), standing.get(0), "ar", "second");
      var another =
          PublicationStep.of(change("13.b", Change.As.WITHDRAWAL), standing.get(1), "ar", "second");

      assertThat(one.port.publish(List.of(reworded), by("one"))).isEmpty();
      assertThat(two.port.publish(List.of(withdrawn, another), by("two")))
          .containsExactly(DOCUMENT + ".13.a");

      assertThat(two.port.published(DOCUMENT).subList(0, 2))
          .extracting(r -> r.status().word())
          .containsExactly("standing", "withdrawn");
      assertThat(one.port.publish(List.of(reworded), by("one"))).isEmpty();
    }
  }

  @Test
  void letTheLogDecideWhichOfTwoLanguagesLeadsAndKeepBoth() throws Exception {
    try (CatalogueBroker broker = CatalogueBroker.start(folder.resolve("kafka"));
        Instance one = new Instance("one", broker.access(Principal.INGEST));
        Instance two = new Instance("two", broker.access(Principal.INGEST));
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      var together = new CountDownLatch(1);
      Future<Document> french =
          threads.submit(
              () -> {
                together.await();
                return one.load(report("fr", "a) Un ;", "b) Deux."), small("fr"), by("one"));
              });
      Future<Document> spanish =
          threads.submit(
              () -> {
                together.await();
                return two.load(report("es", "a) Uno;", "b) Dos."), small("es"), by("two"));
              });
      together.countDown();
      french.get();
      spanish.get();

      assertThat(one.port.catchUp()).isTrue();
      assertThat(two.port.catchUp()).isTrue();
      List<Document> versions = one.port.versions("small");
      assertThat(versions).isEqualTo(two.port.versions("small")).hasSize(2);
      assertThat(versions).extracting(Document::leads).containsExactly(true, false);
      assertThat(versions).extracting(Document::revision).containsExactly(2, 2);

      publish(one, versions.get(0));
      publish(two, versions.get(1));
      try (Instance replayed = new Instance("replayed", broker.access(Principal.INGEST))) {
        assertThat(replayed.port.versions("small")).isEqualTo(versions);
        assertThat(replayed.port.published("small"))
            .extracting(Recommendation::texts)
            .containsExactly(
                Map.of("fr", "Un ;", "es", "Uno;"), Map.of("fr", "Deux.", "es", "Dos."));
      }
    }
  }

  private static void publish(Instance instance, Document version) {
    assertThat(instance.port.catchUp()).isTrue();
    assertThat(
            new PublishingRecommendations(instance.port)
                .publish("small", version.language(), List.of(), "", by(version.language())))
        .isInstanceOf(PublishingRecommendations.Published.class);
  }

  private static Manifest small(String language) {
    return new Manifest(
        "small",
        "S/1",
        Map.of(),
        language,
        false,
        List.of(new Manifest.ListOfRecommendations("1", "", Map.of())));
  }

  private static byte[] report(String language, String... items) {
    return ("1. %s :\n%s\n2. Fin.\n".formatted(language, String.join("\n", items)))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Correction text(String item, String text) {
    return new Correction.Text(DOCUMENT + "." + item, text);
  }

  private static Change change(String item, Change.As as) {
    return new Change(DOCUMENT + "." + item, as, Optional.empty(), List.of(), Optional.empty());
  }

  private static Request by(String client) {
    return new Request(client, RequestId.of(client, "key"), "digest of " + client, Instant.EPOCH);
  }
}
