package io.rapporteur.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.ingest.circulation.CirculationLoop;
import io.rapporteur.ingest.circulation.http.DeliveriesResource;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.topics.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
}
