package io.rapporteur.schemas.wire;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.RestService;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/**
 * The Confluent-compatible schema registry, behind Confluent's own client. Thread-safe.
 *
 * <p>Every subject is registered with compatibility BACKWARD_TRANSITIVE: a newer reader reads all
 * that was ever written.
 */
public final class SchemaRegistry {

  private static final int NOT_FOUND = 404;

  private final URI address;
  private final CachedSchemaRegistryClient client;

  /**
   * @param address base of the Confluent API, for instance {@code
   *     http://127.0.0.1:8081/apis/ccompat/v7}
   */
  public SchemaRegistry(URI address) {
    this.address = address;
    var rest = new RestService(address.toString());
    rest.setHttpConnectTimeoutMs(2_000);
    // At a first start the registry makes its tables while the machine is busy with everything
    // else.
    rest.setHttpReadTimeoutMs(20_000);
    this.client = new CachedSchemaRegistryClient(rest, 1_000, Map.of());
  }

  /**
   * Registers a schema, or finds it registered.
   *
   * @return its id
   * @throws IllegalStateException if the registry refuses it as incompatible
   * @throws RegistryUnavailableException if the registry gives no answer
   */
  public int register(String subject, Schema schema) {
    return ask(
        "register " + subject,
        () -> {
          if (!subjects().contains(subject)) {
            client.updateCompatibility(subject, "BACKWARD_TRANSITIVE");
          }
          return client.register(subject, new AvroSchema(schema.toString()));
        });
  }

  /**
   * The schema of an id.
   *
   * @return empty if the registry answers that it has none
   * @throws RegistryUnavailableException if the registry gives no answer
   */
  public Optional<Schema> schema(int id) {
    return ask(
        "schema " + id,
        () -> {
          try {
            return Optional.of(
                new Schema.Parser().parse(client.getSchemaById(id).canonicalString()));
          } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  /**
   * All subjects, in no order.
   *
   * @throws RegistryUnavailableException if the registry gives no answer
   */
  public List<String> subjects() {
    return ask("subjects", () -> List.copyOf(client.getAllSubjects()));
  }

  private <T> T ask(String question, Question<T> asking) {
    try {
      return asking.ask();
    } catch (RestClientException e) {
      if (e.getStatus() >= 400 && e.getStatus() < 500) {
        throw new IllegalStateException(
            question + ": refused by the registry: " + e.getMessage(), e);
      }
      throw new RegistryUnavailableException(question + ": no answer from " + address, e);
    } catch (IOException e) {
      throw new RegistryUnavailableException(question + ": no answer from " + address, e);
    }
  }

  private interface Question<T> {
    T ask() throws IOException, RestClientException;
  }
}
