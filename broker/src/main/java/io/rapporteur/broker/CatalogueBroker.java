package io.rapporteur.broker;

import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.topics.Durability;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.topics.TopicSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;

/** An {@link InProcessBroker} with the users, topics and access rules of the catalogue. */
public final class CatalogueBroker implements AutoCloseable {

  private static final Duration LONGEST_SESSION = Duration.ofSeconds(60);

  private final InProcessBroker broker;
  private final Durability durability;

  private CatalogueBroker(InProcessBroker broker, Durability durability) {
    this.broker = broker;
    this.durability = durability;
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
      return new CatalogueBroker(broker, durability);
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

  /**
   * Deletes what the compilation folded and how far it had come, so that it folds the comments anew
   * at its next start. What was published stays: an edition is a fact. The aggregation service must
   * not run.
   *
   * @throws BrokerException if the broker does not do it
   */
  public void forgetCompilation() {
    List<String> derived = new ArrayList<>();
    derived.add(TopicCatalogue.COMPILED_COMMENTS.name());
    derived.add(TopicCatalogue.RECOMMENDATION_TALLIES.name());
    TopicCatalogue.INTERNAL.forEach(topic -> derived.add(topic.name()));
    try (Admin admin = Admin.create(broker.access(InProcessBroker.SUPER_USER).clientSettings())) {
      forgetPositions(admin);
      admin.deleteTopics(derived).all().get();
      while (admin.listTopics().names().get().stream().anyMatch(derived::contains)) {
        Thread.sleep(50);
      }
      new TopicSetup(admin, durability, (short) 1).run();
    } catch (ExecutionException e) {
      throw new BrokerException(
          "broker: the compilation cannot be forgotten: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException("broker: interrupted while the compilation was forgotten", e);
    }
  }

  /**
   * A member that was killed is in the group until its session ends. The group is deleted without
   * asking first whether it is there: a broker that has just started lists only what it has read so
   * far, while a deletion waits until it has read all.
   */
  private static void forgetPositions(Admin admin) throws ExecutionException, InterruptedException {
    Instant deadline = Instant.now().plus(LONGEST_SESSION);
    while (true) {
      try {
        admin.deleteConsumerGroups(List.of(TopicCatalogue.COMPILATION_APPLICATION)).all().get();
        return;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof GroupIdNotFoundException) {
          return;
        }
        if (!(e.getCause() instanceof GroupNotEmptyException) || Instant.now().isAfter(deadline)) {
          throw e;
        }
        Thread.sleep(500);
      }
    }
  }

  @Override
  public void close() {
    broker.close();
  }
}
