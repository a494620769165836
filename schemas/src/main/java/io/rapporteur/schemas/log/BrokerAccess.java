package io.rapporteur.schemas.log;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;

/**
 * How a service reaches the broker: every client gives credentials, in every packaging.
 *
 * @param bootstrapServers {@code host:port}, comma separated
 * @param username Kafka user, for instance {@code comments}
 * @param password its password; never printed
 * @param securityProtocol {@code SASL_PLAINTEXT} on one host, {@code SASL_SSL} between hosts
 */
public record BrokerAccess(
    String bootstrapServers, String username, String password, String securityProtocol) {

  /** Client settings of every producer, consumer and admin. */
  public Map<String, Object> clientSettings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, securityProtocol);
    settings.put(SaslConfigs.SASL_MECHANISM, "PLAIN");
    settings.put(
        SaslConfigs.SASL_JAAS_CONFIG,
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(quoted(username), quoted(password)));
    // The services expose their own figures; nothing is pushed to the broker.
    settings.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
    return settings;
  }

  private static String quoted(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  @Override
  public String toString() {
    return username + "@" + bootstrapServers;
  }
}
