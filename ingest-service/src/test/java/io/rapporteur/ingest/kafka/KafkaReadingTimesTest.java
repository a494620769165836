package io.rapporteur.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.events.DocumentEvent;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.documents.Correction;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.KeptCorrections;
import io.rapporteur.ingest.documents.ReadingTimes;
import io.rapporteur.ingest.documents.ReadingTimes.Times;
import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Reading;
import io.rapporteur.ingest.reading.Reading.Item;
import io.rapporteur.ingest.reading.Reading.Section;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.revision.RequestId;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaReadingTimesTest {

  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-02-02T00:00:00Z");
  private static final Instant THIRD = Instant.parse("2026-03-03T00:00:00Z");

  @TempDir Path folder;

  @Test
  void areThoseOfTheLastReadingAndOfTheLastCorrectionUpToARevision() throws Exception {
    Clock clock = Clock.systemUTC();
    try (CatalogueBroker broker = CatalogueBroker.start(folder.resolve("kafka"))) {
      BrokerAccess access = broker.access(Principal.INGEST);
      SchemaIds ids = RememberedSchemas.in(folder.resolve("schema-ids"));
      var view = new IngestView(ViewStore.open(folder.resolve("view"), "1"), access, ids);
      try (EventLog<DocumentEvent> log =
              new EventLog<>(TopicCatalogue.DOCUMENT_EVENTS, access, ids, clock, new ClockSkew());
          EventLog<RecommendationEvent> items =
              new EventLog<>(
                  TopicCatalogue.RECOMMENDATION_EVENTS, access, ids, clock, new ClockSkew());
          var reader = view.reader()) {
        reader.start();
        await().atMost(Duration.ofSeconds(30)).until(reader::ready);
        var documents = new KafkaDocuments(view, log, items);
        ReadingTimes times = new KafkaReadingTimes(view);

        documents.keep(document(1), at(FIRST));
        var fix =
            new KeptCorrections(
                List.of(new Correction.Text("d.1.a", "Mended.")), "seen", "s", SECOND);
        documents.correct("d", 1, fix, at(SECOND));
        documents.keep(document(3), at(THIRD));

        assertThat(times.of("d", 1)).contains(new Times(FIRST, FIRST));
        assertThat(times.of("d", 2)).contains(new Times(FIRST, SECOND));
        assertThat(times.of("d", 3)).contains(new Times(THIRD, THIRD));
        assertThat(times.of("another", 1)).isEmpty();
      }
    }
  }

  private static Document document(int revision) {
    var item = new Item("d.1.a", "1", 1, 1, "a", "a", "d.1", "Do.", List.of(), 1, 1, List.of());
    return Document.read(
        new Manifest("d", "D/1", Map.of(), "en", false, List.of()),
        "d.txt",
        "0".repeat(64),
        new Reading(List.of(new Section("d.1", "1", Map.of(), "", "")), List.of(item)),
        revision);
  }

  private static Request at(Instant instant) {
    return new Request("s", RequestId.of("s", instant.toString()), "digest", instant);
  }
}
