package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.rapporteur.standalone.Product.Answer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A delegation has its feed carried to its own receiver, over HTTP from beginning to end. */
@OwnProduct
class WebhookIT {

  private static final String DOOR = "/api/v1/feed/webhook";

  private record Call(String id, String timestamp, String signatures, String body) {}

  @TempDir Path folder;
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  @Test
  void isRegisteredReleasedSignedAndRotatedAndGoesToNoPrivateAddress() throws Exception {
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/in",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          calls.add(
              new Call(
                  headers.getFirst("webhook-id"),
                  headers.getFirst("webhook-timestamp"),
                  headers.getFirst("webhook-signature"),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    String host = "127.0.0.1:" + receiver.getAddress().getPort();
    Map<String, String> settings =
        Map.of(
            "RAPPORTEUR_COMMENTS_FEED_WEBHOOKS_HOSTS",
            host + ",10.0.0.1,*",
            "RAPPORTEUR_COMMENTS_FEED_WEBHOOKS_LOOPBACK",
            "true");
    try (Product product = Product.start(folder.resolve("data"), settings)) {
      refusesWhereNoCallMayGo(product);
      String body = "{\"url\":\"http://" + host + "/in\"}";

      Answer registered = product.put("eg", DOOR, body, "Idempotency-Key", "first");
      assertThat(registered.status()).isEqualTo(200);
      String secret = registered.body().path("secret").asString();
      assertThat(product.put("eg", DOOR, body, "Idempotency-Key", "first").body())
          .isEqualTo(registered.body());
      assertThat(product.get("eg", DOOR).body().has("secret")).isFalse();
      assertThat(product.get("br", DOOR).problem()).isEqualTo("not-found");
      product.post("eg", "/api/v1/comments", comment("13.a", "a sealed word"));
      assertThat(product.get("secretariat", "/api/v1/feed/release").body().path("webhooks"))
          .hasToString("\"held\"");
      assertThat(calls).isEmpty();

      assertThat(product.post("secretariat", "/api/v1/feed/release", "").body().path("webhooks"))
          .hasToString("\"released\"");
      await().atMost(Duration.ofSeconds(30)).until(() -> calls.size() == 1);
      Call call = calls.getFirst();
      assertThat(call.signatures).isEqualTo(signature(secret, call));
      assertThat(call.body)
          .contains("\"type\":\"feed.entries\"", "\"comment-submitted\"")
          .doesNotContain("sealed word");

      Answer rotated = product.post("eg", DOOR + "/secret", "");
      String next = rotated.body().path("secret").asString();
      product.post("eg", "/api/v1/comments", comment("13.b", "another sealed word"));
      await().atMost(Duration.ofSeconds(30)).until(() -> calls.size() == 2);
      call = calls.getLast();
      assertThat(call.signatures).isEqualTo(signature(next, call) + " " + signature(secret, call));
      await().until(() -> product.get("eg", DOOR).body().has("deliveredAt"));
      assertThat(product.get("eg", DOOR).body().path("state").asString()).isEqualTo("open");

      assertThat(product.delete("eg", DOOR).status()).isEqualTo(204);
      assertThat(product.get("eg", DOOR).status()).isEqualTo(404);
      assertThat(product.delete("eg", DOOR).status()).isEqualTo(404);
      assertThat(product.said()).doesNotContain("whsec_").doesNotContain(host + "/in");
    } finally {
      receiver.stop(0);
    }
  }

  private static void refusesWhereNoCallMayGo(Product product) {
    for (String url :
        List.of(
            "https://10.0.0.1/in",
            "https://169.254.169.254/latest",
            "https://[fd00::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://0x0a000001/",
            "http://example.org/",
            "ftp://example.org/",
            "https://user:word@example.org/",
            "https://example.org:22/",
            "not an address",
            "/in")) {
      Answer refused = product.put("eg", DOOR, "{\"url\":\"" + url + "\"}");

      assertThat(refused.status()).as(url).isEqualTo(422);
      assertThat(refused.problem()).as(url).isEqualTo("webhook-address-refused");
      assertThat(refused.body().path("errors").get(0).path("message").asString())
          .as(url)
          .startsWith("url: " + url + " (expected: ");
    }
    assertThat(product.put("eg", DOOR, "{\"url\":7,\"more\":1}").body().path("errors")).hasSize(2);
    assertThat(product.get("eg", DOOR).status()).isEqualTo(404);
  }

  private static String signature(String secret, Call call) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
    byte[] made =
        mac.doFinal(
            (call.id + "." + call.timestamp + "." + call.body).getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(made);
  }
}
