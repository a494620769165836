package io.rapporteur.broker;

import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.topics.Durability;
import io.rapporteur.schemas.topics.TopicSetup;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * Brings a broker of its own process to the state of the catalogue, then ends: topics, their
 * settings, their access rules. Run it before the services; running it again changes nothing.
 *
 * <p>Environment: {@code KAFKA_BOOTSTRAP_SERVERS}, {@code KAFKA_PASSWORD_BROKER} (of the super
 * user), {@code KAFKA_SECURITY_PROTOCOL} (SASL_PLAINTEXT), {@code RAPPORTEUR_DURABILITY} (power or
 * process; power), {@code RAPPORTEUR_REPLICAS} (1).
 */
public final class PrepareTopics {

  private PrepareTopics() {}

  /** Exits with status 1 and one sentence if the broker refuses or does not answer. */
  public static void main(String[] args) {
    Map<String, String> env = System.getenv();
    var access =
        new BrokerAccess(
            Objects.requireNonNullElse(env.get("KAFKA_BOOTSTRAP_SERVERS"), "localhost:9092"),
            InProcessBroker.SUPER_USER,
            Objects.requireNonNullElse(env.get("KAFKA_PASSWORD_BROKER"), ""),
            Objects.requireNonNullElse(env.get("KAFKA_SECURITY_PROTOCOL"), "SASL_PLAINTEXT"));
    String durability = Objects.requireNonNullElse(env.get("RAPPORTEUR_DURABILITY"), "power");
    String replicas = Objects.requireNonNullElse(env.get("RAPPORTEUR_REPLICAS"), "1");
    try (Admin admin = Admin.create(access.clientSettings())) {
      new TopicSetup(
              admin,
              Durability.valueOf(durability.toUpperCase(Locale.ROOT)),
              Short.parseShort(replicas))
          .run();
      System.out.println("topics and access rules stand as the catalogue says");
    } catch (ExecutionException | IllegalStateException | IllegalArgumentException e) {
      System.err.println("topics cannot be prepared on " + access + ": " + e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      System.exit(1);
    }
  }
}
