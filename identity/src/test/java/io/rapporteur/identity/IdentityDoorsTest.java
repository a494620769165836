package io.rapporteur.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.JsonNode;

final class IdentityDoorsTest {

  @TempDir private static Path folder;
  private static Issuer issuer;

  @BeforeAll
  static void start() {
    issuer = Issuer.start(folder);
  }

  @AfterAll
  static void stop() {
    issuer.close();
  }

  @Test
  void aDelegationGetsATokenThatNamesItsParticipant() {
    HttpResponse<String> answer = issuer.token("eg", Issuer.SECRET);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Issuer.json(answer).path("token_type").asString()).isEqualTo("Bearer");
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    Jwt token = issuer.read(Issuer.accessToken(answer));
    assertThat(token.getClaimAsString("iss")).isEqualTo(Issuer.NAME);
    assertThat(token.getSubject()).isEqualTo("eg");
    assertThat(token.getAudience()).containsExactly("rapporteur");
    assertThat(token.getClaimAsStringList("roles")).containsExactly("delegation");
    assertThat(token.getClaimAsString("participant")).isEqualTo("eg");
  }

  @Test
  void theSecretariatGetsATokenWithoutAParticipant() {
    Jwt token = issuer.read(Issuer.accessToken(issuer.token("secretariat", Issuer.SECRET)));

    assertThat(token.getSubject()).isEqualTo("secretariat");
    assertThat(token.getClaimAsStringList("roles")).containsExactly("secretariat");
    assertThat(token.getClaims()).doesNotContainKey("participant");
  }

  @Test
  void takesTheSecretInTheFormToo() {
    HttpResponse<String> answer =
        issuer.post(
            "/oauth2/token",
            Map.of("grant_type", "client_credentials", "client_id", "br", "client_secret", "demo"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(issuer.read(Issuer.accessToken(answer)).getSubject()).isEqualTo("br");
  }

  @Test
  void aTokenLivesForAnHourUnlessSetOtherwise() {
    Jwt token = issuer.read(Issuer.accessToken(issuer.token("eg", Issuer.SECRET)));

    assertThat(
            Duration.between(
                Objects.requireNonNull(token.getIssuedAt()),
                Objects.requireNonNull(token.getExpiresAt())))
        .isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({
    "eg, wrong",
    "atlantis, demo",
    "EG, demo",
    "eg, 0123456789012345678901234567890123456789012345678901234567890123456789-longer"
  })
  void answersAnUnknownClientAndAWrongSecretAlike(String client, String secret) {
    HttpResponse<String> answer = issuer.token(client, secret);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_client\"}");
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .contains("Basic realm=\"rapporteur\"");
  }

  @Test
  void refusesAClientThatGivesNoSecret() {
    HttpResponse<String> answer =
        issuer.post("/oauth2/token", Map.of("grant_type", "client_credentials", "client_id", "eg"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_client\"}");
  }

  @Test
  void refusesCredentialsThatCannotBeRead() {
    HttpResponse<String> answer =
        issuer.send(
            HttpRequest.newBuilder(issuer.uri("/oauth2/token"))
                .header("Authorization", "Basic ####")
                .POST(HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_request\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "password, unsupported_grant_type",
    "refresh_token, invalid_request",
    "authorization_code, invalid_request",
    "'', unsupported_grant_type"
  })
  void refusesEveryOtherGrant(String grant, String error) {
    HttpResponse<String> answer =
        issuer.post(
            "/oauth2/token",
            Map.of("grant_type", grant, "client_id", "eg", "client_secret", "demo"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Issuer.json(answer).path("error").asString()).isEqualTo(error);
    assertThat(answer.body()).doesNotContain("Exception");
  }

  @Test
  void refusesTheGrantOfACodeThatNobodyIssued() {
    HttpResponse<String> answer =
        issuer.post(
            "/oauth2/token",
            Map.of(
                "grant_type", "authorization_code",
                "code", "any",
                "redirect_uri", "http://127.0.0.1/",
                "client_id", "eg",
                "client_secret", "demo"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Issuer.json(answer).propertyNames())
        .contains("error")
        .doesNotContain("access_token");
  }

  @Test
  void showsThePublicHalfOfItsKeyAlone() {
    HttpResponse<String> answer = issuer.get("/oauth2/jwks");

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode keys = Issuer.json(answer).path("keys");
    assertThat(keys).hasSize(1);
    assertThat(keys.get(0).propertyNames()).contains("n", "e", "kid").doesNotContain("d", "p", "q");
  }

  @Test
  void itsMetadataNameTheIssuerAndNothingThatIsClosed() {
    JsonNode metadata = Issuer.json(issuer.get("/.well-known/oauth-authorization-server"));

    assertThat(metadata.path("issuer").asString()).isEqualTo(Issuer.NAME);
    assertThat(metadata.path("token_endpoint").asString()).isEqualTo(Issuer.NAME + "/oauth2/token");
    assertThat(metadata.path("jwks_uri").asString()).isEqualTo(Issuer.NAME + "/oauth2/jwks");
    assertThat(metadata.path("authorization_endpoint").asString())
        .isEqualTo(Issuer.NAME + "/oauth2/authorize");
    assertThat(metadata.path("end_session_endpoint").asString())
        .isEqualTo(Issuer.NAME + "/people/sign-out");
    assertThat(metadata.propertyNames())
        .filteredOn(name -> name.endsWith("_endpoint") || name.endsWith("_uri"))
        .hasSize(4);
    assertThat(Issuer.json(issuer.get("/.well-known/openid-configuration"))).isEqualTo(metadata);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/oauth2/token",
        "/oauth2/introspect",
        "/oauth2/revoke",
        "/oauth2/register",
        "/oauth2/device_authorization",
        "/oauth2/device_verification",
        "/oauth2/par",
        "/oauth2/",
        "/oauth2/consent",
        "/.well-known/security.txt",
        "/people",
        "/people/sign-in/key",
        "/people/account/keys",
        "/login",
        "/logout",
        "/userinfo",
        "/connect/register",
        "/"
      })
  void everyOtherDoorIsMissing(String path) {
    HttpResponse<String> answer = issuer.get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("urn:rapporteur:problem:not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/oauth2/authorize?response_type=code&client_id=eg",
        "/oauth2/authorize?response_type=code&client_id=portal&redirect_uri=http://evil.example",
        "/oauth2/authorize"
      })
  void withoutAClientOfTheSettingsNobodyIsSentToSignIn(String path) {
    HttpResponse<String> answer = issuer.get(path);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("urn:rapporteur:problem:malformed-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/oauth2/introspect",
        "/oauth2/revoke",
        "/oauth2/register",
        "/oauth2/device_authorization",
        "/oauth2/par",
        "/oauth2/authorize",
        "/oauth2/jwks"
      })
  void noOtherDoorIsOpenedByASecret(String path) {
    HttpResponse<String> answer =
        issuer.post(path, Map.of("client_id", "eg", "client_secret", "demo", "token", "any"));

    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void saysThatItIsWell() {
    HttpResponse<String> answer = issuer.get("/actuator/health");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Issuer.json(answer).path("status").asString()).isEqualTo("UP");
    assertThat(issuer.get("/actuator/env").statusCode()).isEqualTo(404);
  }
}
