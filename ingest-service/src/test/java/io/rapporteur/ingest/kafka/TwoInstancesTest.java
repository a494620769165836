package io.rapporteur.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.events.DocumentEvent;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.LoadingReports;
import io.rapporteur.ingest.documents.LoadingReports.Kept;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private final LoadingReports loading;

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
      loading =
          new LoadingReports(
              new KafkaDocuments(view, documents, recommendations), new Sources(Limits.standard()));
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
      var loaded = loading.load("seed.txt", text, manifest, request);
      assertThat(loaded).isInstanceOf(Kept.class);
      loading.publish(((Kept) loaded).document(), request);
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
                        java.util.List.of(TopicCatalogue.RECOMMENDATION_EVENTS),
                        Duration.ofSeconds(30)))
            .isTrue();
      }
      assertThat(one.view.recommendations.startingWith("")).hasSize(117);
      assertThat(two.view.recommendations.startingWith(""))
          .isEqualTo(one.view.recommendations.startingWith(""));
      assertThat(one.view.recommendations.startingWith(""))
          .allSatisfy(event -> assertThat(event.getRevision()).isEqualTo(1));
    }
  }
}
