package io.rapporteur.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.ingest.circulation.Channel;
import io.rapporteur.ingest.circulation.CirculationLoop;
import io.rapporteur.ingest.circulation.http.DeliveriesResource;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.topics.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is put together, with circulation off and on. */
class CirculationConfigurationTest {

  private static final String PREFIX = "rapporteur.ingest.circulation.";

  @TempDir static Path shared;
  private static CatalogueBroker broker;

  @TempDir Path folder;

  @BeforeAll
  static void startBroker() {
    broker = CatalogueBroker.start(shared.resolve("kafka"));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  private ConfigurableApplicationContext start(Map<String, Object> more) throws IOException {
    RememberedSchemas.writeTo(folder.resolve("schema-ids"));
    BrokerAccess access = broker.access(Principal.INGEST);
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("spring.config.name", "ingest");
    settings.put("server.port", "0");
    settings.put("rapporteur.ingest.kafka.bootstrap-servers", access.bootstrapServers());
    settings.put("rapporteur.ingest.kafka.username", access.username());
    settings.put("rapporteur.ingest.kafka.password", access.password());
    settings.put("rapporteur.ingest.registry", RememberedSchemas.NO_REGISTRY.toString());
    settings.put("rapporteur.ingest.directory", folder.toString());
    String[] arguments =
        settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new);
    return new SpringApplicationBuilder(IngestApplication.class).run(arguments);
  }

  @Test
  void isOffUnlessItIsSwitchedOn() throws IOException {
    try (ConfigurableApplicationContext context = start(Map.of())) {
      assertThat(context.getBeansOfType(CirculationLoop.class)).isEmpty();
      assertThat(context.getBeansOfType(DeliveriesResource.class)).hasSize(1);
    }
  }

  @Test
  void runsWithAMailServerAndContacts() throws IOException {
    Path contacts = folder.resolve("contacts.json");
    Files.writeString(contacts, "{\"contacts\": []}");
    Files.setPosixFilePermissions(contacts, PosixFilePermissions.fromString("rw-------"));

    try (ConfigurableApplicationContext context =
        start(
            Map.of(
                PREFIX + "contacts", contacts,
                PREFIX + "link", "https://example.org/{consultation}",
                PREFIX + "smtp.host", "127.0.0.1",
                PREFIX + "smtp.from", "desk@example.org",
                PREFIX + "webhooks.hosts", "hooks.example.org"))) {
      assertThat(context.getBean(CirculationLoop.class).failuresInARow()).isZero();
    }
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> start(Map.of(PREFIX + "smtp.host", "127.0.0.1")))
        .rootCause()
        .hasMessageContaining("contacts and link: missing")
        .hasMessageContaining("smtp.from: missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{consultation}", "/consultations/{consultation}", "https://a b/{consultation}"})
  void saysThatTheLinkIsNoAddress(String link) {
    assertThatThrownBy(
            () ->
                start(
                    Map.of(
                        PREFIX + "contacts",
                        folder.resolve("contacts.json"),
                        PREFIX + "link",
                        link,
                        PREFIX + "webhooks.hosts",
                        "hooks.example.org")))
        .rootCause()
        .hasMessageContaining("link: no address (expected: https://... with {consultation})");
  }

  @Test
  void sendsNoWebhookUnlessHostsAreNamedAndNoMailWithoutAServer() {
    assertThat(couriers("", Set.of())).isEmpty();
    assertThat(couriers("mail.example.org", Set.of())).containsExactly(Channel.EMAIL);
    assertThat(couriers("", Set.of("hooks.example.org"))).containsExactly(Channel.WEBHOOK);
  }

  private static Set<Channel> couriers(String mailServer, Set<String> hosts) {
    var properties =
        new CirculationProperties(
            Path.of("contacts.json"),
            "https://example.org/{consultation}",
            Duration.ofDays(3),
            Duration.ofSeconds(5),
            10,
            Duration.ofMinutes(1),
            Duration.ofHours(6),
            new CirculationProperties.Smtp(mailServer, 587, "", "", true, "desk@example.org"),
            new CirculationProperties.Webhooks(hosts, false));
    return CirculationConfiguration.couriers(properties, Clock.systemUTC()).keySet();
  }
}
