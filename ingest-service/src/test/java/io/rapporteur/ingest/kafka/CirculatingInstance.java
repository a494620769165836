package io.rapporteur.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.DeliveryEvent;
import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.circulation.Channel;
import io.rapporteur.ingest.circulation.Circulating;
import io.rapporteur.ingest.circulation.CirculationLoop;
import io.rapporteur.ingest.circulation.CirculationTerms;
import io.rapporteur.ingest.circulation.Contacts;
import io.rapporteur.ingest.circulation.Courier;
import io.rapporteur.ingest.circulation.Delivery;
import io.rapporteur.ingest.circulation.Delivery.State;
import io.rapporteur.ingest.circulation.OccasionPolicy;
import io.rapporteur.ingest.consultations.Change;
import io.rapporteur.schemas.delivery.ReleaseFile;
import io.rapporteur.schemas.delivery.RetryPolicy;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.revision.RequestId;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** An instance of ingest on a real log, as far as circulation needs it. */
final class CirculatingInstance implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration DAYS = Duration.ofDays(60);
  private static final String LOG = "log";

  final KafkaDeliveries deliveries;
  final Circulating circulating;
  private final String consultation;
  private final IngestView view;
  private final EventLog<DeliveryEvent> deliveryLog;
  private final EventLog<ConsultationEvent> consultationLog;
  private final KafkaConsultations consultations;
  private final ReleaseFile release;
  private final CirculationLoop loop;

  CirculatingInstance(
      CatalogueBroker broker,
      Path folder,
      String consultation,
      Contacts contacts,
      Map<Channel, Courier> couriers)
      throws IOException {
    this.consultation = consultation;
    Clock clock = Clock.systemUTC();
    BrokerAccess access = broker.access(Principal.INGEST);
    SchemaIds ids = RememberedSchemas.in(folder.resolve("schema-ids"));
    view = new IngestView(ViewStore.open(folder.resolve("view"), "1"), access, ids);
    deliveryLog =
        new EventLog<>(TopicCatalogue.DELIVERY_EVENTS, access, ids, clock, new ClockSkew());
    consultationLog =
        new EventLog<>(TopicCatalogue.CONSULTATION_EVENTS, access, ids, clock, new ClockSkew());
    deliveries = new KafkaDeliveries(view, deliveryLog, folder.getFileName().toString());
    consultations = new KafkaConsultations(view, consultationLog);
    release = new ReleaseFile(folder.resolve("circulation"), LOG);
    circulating =
        new Circulating(
            new KafkaRounds(view),
            contacts,
            code -> !code.equals("nobody"),
            deliveries,
            release,
            couriers,
            new CirculationTerms(
                new OccasionPolicy(Duration.ofDays(3)),
                new RetryPolicy(3, Duration.ofMillis(100), Duration.ofMillis(200)),
                Duration.ofSeconds(20),
                "https://example.org/{consultation}"),
            clock,
            new SplittableRandom(2026));
    loop = new CirculationLoop(circulating, Duration.ofMillis(50), 4, 4);
    view.reader().start();
    await().atMost(PATIENCE).until(view.reader()::ready);
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  CirculatingInstance released() throws IOException {
    release.release(now(), deliveries.reached());
    return this;
  }

  CirculatingInstance running() {
    loop.start();
    return this;
  }

  int seen() {
    return consultations.consultation(consultation).map(c -> c.revision()).orElse(0);
  }

  void change(Change change) {
    int revision = seen();
    var request =
        new Request("t", RequestId.of("t", consultation + "/" + revision), "digest", now());
    assertThat(consultations.append(consultation, revision, change, request))
        .isEqualTo(Decided.COUNTED);
  }

  void open() {
    open(now().plus(DAYS));
  }

  void open(Instant closesAt) {
    change(
        new Change.Open(
            Map.of("ar", "عنوان", "en", "A title"),
            List.of("d"),
            Map.of("d", 1),
            1,
            now(),
            closesAt,
            "Europe/Vienna",
            false));
  }

  List<Delivery> found() {
    return deliveries.find(Optional.of(consultation), Optional.empty(), "", 100).deliveries();
  }

  List<State> ended() {
    return found().stream().filter(Delivery::ended).map(Delivery::state).toList();
  }

  @Override
  public void close() {
    loop.close();
    view.reader().close();
    deliveryLog.close();
    consultationLog.close();
  }
}
