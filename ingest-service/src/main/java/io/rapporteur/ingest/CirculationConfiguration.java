package io.rapporteur.ingest;

import io.rapporteur.events.DeliveryEvent;
import io.rapporteur.ingest.circulation.Channel;
import io.rapporteur.ingest.circulation.Circulating;
import io.rapporteur.ingest.circulation.CirculationLoop;
import io.rapporteur.ingest.circulation.CirculationTerms;
import io.rapporteur.ingest.circulation.Courier;
import io.rapporteur.ingest.circulation.Deliveries;
import io.rapporteur.ingest.circulation.OccasionPolicy;
import io.rapporteur.ingest.circulation.file.ContactsFile;
import io.rapporteur.ingest.circulation.http.DeliveriesResource;
import io.rapporteur.ingest.circulation.smtp.SmtpAccess;
import io.rapporteur.ingest.circulation.smtp.SmtpCourier;
import io.rapporteur.ingest.circulation.webhook.WebhookCourier;
import io.rapporteur.ingest.kafka.IngestView;
import io.rapporteur.ingest.kafka.KafkaDeliveries;
import io.rapporteur.ingest.kafka.KafkaRounds;
import io.rapporteur.ingest.participants.Participants;
import io.rapporteur.schemas.delivery.Release;
import io.rapporteur.schemas.delivery.ReleaseFile;
import io.rapporteur.schemas.delivery.RetryPolicy;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.LogIdentity;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.webhook.WebhookTerms;
import io.rapporteur.schemas.wire.SchemaIds;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Circulation, put together: its door is always there, its threads only if it is switched on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CirculationProperties.class)
public class CirculationConfiguration {

  /** Each step of SMTP has this long, and each part of a webhook. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A conversation with the mail server has this long, well within a claim. */
  private static final Duration CONVERSATION = Duration.ofMinutes(1);

  private static final Duration CLAIM = Duration.ofMinutes(5);
  private static final int MAILS = 4;
  private static final int WEBHOOKS = 32;

  @Bean
  EventLog<DeliveryEvent> ingestDeliveryLog(
      IngestProperties properties,
      @Qualifier("ingestSchemaIds") SchemaIds ids,
      @Qualifier("ingestClock") Clock clock,
      @Qualifier("ingestClockSkew") ClockSkew skew) {
    return new EventLog<>(TopicCatalogue.DELIVERY_EVENTS, properties.kafka(), ids, clock, skew);
  }

  @Bean
  Deliveries ingestDeliveries(IngestView view, EventLog<DeliveryEvent> log) {
    return new KafkaDeliveries(view, log, "ingest-" + UUID.randomUUID());
  }

  @Bean
  Release ingestRelease(IngestProperties properties) {
    return new ReleaseFile(
        properties.directory().resolve("circulation"), LogIdentity.of(properties.kafka()));
  }

  @Bean
  DeliveriesResource ingestDeliveriesResource(
      Deliveries deliveries,
      @Qualifier("ingestRelease") Release release,
      CirculationProperties properties,
      @Qualifier("ingestClock") Clock clock) {
    return new DeliveriesResource(deliveries, release, properties.on(), clock);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @Conditional(CirculationOn.class)
  CirculationLoop ingestCirculationLoop(
      CirculationProperties properties,
      IngestView view,
      Participants participants,
      Deliveries deliveries,
      @Qualifier("ingestRelease") Release release,
      @Qualifier("ingestClock") Clock clock) {
    Path contacts = Objects.requireNonNull(properties.contacts());
    var terms =
        new CirculationTerms(
            new OccasionPolicy(properties.remindBefore()),
            new RetryPolicy(properties.tries(), properties.firstWait(), properties.longestWait()),
            CLAIM,
            properties.link());
    var circulating =
        new Circulating(
            new KafkaRounds(view),
            new ContactsFile(contacts),
            code -> participants.participant(code).isPresent(),
            deliveries,
            release,
            couriers(properties, clock),
            terms,
            clock,
            new SplittableRandom());
    return new CirculationLoop(circulating, properties.interval(), MAILS, WEBHOOKS);
  }

  /** By the means that are switched on. */
  static Map<Channel, Courier> couriers(CirculationProperties properties, Clock clock) {
    Map<Channel, Courier> couriers = new EnumMap<>(Channel.class);
    var smtp = properties.smtp();
    if (!smtp.host().isEmpty()) {
      var access =
          new SmtpAccess(
              smtp.host(),
              smtp.port(),
              smtp.username(),
              smtp.password(),
              smtp.startTls(),
              smtp.from(),
              PATIENCE,
              CONVERSATION);
      couriers.put(Channel.EMAIL, new SmtpCourier(access, clock));
    }
    var webhooks = properties.webhooks();
    if (!webhooks.hosts().isEmpty()) {
      couriers.put(
          Channel.WEBHOOK,
          new WebhookCourier(
              new WebhookTerms(webhooks.hosts(), webhooks.loopback(), PATIENCE), clock));
    }
    return couriers;
  }
}
