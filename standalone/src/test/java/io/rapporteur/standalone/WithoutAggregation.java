package io.rapporteur.standalone;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.comments.CommentsConfiguration;
import io.rapporteur.identity.IdentityConfiguration;
import io.rapporteur.ingest.IngestConfiguration;
import io.rapporteur.schemas.topics.Durability;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.standalone.data.DataDirectory;
import io.rapporteur.standalone.data.Passwords;
import io.rapporteur.standalone.registry.RegistryProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/**
 * The product as {@code ./run} starts it, but for aggregation, which is then a process of its own
 * and can be killed alone.
 */
public final class WithoutAggregation {

  private WithoutAggregation() {}

  /** The services that take comments in. */
  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({IdentityConfiguration.class, IngestConfiguration.class, CommentsConfiguration.class})
  public static class Intake {}

  /** Takes {@code --data} and {@code --port}; says where broker and registry are, then is ready. */
  public static void main(String[] args) {
    Path home = Path.of(System.getProperty("rapporteur.home", ".")).toAbsolutePath().normalize();
    Arguments arguments = Arguments.of(List.of(args), home);
    DataDirectory data = DataDirectory.open(arguments.data(), 0, false);
    System.setProperty(
        "rapporteur.log", arguments.data().resolve("logs/rapporteur.log").toString());
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    RegistryProcess registry =
        RegistryProcess.start(
            home.resolve("standalone/target/registry"),
            data.path("registry"),
            data.path("logs").resolve("registry.log"));
    Runtime.getRuntime().addShutdownHook(new Thread(registry::close));
    CatalogueBroker broker =
        CatalogueBroker.start(
            data.path("kafka"),
            0,
            Passwords.of(data.path("secrets").resolve("kafka.properties")),
            Durability.PROCESS,
            failure -> Runtime.getRuntime().halt(1));
    registry.awaitReady();
    String address = "http://127.0.0.1:" + arguments.port();
    Map<String, Object> settings = new HashMap<>();
    settings.put("spring.config.name", "standalone");
    settings.put("server.address", "127.0.0.1");
    settings.put("server.port", arguments.port());
    settings.put("rapporteur.access.issuer", address);
    settings.put("rapporteur.access.audience", "rapporteur");
    settings.put("rapporteur.identity.issuer", address);
    settings.put("rapporteur.identity.people.address", "http://localhost:" + arguments.port());
    settings.put("rapporteur.identity.participants", home.resolve("seeds/participants.json"));
    settings.put("rapporteur.identity.demo-secret", Welcome.DEMO_SECRET);
    settings.put("rapporteur.ingest.seeds", home.resolve("seeds"));
    for (Principal service : List.of(Principal.INGEST, Principal.COMMENTS, Principal.IDENTITY)) {
      String prefix = "rapporteur." + service.user();
      var access = broker.access(service);
      settings.put(prefix + ".kafka.bootstrap-servers", access.bootstrapServers());
      settings.put(prefix + ".kafka.username", access.username());
      settings.put(prefix + ".kafka.password", access.password());
      settings.put(prefix + ".kafka.security-protocol", access.securityProtocol());
      settings.put(prefix + ".registry", registry.address());
      settings.put(prefix + ".directory", data.path(service.user()));
    }
    new SpringApplicationBuilder(Intake.class).properties(settings).run();
    System.out.println("schema registry at " + registry.address());
    System.out.println(
        new Welcome(address, address, arguments.data(), broker.bootstrapServers()).text());
  }
}
