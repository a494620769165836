package io.rapporteur.broker;

import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.topics.Durability;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicSetup;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/** An {@link InProcessBroker} with the users, topics and access rules of the catalogue. */
public final class CatalogueBroker implements AutoCloseable {

  private final InProcessBroker broker;

  private CatalogueBroker(InProcessBroker broker) {
    this.broker = broker;
  }

  /**
   * Starts the broker and brings it to the state of the catalogue.
   *
   * @param passwords of every principal
   * @param durability what an acknowledged event survives
   * @throws BrokerException if it cannot start, or stands in a state that the catalogue refuses
   */
  public static CatalogueBroker start(
      Path folder,
      int port,
      Map<Principal, String> passwords,
      Durability durability,
      Consumer<String> onFailure) {
    Map<String, String> users =
        passwords.entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().user(), Map.Entry::getValue));
    InProcessBroker broker = InProcessBroker.start(folder, port, users, onFailure);
    try (Admin admin = Admin.create(broker.access(InProcessBroker.SUPER_USER).clientSettings())) {
      new TopicSetup(admin, durability, (short) 1).run();
      return new CatalogueBroker(broker);
    } catch (ExecutionException | IllegalStateException e) {
      broker.close();
      throw new BrokerException("broker: topics cannot be set up: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      broker.close();
      throw new BrokerException("broker: interrupted while topics were set up", e);
    }
  }

  /** A broker for tests: any free port, the user's name as password, acknowledged from memory. */
  public static CatalogueBroker start(Path folder) {
    Map<Principal, String> passwords =
        Arrays.stream(Principal.values()).collect(Collectors.toMap(p -> p, Principal::user));
    return start(folder, 0, passwords, Durability.PROCESS, failure -> {});
  }

  /** How a principal reaches the broker. */
  public BrokerAccess access(Principal principal) {
    return broker.access(principal.user());
  }

  /** {@code host:port} of the clients' listener. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  @Override
  public void close() {
    broker.close();
  }
}
