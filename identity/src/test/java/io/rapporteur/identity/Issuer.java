package io.rapporteur.identity;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.topics.Principal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An issuer on a free port, with three participants, and a client to ask it. */
final class Issuer implements AutoCloseable {

  static final String NAME = "http://127.0.0.1:8084";
  static final String SECRET = "demo";

  /** One broker for all issuers of these tests, with the participants of none. */
  private static final CatalogueBroker BROKER = broker();

  private final ServletWebServerApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();

  private Issuer(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  static Issuer start(Path folder, String... settings) {
    return start(IdentityApplication.builder(), folder, settings);
  }

  static Issuer start(SpringApplicationBuilder application, Path folder, String... settings) {
    var issuer =
        new Issuer(
            (ServletWebServerApplicationContext) application.run(arguments(folder, settings)));
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> issuer.token("nobody", "none").statusCode() != 503);
    return issuer;
  }

  private static CatalogueBroker broker() {
    try {
      CatalogueBroker broker = CatalogueBroker.start(Files.createTempDirectory("issuer-broker"));
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
      return broker;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rememberSchemas(Path folder) {
    try {
      RememberedSchemas.writeTo(folder.resolve("identity/schema-ids"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of the beans of a type. */
  List<String> beans(Class<?> type) {
    return List.of(context.getBeanNamesForType(type));
  }

  /** Settings as {@code name=value}; the last of a name holds. */
  private static String[] arguments(Path folder, String... settings) {
    rememberSchemas(folder);
    BrokerAccess kafka = BROKER.access(Principal.IDENTITY);
    Map<String, String> arguments = new LinkedHashMap<>();
    Stream.concat(
            Stream.of(
                "server.port=0",
                "spring.main.banner-mode=off",
                "rapporteur.identity.issuer=" + NAME,
                "rapporteur.identity.directory=" + folder.resolve("identity"),
                "rapporteur.identity.participants=" + participants(folder),
                "rapporteur.identity.demo-secret=" + SECRET,
                "server.address=127.0.0.1",
                "rapporteur.access.issuer=" + NAME,
                "rapporteur.identity.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "rapporteur.identity.kafka.username=" + kafka.username(),
                "rapporteur.identity.kafka.password=" + kafka.password(),
                "rapporteur.identity.kafka.security-protocol=" + kafka.securityProtocol(),
                "rapporteur.identity.registry=" + RememberedSchemas.NO_REGISTRY),
            Stream.of(settings))
        .forEach(s -> arguments.put(s.substring(0, s.indexOf('=')), s));
    return arguments.values().stream().map(s -> "--" + s).toArray(String[]::new);
  }

  private static Path participants(Path folder) {
    try {
      return Files.writeString(
          folder.resolve("participants.json"),
          """
          {"participants": [{"code": "eg"}, {"code": "br"}, {"code": "icpo-interpol"}]}
          """);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  URI uri(String path) {
    return URI.create(
        "http://127.0.0.1:" + Objects.requireNonNull(context.getWebServer()).getPort() + path);
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET());
  }

  /** Asks for a token with the client's name and secret in the header. */
  HttpResponse<String> token(String client, String secret) {
    String credentials =
        Base64.getEncoder()
            .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(uri("/oauth2/token"))
            .header("Authorization", "Basic " + credentials)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
  }

  HttpResponse<String> post(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A token as a service reads it, its signature and times checked. */
  Jwt read(String token) {
    return read(token, Clock.systemUTC());
  }

  /** A token as a service with this clock reads it. */
  Jwt read(String token, Clock clock) {
    var times = new JwtTimestampValidator();
    times.setClock(clock);
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(uri("/oauth2/jwks").toString()).build();
    decoder.setJwtValidator(times);
    return decoder.decode(token);
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  static String accessToken(HttpResponse<String> answer) {
    return json(answer).path("access_token").asString();
  }

  @Override
  public void close() {
    context.close();
    http.close();
  }
}
