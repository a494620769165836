package io.rapporteur.ingest.circulation.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.rapporteur.ingest.circulation.Contact;
import io.rapporteur.ingest.circulation.Courier.Outcome;
import io.rapporteur.ingest.circulation.MadeCertificate;
import io.rapporteur.ingest.circulation.Message;
import io.rapporteur.ingest.circulation.Occasion;
import io.rapporteur.ingest.circulation.Occasion.Kind;
import io.rapporteur.schemas.webhook.WebhookTerms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real receiver by https, whose certificate was made by itself. */
class HttpsReceiverTest {

  private static final Outcome NOT_OF_THIS_HOST =
      new Outcome.NotNow(
          "the certificate of the receiver is not trusted, not valid now, or not for its host");

  @TempDir static Path folder;
  private static MadeCertificate certificate;

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private HttpsServer receiver;
  private volatile int status = 204;

  @BeforeAll
  static void makeCertificate() throws Exception {
    certificate = new MadeCertificate(folder, "hooks.example.org");
  }

  @BeforeEach
  void start() throws Exception {
    receiver = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setHttpsConfigurator(new HttpsConfigurator(certificate.serving()));
    receiver.createContext(
        "/",
        exchange -> {
          calls.add(exchange.getRequestURI().getPath());
          if (status >= 300 && status < 400) {
            String there = "https://hooks.example.org:" + port() + "/elsewhere";
            exchange.getResponseHeaders().add("Location", there);
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

  private Outcome send(String host, SSLContext trust) throws IOException {
    String place = host + ":" + port();
    var message =
        new Message(
            "id",
            "c",
            new Occasion(Kind.PUBLISHED, Instant.EPOCH, Optional.empty(), Optional.of("first")),
            Map.of("en", "A title"),
            "UTC",
            URI.create("https://example.org/c"));
    var webhook =
        new Contact.Webhook(
            URI.create("https://" + place + "/in"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    try (var courier =
        new WebhookCourier(
            new WebhookTerms(Set.of(place), true, Duration.ofSeconds(10)),
            Clock.systemUTC(),
            name -> new InetAddress[] {InetAddress.getByName("127.0.0.1")},
            trust)) {
      return courier.carry(
          message, new Contact("eg", "en", Optional.empty(), Optional.of(webhook)));
    }
  }

  @Test
  void isReachedByACertificateThatIsTrusted() throws Exception {
    assertThat(send("hooks.example.org", certificate.trusting())).isEqualTo(new Outcome.Taken());
    assertThat(calls).containsExactly("/in");
  }

  @Test
  void isRefusedWithACertificateThatIsNotTrusted() throws Exception {
    assertThat(send("hooks.example.org", SSLContexts.createDefault())).isEqualTo(NOT_OF_THIS_HOST);
    assertThat(calls).isEmpty();
  }

  @Test
  void isRefusedWithACertificateOfAnotherHost() throws Exception {
    assertThat(send("other.example.org", certificate.trusting())).isEqualTo(NOT_OF_THIS_HOST);
    assertThat(send("127.0.0.1", certificate.trusting())).isEqualTo(NOT_OF_THIS_HOST);
    assertThat(calls).isEmpty();
  }

  @Test
  void isNotFollowedElsewhere() throws Exception {
    for (int redirect : new int[] {301, 302, 303, 307, 308}) {
      status = redirect;

      assertThat(send("hooks.example.org", certificate.trusting()))
          .isEqualTo(new Outcome.NotNow("the receiver answered " + redirect));
    }
    assertThat(calls).hasSize(5).containsOnly("/in");
  }
}
