package io.rapporteur.identity;

import static io.rapporteur.identity.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two issuers on one log with one signing key, behind one address. */
class TwoInstancesTest {

  private static final String ACCOUNTS = "/api/v1/accounts";
  private static final String PASSWORD = "correct horse battery";
  private static final String VERIFIER = "v".repeat(64);

  /** SHA-256 of it. */
  private static final String CHALLENGE = PeopleTest.challenge();

  private static String address;
  private static Issuer one;
  private static Issuer other;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    address = "http://localhost:" + port;
    String[] settings = {
      "server.port=" + port,
      "rapporteur.identity.issuer=http://127.0.0.1:" + port,
      "rapporteur.access.issuer=http://127.0.0.1:" + port,
      "rapporteur.identity.people.address=" + address,
      "rapporteur.identity.people.clients[0].id=portal",
      "rapporteur.identity.people.clients[0].redirect-uris=" + PeopleTest.CALLBACK
    };
    Path first = Files.createDirectory(folder.resolve("one"));
    Path second = Files.createDirectories(folder.resolve("other"));
    one = Issuer.start(first, settings);
    Files.createDirectories(second.resolve("identity"));
    Files.copy(
        first.resolve("identity/signing-key.json"),
        second.resolve("identity/signing-key.json"),
        StandardCopyOption.COPY_ATTRIBUTES);
    settings[0] = "server.port=0";
    other = Issuer.start(second, settings);
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
  }

  @Test
  void aSessionOfTheOneIsASessionOfTheOtherUntilEitherTakesItBack() {
    JsonNode account = invite();
    Visitor visitor = enrolled(account, new SoftKey(address));
    String session = visitor.cookie("rapporteur_session");

    assertThat(seen(session)).isEqualTo(200);
    api(one, "DELETE", ACCOUNTS + "/" + account.path("id").asString() + "?reference=x", "");

    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> seen(session) == 303);
  }

  @Test
  void anAnswerOfAKeyCountsAtOneOfThemAlone() {
    var key = new SoftKey(address);
    enrolled(invite(), key);
    Visitor visitor = new Visitor(address);
    String answer = key.answer(visitor.options());
    Map<String, String> form = Map.of("credential", answer, "_csrf", visitor.hidden("_csrf"));
    String cookies =
        "rapporteur_step=%s; rapporteur_csrf=%s"
            .formatted(visitor.cookie("rapporteur_step"), visitor.cookie("rapporteur_csrf"));

    int first = visitor.post("/people/sign-in/passkey", form).statusCode();
    int second =
        other
            .send(
                HttpRequest.newBuilder(other.uri("/people/sign-in/passkey"))
                    .header("Cookie", cookies)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(Visitor.form(form))))
            .statusCode();

    assertThat(first).isEqualTo(303);
    assertThat(second).isEqualTo(422);
  }

  @Test
  void aCodeOfTheOneIsRedeemedByTheOther() {
    Visitor visitor = enrolled(invite(), new SoftKey(address));
    String location =
        location(
            visitor.get(
                "/oauth2/authorize?"
                    + Visitor.form(
                        Map.of(
                            "response_type", "code",
                            "client_id", "portal",
                            "redirect_uri", PeopleTest.CALLBACK,
                            "code_challenge", CHALLENGE,
                            "code_challenge_method", "S256"))));

    HttpResponse<String> answer =
        other.post(
            "/oauth2/token",
            Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "portal",
                "code",
                location.replaceAll(".*code=([^&]*).*", "$1"),
                "redirect_uri",
                PeopleTest.CALLBACK,
                "code_verifier",
                VERIFIER));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Issuer.json(answer).has("id_token")).isFalse();
  }

  private static int seen(String session) {
    return other
        .send(
            HttpRequest.newBuilder(other.uri("/people/account"))
                .header("Cookie", "rapporteur_session=" + session))
        .statusCode();
  }

  private static Visitor enrolled(JsonNode account, SoftKey key) {
    String link = account.path("person").path("invitation").path("link").asString();
    String code = link.substring(link.indexOf("code=") + 5);
    Visitor visitor = new Visitor(address);
    visitor.get("/people/invitation?code=" + code);
    visitor.submit(
        "/people/invitation", Map.of("code", code, "password", PASSWORD, "again", PASSWORD));
    HttpResponse<String> codes =
        visitor.submit(
            "/people/invitation/key",
            Map.of("name", "key", "credential", key.make(visitor.options())));
    assertThat(codes.statusCode()).isEqualTo(200);
    String id = account.path("id").asString();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> api(other, "GET", ACCOUNTS + "/" + id, "").body().contains("\"enrolled\":true"));
    return visitor;
  }

  private static JsonNode invite() {
    return Issuer.json(
        api(
            one,
            "POST",
            ACCOUNTS,
            "{\"kind\":\"person\",\"role\":\"chair\",\"name\":\"name\",\"reference\":\"x\"}"));
  }

  private static HttpResponse<String> api(Issuer issuer, String method, String path, String json) {
    String token = Issuer.accessToken(one.token("secretariat", Issuer.SECRET));
    return issuer.send(
        HttpRequest.newBuilder(issuer.uri(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }
}
