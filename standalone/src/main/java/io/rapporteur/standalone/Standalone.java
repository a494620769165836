package io.rapporteur.standalone;

import io.rapporteur.broker.BrokerException;
import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.schemas.topics.Durability;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.standalone.data.CannotStartException;
import io.rapporteur.standalone.data.DataDirectory;
import io.rapporteur.standalone.data.Passwords;
import io.rapporteur.standalone.registry.RegistryProcess;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code ./run}: starts everything in order, says what it does, stops everything in the opposite
 * order.
 */
public final class Standalone {

  private static final long LEAST_FREE = 512L << 20;
  private static final String LOOPBACK = "127.0.0.1";
  private static final List<Principal> SERVICES =
      List.of(Principal.INGEST, Principal.COMMENTS, Principal.AGGREGATION, Principal.IDENTITY);

  private final Arguments arguments;
  private final Path home;
  private final Progress progress;
  private final Deque<Step> started = new ArrayDeque<>();
  private final AtomicBoolean givenUp = new AtomicBoolean();
  private volatile @Nullable RegistryProcess registry;
  private boolean stopped;

  private Standalone(Arguments arguments, Path home, Progress progress) {
    this.arguments = arguments;
    this.home = home;
    this.progress = progress;
  }

  /** Something that runs and must be stopped. */
  private record Step(String name, AutoCloseable running) {}

  /**
   * Starts the product and stays until it is stopped.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) throws InterruptedException {
    Path home = Path.of(System.getProperty("rapporteur.home", ".")).toAbsolutePath().normalize();
    var progress = new Progress(System.out);
    @Nullable Standalone standalone = null;
    try {
      Arguments arguments = Arguments.of(List.of(args), home);
      if (arguments.help()) {
        progress.say(Arguments.USAGE.stripTrailing());
        return;
      }
      standalone = new Standalone(arguments, home, progress);
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(standalone::stop));
      standalone.start();
      new CountDownLatch(1).await();
    } catch (CannotStartException | BrokerException e) {
      System.err.println(e.getMessage());
      Runtime.getRuntime().exit(1);
    } catch (RuntimeException e) {
      System.err.println(
          "Rapporteur cannot start: "
              + root(e)
              + "; "
              + (standalone == null ? "" : standalone.logFile() + " says more."));
      Runtime.getRuntime().exit(1);
    }
  }

  private static String root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  private Path logFile() {
    return arguments.data().resolve("logs").resolve("rapporteur.log");
  }

  private void start() {
    checkPort();
    DataDirectory data = DataDirectory.open(arguments.data(), LEAST_FREE, arguments.fresh());
    keep("data folder", data);
    // Before the first logger is made.
    System.setProperty("rapporteur.log", logFile().toString());
    // Logback alone, as logback.xml says: Spring Boot's own listener would print to the terminal.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    Map<Principal, String> passwords =
        Passwords.of(data.path("secrets").resolve("kafka.properties"));
    RegistryProcess child =
        RegistryProcess.start(
            home.resolve("standalone/target/registry"),
            data.path("registry"),
            data.path("logs").resolve("registry.log"));
    registry = child;
    keep("schema registry", child);
    CatalogueBroker broker =
        CatalogueBroker.start(data.path("kafka"), 0, passwords, durability(), this::giveUp);
    keep("broker", broker);
    progress.step("broker at " + broker.bootstrapServers());
    if (arguments.rebuild()) {
      // What is kept here goes first: interrupted, the fold begins anew at the next start too.
      data.delete(Principal.AGGREGATION.user() + "/view");
      data.delete(Principal.AGGREGATION.user() + "/fold");
      broker.forgetCompilation();
      progress.step("compilation forgotten; it is folded anew");
    }
    child.awaitReady();
    progress.step("schema registry at " + child.address());
    ConfigurableApplicationContext services = services(data, broker, child);
    keep("services", services);
    progress.step("services at " + address());
    new Readiness(address()).await(progress);
    progress.say(
        new Welcome(address(), pages(), arguments.data(), broker.bootstrapServers()).text());
  }

  private static Durability durability() {
    return Durability.valueOf(
        System.getProperty("rapporteur.durability", "power").toUpperCase(Locale.ROOT));
  }

  private void checkPort() {
    try (var probe = new ServerSocket(arguments.port(), 1, InetAddress.getByName(LOOPBACK))) {
      progress.step("port " + probe.getLocalPort() + " is free");
    } catch (BindException e) {
      throw new CannotStartException(
          "Port %d is in use; stop what uses it, or choose another with --port."
              .formatted(arguments.port()),
          e);
    } catch (IOException e) {
      throw new CannotStartException(
          "Port %d cannot be used: %s".formatted(arguments.port(), e.getMessage()), e);
    }
  }

  private ConfigurableApplicationContext services(
      DataDirectory data, CatalogueBroker broker, RegistryProcess registry) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("spring.config.name", "standalone");
    settings.put("server.address", LOOPBACK);
    settings.put("server.port", arguments.port());
    settings.put("rapporteur.access.issuer", address());
    settings.put("rapporteur.access.audience", "rapporteur");
    settings.put("rapporteur.identity.issuer", address());
    // Keys of people are bound to a name: browsers take localhost for one, and no address.
    settings.put("rapporteur.identity.people.address", pages());
    settings.put("rapporteur.identity.participants", home.resolve("seeds/participants.json"));
    settings.put("rapporteur.identity.demo-secret", Welcome.DEMO_SECRET);
    settings.put("rapporteur.ingest.seeds", home.resolve("seeds"));
    for (Principal service : SERVICES) {
      String prefix = "rapporteur." + service.user();
      var access = broker.access(service);
      settings.put(prefix + ".kafka.bootstrap-servers", access.bootstrapServers());
      settings.put(prefix + ".kafka.username", access.username());
      settings.put(prefix + ".kafka.password", access.password());
      settings.put(prefix + ".kafka.security-protocol", access.securityProtocol());
      settings.put(prefix + ".registry", registry.address());
      settings.put(prefix + ".directory", data.path(service.user()));
    }
    return new SpringApplicationBuilder(StandaloneApplication.class)
        .registerShutdownHook(false)
        .properties(settings)
        .run();
  }

  private String address() {
    return "http://" + LOOPBACK + ":" + arguments.port();
  }

  private String pages() {
    return "http://localhost:" + arguments.port();
  }

  /**
   * The broker has failed for good: what it cannot keep must not be taken, so that everything ends
   * at once.
   */
  private void giveUp(String sentence) {
    if (givenUp.compareAndSet(false, true)) {
      System.err.printf(
          "%s. The disk of %s is full or has failed; make room, then start again: what was answered is there.%n",
          sentence, arguments.data());
      Thread.ofPlatform().start(this::endAtOnce);
    }
  }

  private void endAtOnce() {
    RegistryProcess child = registry;
    if (child != null) {
      child.close();
    }
    Runtime.getRuntime().halt(1);
  }

  private synchronized void keep(String name, AutoCloseable running) {
    started.push(new Step(name, running));
  }

  private synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    RegistryProcess child = registry;
    if (child != null) {
      // Ctrl-C on a terminal reaches it too; it must not be started again.
      child.expectEnd();
    }
    while (!started.isEmpty()) {
      Step step = started.pop();
      try {
        step.running.close();
        progress.step(step.name + " stopped");
      } catch (Exception e) {
        System.err.println(step.name + " could not be stopped: " + e.getMessage());
      }
    }
  }
}
