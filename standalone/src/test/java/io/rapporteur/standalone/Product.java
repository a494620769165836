package io.rapporteur.standalone;

import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.topics.Principal;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product as a stranger runs it: a process of its own, asked over HTTP and Kafka. */
final class Product implements AutoCloseable {

  static final String CONSULTATION = "ccpcj-eg4-stocktaking";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  private final Path data;
  private final int port;
  private final Process process;
  private final Path output;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  private Product(Path data, int port, Process process, Path output) {
    this.data = data;
    this.port = port;
    this.process = process;
    this.output = output;
  }

  /** Starts on a data folder and waits until it is ready. */
  static Product start(Path data, String... more) {
    return start(data, Map.of(), more);
  }

  /** The same, with variables of the environment. */
  static Product start(Path data, Map<String, String> environment, String... more) {
    return ready(launch(data, freePort(), environment, List.of("-jar", program()), more));
  }

  private static Product ready(Product product) {
    try {
      Awaitility.await()
          .atMost(Duration.ofMinutes(4))
          .until(
              () -> product.said().contains("Rapporteur is ready") || !product.process.isAlive());
    } catch (ConditionTimeoutException e) {
      product.close();
      throw new IllegalStateException(product.said(), e);
    }
    if (!product.process.isAlive()) {
      throw new IllegalStateException(product.said());
    }
    return product;
  }

  /** The product without aggregation; see {@link WithoutAggregation}. */
  static Product startWithoutAggregation(Path data, Map<String, String> environment) {
    return ready(
        launch(
            data,
            freePort(),
            environment,
            List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                program() + File.pathSeparator + HOME.resolve("standalone/target/test-classes"),
                WithoutAggregation.class.getName())));
  }

  /** The product's program, with its libraries. */
  static String program() {
    return HOME.resolve("standalone/target/standalone.jar").toString();
  }

  /** Starts without waiting. */
  static Product launch(Path data, int port, String... more) {
    return launch(data, port, Map.of(), List.of("-jar", program()), more);
  }

  private static Product launch(
      Path data, int port, Map<String, String> environment, List<String> program, String... more) {
    try {
      Path output = Files.createTempFile("rapporteur", ".out");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of(
              "-Xmx768m", "--sun-misc-unsafe-memory-access=allow", "-Drapporteur.home=" + HOME));
      command.addAll(program);
      command.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
      command.addAll(List.of(more));
      var builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      return new Product(data, port, builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path data() {
    return data;
  }

  Process process() {
    return process;
  }

  /** What it printed so far. */
  String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** Where people reach its pages. */
  String pages() {
    return "http://localhost:" + port;
  }

  /** Kills it as a power cut of the process would: no hook runs. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Stops it as Ctrl-C does. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    http.close();
  }

  /** The broker as this principal reaches it, with the password of the data folder. */
  BrokerAccess kafka(Principal principal) {
    Matcher broker = Pattern.compile("Kafka +(\\S+),").matcher(said());
    if (!broker.find()) {
      throw new IllegalStateException("no broker address in: " + said());
    }
    var passwords = new Properties();
    try (var reader = Files.newBufferedReader(data.resolve("secrets/kafka.properties"))) {
      passwords.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BrokerAccess(
        broker.group(1),
        principal.user(),
        passwords.getProperty(principal.user()),
        "SASL_PLAINTEXT");
  }

  /** Base of the registry's Confluent API. */
  URI registry() {
    Matcher registry = Pattern.compile("schema registry at (\\S+)").matcher(said());
    if (!registry.find()) {
      throw new IllegalStateException("no registry address in: " + said());
    }
    return URI.create(registry.group(1));
  }

  /** An answer. */
  record Answer(int status, JsonNode body, Map<String, List<String>> headers) {

    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of("")).getFirst();
    }

    String problem() {
      return body.path("type").asString("").replace("urn:rapporteur:problem:", "");
    }
  }

  /** Asks as a client; an empty name is the public. */
  Answer get(String client, String path) {
    return send(client, HttpRequest.newBuilder(uri(path)).GET());
  }

  /** What is served to everyone, as text. */
  String text(String path) {
    try {
      return http.send(
              HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Answer post(String client, String path, String json, String... headers) {
    return send(
        client,
        withHeaders(headers)
            .uri(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  Answer put(String client, String path, String json, String... headers) {
    return send(
        client,
        withHeaders(headers)
            .uri(uri(path))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json)));
  }

  Answer delete(String client, String path, String... headers) {
    return send(client, withHeaders(headers).uri(uri(path)).DELETE());
  }

  /** Loads a document as two parts of a form. */
  Answer load(String client, String manifest, byte[] file) {
    HttpRequest.Builder request = form("/api/v1/documents", manifest, file);
    HttpRequest.BodyPublisher body = request.copy().build().bodyPublisher().orElseThrow();
    return send(client, request.POST(body));
  }

  /** A request to put a document as two parts of a form. */
  HttpRequest.Builder form(String path, String manifest, byte[] file) {
    String boundary = "----rapporteur";
    var body = new java.io.ByteArrayOutputStream();
    String head = "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n";
    body.writeBytes(
        (head.formatted(boundary, "metadata", "manifest.json")
                + "Content-Type: application/json\r\n\r\n"
                + manifest
                + "\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(
        (head.formatted(boundary, "file", "report.txt") + "Content-Type: text/plain\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(uri(path))
        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .PUT(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
  }

  Answer send(String client, HttpRequest.Builder request) {
    if (!client.isEmpty()) {
      request.header("Authorization", "Bearer " + token(client));
    }
    return send(request);
  }

  /** Sends as it is. */
  Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(
              request.timeout(Duration.ofSeconds(60)).build(),
              HttpResponse.BodyHandlers.ofString());
      String body = response.body();
      boolean json = body.startsWith("{") || body.startsWith("[");
      return new Answer(
          response.statusCode(),
          json ? MAPPER.readTree(body) : MAPPER.createObjectNode(),
          response.headers().map());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The token of a demonstration client. */
  String token(String client) {
    return tokens.computeIfAbsent(
        client,
        id ->
            send(HttpRequest.newBuilder(uri("/oauth2/token"))
                    .header(
                        "Authorization",
                        "Basic "
                            + Base64.getEncoder()
                                .encodeToString((id + ":demo").getBytes(StandardCharsets.UTF_8)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")))
                .body()
                .path("access_token")
                .asString());
  }

  URI uri(String path) {
    return URI.create(address() + path);
  }

  static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static HttpRequest.Builder withHeaders(String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder();
    return headers.length == 0 ? request : request.headers(headers);
  }

  /** The body of a comment in the seed's consultation. */
  static String comment(String recommendation, String text) {
    return """
    {"consultation":"%s","recommendation":"%s","kind":"substantive","position":"support",
     "language":"en","text":"%s"}\
    """
        .formatted(CONSULTATION, recommendation, text);
  }
}
