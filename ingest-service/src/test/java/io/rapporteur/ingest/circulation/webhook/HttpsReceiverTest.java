package io.rapporteur.ingest.circulation.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.rapporteur.ingest.circulation.Contact;
import io.rapporteur.ingest.circulation.Courier.Outcome;
import io.rapporteur.ingest.circulation.Message;
import io.rapporteur.ingest.circulation.Occasion;
import io.rapporteur.ingest.circulation.Occasion.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real receiver by https, whose certificate was made by itself. */
class HttpsReceiverTest {

  private static final char[] PASSWORD = "password".toCharArray();
  private static final Outcome NOT_OF_THIS_HOST =
      new Outcome.NotNow(
          "the certificate of the receiver is not trusted, not valid now, or not for its host");

  @TempDir static Path folder;
  private static KeyStore certificate;

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private HttpsServer receiver;
  private volatile int status = 204;

  @BeforeAll
  static void makeCertificate() throws Exception {
    Path file = folder.resolve("receiver.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "receiver",
                "-keyalg",
                "EC",
                "-dname",
                "CN=hooks.example.org",
                "-ext",
                "san=dns:hooks.example.org",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().transferTo(OutputStream.nullOutputStream());
    assertThat(keytool.waitFor()).isZero();
    certificate = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      certificate.load(in, PASSWORD);
    }
  }

  @BeforeEach
  void start() throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(certificate, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    receiver = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setHttpsConfigurator(new HttpsConfigurator(context));
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

  /** Trusts the certificate of the receiver, and no other. */
  private static SSLContext trustingIt() throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("receiver", certificate.getCertificate("receiver"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
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
    assertThat(send("hooks.example.org", trustingIt())).isEqualTo(new Outcome.Taken());
    assertThat(calls).containsExactly("/in");
  }

  @Test
  void isRefusedWithACertificateThatIsNotTrusted() throws Exception {
    assertThat(send("hooks.example.org", SSLContexts.createDefault())).isEqualTo(NOT_OF_THIS_HOST);
    assertThat(calls).isEmpty();
  }

  @Test
  void isRefusedWithACertificateOfAnotherHost() throws Exception {
    assertThat(send("other.example.org", trustingIt())).isEqualTo(NOT_OF_THIS_HOST);
    assertThat(send("127.0.0.1", trustingIt())).isEqualTo(NOT_OF_THIS_HOST);
    assertThat(calls).isEmpty();
  }

  @Test
  void isNotFollowedElsewhere() throws Exception {
    for (int redirect : new int[] {301, 302, 303, 307, 308}) {
      status = redirect;

      assertThat(send("hooks.example.org", trustingIt()))
          .isEqualTo(new Outcome.NotNow("the receiver answered " + redirect));
    }
    assertThat(calls).hasSize(5).containsOnly("/in");
  }
}
