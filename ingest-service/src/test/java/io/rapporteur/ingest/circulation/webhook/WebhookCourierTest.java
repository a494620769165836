package io.rapporteur.ingest.circulation.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.rapporteur.ingest.circulation.Contact;
import io.rapporteur.ingest.circulation.Courier.Outcome;
import io.rapporteur.ingest.circulation.DrippingServer;
import io.rapporteur.ingest.circulation.Message;
import io.rapporteur.ingest.circulation.Occasion;
import io.rapporteur.ingest.circulation.Occasion.Kind;
import io.rapporteur.schemas.webhook.WebhookClient;
import io.rapporteur.schemas.webhook.WebhookTerms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a real receiver on loopback, which verifies the signature by itself. */
class WebhookCourierTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_614_265_330), ZoneOffset.UTC);
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private record Call(Headers headers, String body) {}

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private HttpServer receiver;
  private volatile int status = 204;

  @BeforeEach
  void start() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          calls.add(
              new Call(
                  exchange.getRequestHeaders(),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          if (status >= 300 && status < 400) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  private int port() {
    return receiver.getAddress().getPort();
  }

  private static Message message() {
    return new Message(
        "4f6ae7b2-0000-8000-8000-000000000000",
        "c",
        new Occasion(
            Kind.EXTENDED,
            Instant.EPOCH,
            Optional.of(Instant.parse("2021-03-01T22:59:59Z")),
            Optional.empty()),
        Map.of("en", "A title"),
        "Europe/Vienna",
        URI.create("https://example.org/c"));
  }

  private static Contact to(String url) {
    return new Contact(
        "eg", "en", Optional.empty(), Optional.of(new Contact.Webhook(URI.create(url), SECRET)));
  }

  private Outcome send(String url, Set<String> hosts, boolean loopback, String resolved)
      throws IOException {
    try (var courier =
        new WebhookCourier(
            new WebhookTerms(hosts, loopback, PATIENCE),
            CLOCK,
            host -> new InetAddress[] {InetAddress.getByName(resolved)},
            SSLContexts.createDefault())) {
      return courier.carry(message(), to(url));
    }
  }

  private Outcome sendToReceiver() throws IOException {
    String host = "hooks.example.org:" + port();
    return send("http://" + host + "/in", Set.of(host), true, "127.0.0.1");
  }

  @Test
  void isVerifiedByItsReceiver() throws IOException, GeneralSecurityException {
    assertThat(sendToReceiver()).isEqualTo(new Outcome.Taken());

    Call call = calls.getFirst();
    String id = call.headers.getFirst("webhook-id");
    String timestamp = call.headers.getFirst("webhook-timestamp");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring(6)), "HmacSHA256"));
    String expected =
        Base64.getEncoder()
            .encodeToString(
                mac.doFinal(
                    (id + "." + timestamp + "." + call.body).getBytes(StandardCharsets.UTF_8)));
    assertThat(call.headers.getFirst("webhook-signature")).isEqualTo("v1," + expected);
    assertThat(id).isEqualTo(message().id());
    assertThat(timestamp).isEqualTo("1614265330");
    assertThat(call.body)
        .isEqualTo(
            "{\"type\":\"consultation.extended\",\"timestamp\":\"1970-01-01T00:00:00Z\",\"data\":"
                + "{\"consultation\":\"c\",\"title\":\"A title\",\"closesAt\":"
                + "\"2021-03-01T22:59:59Z\",\"zone\":\"Europe/Vienna\","
                + "\"link\":\"https://example.org/c\"}}");
  }

  @Test
  void refusesAPrivateAddressAfterResolution() throws IOException {
    for (String address : List.of("127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1")) {
      String host = "hooks.example.org:" + port();

      assertThat(send("https://" + host + "/", Set.of(host), false, address))
          .isEqualTo(
              new Outcome.Never("the host of the receiver has an address that is not public"));
    }
    assertThat(send("http://hooks.example.org:1/", Set.of("hooks.example.org:1"), true, "10.0.0.1"))
        .isInstanceOf(Outcome.Never.class);
    assertThat(calls).isEmpty();
  }

  @Test
  void refusesANameOneOfWhoseAddressesIsPrivate() throws IOException {
    String host = "hooks.example.org:" + port();
    try (var courier =
        courier(
            host,
            name ->
                new InetAddress[] {
                  InetAddress.getByName("127.0.0.1"), InetAddress.getByName("10.0.0.1")
                })) {
      assertThat(courier.carry(message(), to("http://" + host + "/")))
          .isEqualTo(
              new Outcome.Never("the host of the receiver has an address that is not public"));
    }
    assertThat(calls).isEmpty();
  }

  @Test
  void connectsToTheAddressThatItHasLookedAtAndAsksForNoOther() throws IOException {
    String host = "hooks.example.org:" + port();
    List<String> asked = new CopyOnWriteArrayList<>();
    try (var courier =
        courier(
            host,
            name -> {
              asked.add(name);
              // A name that is bound anew once it has been looked at.
              return new InetAddress[] {
                InetAddress.getByName(asked.size() == 1 ? "127.0.0.1" : "10.0.0.1")
              };
            })) {
      assertThat(courier.carry(message(), to("http://" + host + "/")))
          .isEqualTo(new Outcome.Taken());
      // Nor is a connection kept for which the name would not be looked at again.
      assertThat(courier.carry(message(), to("http://" + host + "/")))
          .isInstanceOf(Outcome.Never.class);
    }
    assertThat(asked).containsExactly("hooks.example.org", "hooks.example.org");
    assertThat(calls).hasSize(1);
    assertThat(calls.getFirst().headers.getFirst("Host")).isEqualTo(host);
  }

  @Test
  void asksNoProxy() throws IOException {
    ProxySelector before = ProxySelector.getDefault();
    var proxy = ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
    ProxySelector.setDefault(proxy);
    try {
      // Nothing listens there: a call that arrives has come through the proxy.
      assertThat(
              send("http://hooks.example.org:1/", Set.of("hooks.example.org:1"), true, "127.0.0.1"))
          .isInstanceOf(Outcome.NotNow.class);
    } finally {
      ProxySelector.setDefault(before);
    }
    assertThat(calls).isEmpty();
  }

  @Test
  void tellsThatTheNameIsNotKnown() throws IOException {
    String host = "hooks.example.org:" + port();
    try (var courier =
        courier(
            host,
            name -> {
              throw new UnknownHostException(name);
            })) {
      assertThat(courier.carry(message(), to("http://" + host + "/")))
          .isEqualTo(
              new Outcome.NotNow("the host of the receiver is not known to the name service"));
    }
  }

  private static WebhookCourier courier(String host, WebhookClient.Names names) {
    return new WebhookCourier(
        new WebhookTerms(Set.of(host), true, PATIENCE), CLOCK, names, SSLContexts.createDefault());
  }

  @Test
  void refusesAnAddressThatIsWrittenAsANumber() throws IOException {
    try (var courier =
        new WebhookCourier(
            new WebhookTerms(Set.of("127.0.0.1:" + port()), false, PATIENCE), CLOCK)) {
      assertThat(courier.carry(message(), to("https://127.0.0.1:" + port() + "/")))
          .isInstanceOf(Outcome.Never.class);
    }
    assertThat(calls).isEmpty();
  }

  @Test
  void goesToNoHostThatIsNotOnTheListAndToNoOtherPort() throws IOException {
    assertThat(send("https://other.example.org/", Set.of("hooks.example.org"), false, "8.8.8.8"))
        .isEqualTo(
            new Outcome.Never("the host of the receiver is not on the list of allowed hosts"));
    assertThat(send("https://hooks.example.org:22/", Set.of("hooks.example.org"), false, "8.8.8.8"))
        .isInstanceOf(Outcome.Never.class);
  }

  @Test
  void goesByHttpsAlone() throws IOException {
    assertThat(send("http://hooks.example.org/", Set.of("hooks.example.org:80"), false, "8.8.8.8"))
        .isEqualTo(new Outcome.Never("the receiver is not reached by https"));
  }

  @Test
  void followsNoRedirect() throws IOException {
    status = 307;

    assertThat(sendToReceiver()).isEqualTo(new Outcome.NotNow("the receiver answered 307"));
    assertThat(calls).hasSize(1);
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void endsWithAReceiverThatSaysOneByteAtATime() throws IOException {
    try (var dripping = new DrippingServer("HTTP/1.1 200 OK\r\nX-Slow: " + "x".repeat(9_000))) {
      String host = "hooks.example.org:" + dripping.port();

      assertThat(send("http://" + host + "/", Set.of(host), true, "127.0.0.1"))
          .isEqualTo(
              new Outcome.NotNow("the receiver cannot be reached or did not answer in time"));
      assertThat(send("https://" + host + "/", Set.of(host), true, "127.0.0.1"))
          .isEqualTo(
              new Outcome.NotNow("the receiver cannot be reached or did not answer in time"));
    }
  }

  @Test
  void triesAgainAfterAnErrorAndNotAfterGone() throws IOException {
    status = 500;
    assertThat(sendToReceiver()).isEqualTo(new Outcome.NotNow("the receiver answered 500"));

    status = 503;
    assertThat(sendToReceiver()).isEqualTo(new Outcome.NotNow("the receiver answered 503"));

    status = 410;
    assertThat(sendToReceiver()).isInstanceOf(Outcome.Never.class);
    assertThat(calls).hasSize(3);
  }

  @Test
  void doesNotWaitForAReceiverThatSaysNothing() throws IOException {
    receiver.createContext("/in", exchange -> {});

    assertThat(sendToReceiver())
        .isEqualTo(new Outcome.NotNow("the receiver cannot be reached or did not answer in time"));
  }
}
