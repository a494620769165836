package io.rapporteur.broker;

import io.rapporteur.schemas.log.BrokerAccess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Kafka node, broker and controller, on loopback. Both listeners ask for credentials
 * (SASL/PLAIN); whoever has none of the users' passwords gets nothing, and a user gets what the
 * access rules allow. The user {@code broker} may do all.
 *
 * <p>Kafka would halt the Java process when its disk fails; here that is told to {@code onFailure}
 * instead.
 */
public final class InProcessBroker implements AutoCloseable {

  /** The super user, who must be among the users. */
  public static final String SUPER_USER = "broker";

  private static final String LOOPBACK = "127.0.0.1";
  private static final String MODULE =
      "org.apache.kafka.common.security.plain.PlainLoginModule required";

  private final KafkaRaftServer server;
  private final String bootstrapServers;
  private final Map<String, String> users;

  private InProcessBroker(
      KafkaRaftServer server, String bootstrapServers, Map<String, String> users) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
    this.users = users;
  }

  /**
   * Starts the node on a folder, which is formatted if it is empty and continued if it is not.
   *
   * @param folder where the log is kept
   * @param port of the clients' listener; 0 for any free one
   * @param users passwords by user name
   * @param onFailure told once, in one sentence, if the broker gives up later on
   * @throws BrokerException if it cannot start
   */
  public static InProcessBroker start(
      Path folder, int port, Map<String, String> users, Consumer<String> onFailure) {
    replaceExit(onFailure);
    try {
      int clients = port == 0 ? freePort() : port;
      Files.createDirectories(folder);
      var config =
          new KafkaConfig(settings(folder, clients, freePortBeside(clients), users), false);
      format(folder);
      var server = new KafkaRaftServer(config, Time.SYSTEM);
      server.startup();
      return new InProcessBroker(server, LOOPBACK + ":" + clients, Map.copyOf(users));
    } catch (Exception e) {
      throw new BrokerException("broker: cannot start on " + folder + ": " + cause(e), e);
    }
  }

  private static void replaceExit(Consumer<String> onFailure) {
    Exit.Procedure told =
        (status, message) -> {
          String sentence =
              "broker: gave up with status " + status + (message == null ? "" : ": " + message);
          onFailure.accept(sentence);
          throw new BrokerException(sentence, new IllegalStateException(sentence));
        };
    Exit.setExitProcedure(told);
    Exit.setHaltProcedure(told);
  }

  private static void format(Path folder) throws Exception {
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    var said = new ByteArrayOutputStream();
    var formatter =
        new Formatter()
            .setNodeId(1)
            .setClusterId(Uuid.randomUuid().toString())
            .setControllerListenerName("CONTROLLER")
            .setMetadataLogDirectory(folder.toString())
            .addDirectory(folder.toString())
            .setPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8));
    formatter.run();
  }

  private static Properties settings(
      Path folder, int clients, int controller, Map<String, String> users) {
    var settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@" + LOOPBACK + ":" + controller);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("inter.broker.listener.name", "CLIENTS");
    settings.put(
        "listeners",
        "CLIENTS://%1$s:%2$d,CONTROLLER://%1$s:%3$d".formatted(LOOPBACK, clients, controller));
    settings.put("advertised.listeners", "CLIENTS://%s:%d".formatted(LOOPBACK, clients));
    settings.put(
        "listener.security.protocol.map", "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
    settings.put("sasl.enabled.mechanisms", "PLAIN");
    settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
    settings.put("sasl.mechanism.controller.protocol", "PLAIN");
    settings.put("listener.name.clients.plain.sasl.jaas.config", jaas(users));
    settings.put(
        "listener.name.controller.plain.sasl.jaas.config",
        jaas(Map.of(SUPER_USER, users.getOrDefault(SUPER_USER, ""))));
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", "User:" + SUPER_USER);
    settings.put("allow.everyone.if.no.acl.found", "false");
    settings.put("log.dirs", folder.toString());
    settings.put("auto.create.topics.enable", "false");
    settings.put("default.replication.factor", "1");
    settings.put("min.insync.replicas", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    // One machine: a group need not wait for members that are still on their way.
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("controlled.shutdown.enable", "false");
    settings.put("log.retention.check.interval.ms", "300000");
    return settings;
  }

  private static String jaas(Map<String, String> users) {
    String known =
        users.entrySet().stream()
            .map(user -> "user_%s=\"%s\"".formatted(user.getKey(), user.getValue()))
            .collect(Collectors.joining(" "));
    return "%s username=\"%s\" password=\"%s\" %s;"
        .formatted(MODULE, SUPER_USER, users.getOrDefault(SUPER_USER, ""), known);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  /** A free port may be given out again as soon as nobody listens there. */
  private static int freePortBeside(int taken) throws IOException {
    int port = freePort();
    while (port == taken) {
      port = freePort();
    }
    return port;
  }

  private static String cause(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  /** {@code host:port} of the clients' listener. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /**
   * How a user reaches this broker.
   *
   * @throws IllegalArgumentException if there is no such user
   */
  public BrokerAccess access(String user) {
    String password = users.get(user);
    if (password == null) {
      throw new IllegalArgumentException(
          "user: " + user + " (expected: one of " + users.keySet() + ")");
    }
    return new BrokerAccess(bootstrapServers, user, password, "SASL_PLAINTEXT");
  }

  /** Stops the node in order. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
