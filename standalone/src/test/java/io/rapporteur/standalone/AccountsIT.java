package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static io.rapporteur.standalone.Product.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.standalone.Product.Answer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Accounts from their creation to their end, and what their tokens open meanwhile. */
class AccountsIT {

  private static final String ACCOUNTS = "/api/v1/accounts";

  /** A door of each service that reads a token. */
  private static final List<String> DOORS =
      List.of(
          "/api/v1/consultations",
          "/api/v1/comments",
          "/api/v1/compilations/" + CONSULTATION,
          ACCOUNTS);

  private final Product product = RunningProduct.get();

  /** An account with what is needed to use it. */
  private record Made(String id, String secret, JsonNode card) {}

  @Test
  void anAccountSpeaksForItsDelegationWithTheDutiesThatItWasGiven() {
    Made made = create("eg", "contact-point");

    Answer token = token(made.id, made.secret);
    Answer handedIn = post(accessToken(token), "/api/v1/comments", comment("13.h", "by account"));

    assertThat(token.status()).isEqualTo(200);
    assertThat(handedIn.status()).isEqualTo(201);
    assertThat(made.card.path("secrets")).hasSize(1);
    assertThat(made.card.path("createdBy").asString()).isEqualTo("secretariat");
    assertThat(product.get("secretariat", ACCOUNTS + "/" + made.id).body().toString())
        .doesNotContain(made.secret)
        .doesNotContain("$2a$");
  }

  @Test
  void aSecretStandsInTheAnswerAndNowhereElse() throws IOException {
    Made made = create("eg", "expert");

    await()
        .untilAsserted(
            () ->
                assertThat(Files.readString(product.data().resolve("logs/rapporteur.log")))
                    .contains(
                        "account=secretariat role=secretariat of=%s note=create-account"
                            .formatted(made.id))
                    .doesNotContain(made.secret));
  }

  @Test
  void aContactPointManagesTheAccountsOfItsOwnDelegationAndNoOthers() {
    Made contact = create("eg", "contact-point");
    Made foreign = create("br", "expert");
    String token = accessToken(token(contact.id, contact.secret));

    Answer own = post(token, ACCOUNTS, account("", "\"expert\""));

    assertThat(own.status()).isEqualTo(201);
    assertThat(own.body().path("participant").asString()).isEqualTo("eg");
    assertThat(get(token, ACCOUNTS + "/" + foreign.id).body())
        .isEqualTo(get(token, ACCOUNTS + "/eg.000000000000").body());
    assertThat(get(token, ACCOUNTS + "/" + foreign.id).status()).isEqualTo(404);
    assertThat(delete(token, ACCOUNTS + "/" + foreign.id + "?reference=x").status()).isEqualTo(404);
    assertThat(post(token, ACCOUNTS + "/" + foreign.id + "/secrets", REFERENCE).status())
        .isEqualTo(404);
    assertThat(participants(get(token, ACCOUNTS))).containsOnly("eg");
    assertThat(participants(product.get("secretariat", ACCOUNTS))).contains("eg", "br");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"role\":\"secretariat\", | role: secretariat (expected: delegation",
        "\"role\":\"chair\", | role: chair (expected: delegation",
        "\"participant\":\"br\", | participant: br (expected: eg"
      })
  void aContactPointCreatesNoOtherRoleAndForNoOtherParticipant(String more, String fault) {
    Made contact = create("eg", "contact-point");

    Answer answer =
        post(accessToken(token(contact.id, contact.secret)), ACCOUNTS, account(more, ""));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors").get(0).path("message").asString()).startsWith(fault);
  }

  @Test
  void whoIsNoContactPointManagesNothing() {
    Made expert = create("eg", "expert");
    String token = accessToken(token(expert.id, expert.secret));

    assertThat(get(token, ACCOUNTS).status()).isEqualTo(403);
    assertThat(post(token, ACCOUNTS, account("", "\"expert\"")).status()).isEqualTo(403);
    assertThat(get(token, ACCOUNTS + "/" + expert.id).status()).isEqualTo(403);
  }

  @Test
  void rotationInterruptsNobodyAndEndsWithTheOldSecret() {
    Made made = create("eg", "contact-point");
    String secrets = ACCOUNTS + "/" + made.id + "/secrets";
    String before = accessToken(token(made.id, made.secret));

    Answer rotated = product.post("secretariat", secrets, REFERENCE);

    String next = rotated.body().path("secret").asString();
    assertThat(rotated.status()).isEqualTo(201);
    assertThat(token(made.id, made.secret).status()).isEqualTo(200);
    assertThat(token(made.id, next).status()).isEqualTo(200);
    assertThat(get(before, "/api/v1/comments").status()).isEqualTo(200);
    assertThat(product.post("secretariat", secrets, REFERENCE).problem()).isEqualTo("two-secrets");

    assertThat(product.delete("secretariat", secrets + "/1?reference=rotated").status())
        .isEqualTo(200);

    assertThat(token(made.id, made.secret).status()).isEqualTo(401);
    assertThat(token(made.id, next).status()).isEqualTo(200);
    assertTakenBack(before);
    assertThat(get(accessToken(token(made.id, next)), "/api/v1/comments").status()).isEqualTo(200);
  }

  @Test
  void aRevokedAccountGetsNoTokenAndThoseThatAreOutOpenNoDoorOfAnyService() {
    Made made = create("eg", "contact-point");
    String token = accessToken(token(made.id, made.secret));
    DOORS.forEach(door -> assertThat(get(token, door).status()).as(door).isEqualTo(200));

    Answer revoked = product.delete("secretariat", ACCOUNTS + "/" + made.id + "?reference=left");

    assertThat(revoked.status()).isEqualTo(200);
    assertThat(revoked.body().path("revokedAt").asString()).isNotEmpty();
    assertThat(token(made.id, made.secret).status()).isEqualTo(401);
    assertTakenBack(token);
    assertThat(
            product.post("secretariat", ACCOUNTS + "/" + made.id + "/secrets", REFERENCE).problem())
        .isEqualTo("account-revoked");
  }

  @Test
  void otherDutiesTakeTheTokensWithTheOldOnesBack() {
    Made made = create("eg", "contact-point");
    String before = accessToken(token(made.id, made.secret));

    Answer changed =
        product.put(
            "secretariat",
            ACCOUNTS + "/" + made.id + "/duties",
            "{\"duties\":[\"reviewer\"],\"reference\":\"note 7\"}");

    assertThat(changed.body().path("duties").toString()).isEqualTo("[\"reviewer\"]");
    assertTakenBack(before);
    assertThat(get(accessToken(token(made.id, made.secret)), ACCOUNTS).status()).isEqualTo(403);
  }

  @Test
  void aHandOverMakesOneAccountTheContactPointAndNoOtherInOneStep() {
    Made earlier = create("cl", "contact-point");
    Made next = create("cl", "expert");
    String before = accessToken(token(earlier.id, earlier.secret));
    String body =
        "{\"participant\":\"cl\",\"account\":\"%s\",\"reference\":\"note 12/2021\"}"
            .formatted(next.id);

    Answer refused = product.post("cl", ACCOUNTS + "/hand-overs", body);
    Answer done = product.post("secretariat", ACCOUNTS + "/hand-overs", body);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(done.status()).isEqualTo(200);
    assertThat(ids(done)).contains(next.id, earlier.id);
    assertThat(get(accessToken(token(next.id, next.secret)), ACCOUNTS).status()).isEqualTo(200);
    assertThat(get(accessToken(token(earlier.id, earlier.secret)), ACCOUNTS).status())
        .isEqualTo(403);
    assertTakenBack(before);
    assertThat(
            product
                .post("secretariat", ACCOUNTS + "/hand-overs", body.replace("\"cl\"", "\"br\""))
                .problem())
        .isEqualTo("invalid-request");
  }

  @Test
  void theLastAccountOfTheSecretariatCannotBeManagedAway() {
    Answer first = product.post("secretariat", ACCOUNTS, account("\"role\":\"secretariat\",", ""));
    String id = first.body().path("id").asString();
    List<String> live =
        StreamSupport.stream(
                product.get("secretariat", ACCOUNTS).body().path("accounts").spliterator(), false)
            .filter(a -> a.path("role").asString().equals("secretariat"))
            .filter(a -> a.path("revokedAt").isMissingNode())
            .map(a -> a.path("id").asString())
            .filter(other -> !other.equals(id))
            .toList();
    live.forEach(
        other -> product.delete("secretariat", ACCOUNTS + "/" + other + "?reference=test"));

    assertThat(product.delete("secretariat", ACCOUNTS + "/" + id + "?reference=x").problem())
        .isEqualTo("last-secretariat-account");
    assertThat(
            product.delete("secretariat", ACCOUNTS + "/" + id + "/secrets/1?reference=x").problem())
        .isEqualTo("last-secretariat-account");
    assertThat(token(id, first.body().path("secret").asString()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chair", "rapporteur", "bureau"})
  void rolesWithoutAParticipantHaveAccountsOfTheirOwn(String role) {
    Answer made =
        product.post("secretariat", ACCOUNTS, account("\"role\":\"%s\",".formatted(role), ""));
    String token =
        accessToken(
            token(made.body().path("id").asString(), made.body().path("secret").asString()));

    assertThat(
            get(token, "/api/v1/compilations/" + CONSULTATION).body().path("visibility").asString())
        .isEqualTo("sealed");
    assertThat(get(token, ACCOUNTS).status()).isEqualTo(403);
    assertThat(get(token, "/api/v1/comments").status()).isEqualTo(403);
  }

  @Test
  void aRepeatedRequestMakesNoSecondAccountAndShowsNoSecretAgain() {
    String key = UUID.randomUUID().toString();
    String body = account("\"participant\":\"eg\",", "");

    Answer first = product.post("secretariat", ACCOUNTS, body, "Idempotency-Key", key);
    Answer again = product.post("secretariat", ACCOUNTS, body, "Idempotency-Key", key);
    Answer other =
        product.post(
            "secretariat",
            ACCOUNTS,
            body.replace("a desk", "another desk"),
            "Idempotency-Key",
            key);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body().path("id")).isEqualTo(first.body().path("id"));
    assertThat(again.body().path("secret").isMissingNode()).isTrue();
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void allFaultsOfARequestAreToldAtOnce() {
    Answer answer =
        product.post(
            "secretariat",
            ACCOUNTS,
            "{\"participant\":\"atlantis\",\"duties\":[\"cook\"],\"password\":\"x\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors"))
        .extracting(error -> error.path("field").asString())
        .containsExactlyInAnyOrder("participant", "name", "duties[0]", "reference", "password");
  }

  private static final String REFERENCE = "{\"reference\":\"letter of 1 March\"}";

  private void assertTakenBack(String token) {
    for (String door : DOORS) {
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () -> {
                Answer answer = get(token, door);
                assertThat(answer.status()).as(door).isEqualTo(401);
                assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
              });
    }
  }

  private Made create(String participant, String duty) {
    Answer answer =
        product.post(
            "secretariat",
            ACCOUNTS,
            account("\"participant\":\"%s\",".formatted(participant), "\"" + duty + "\""));
    assertThat(answer.status()).isEqualTo(201);
    return new Made(
        answer.body().path("id").asString(),
        answer.body().path("secret").asString(),
        answer.body());
  }

  private static String account(String more, String duties) {
    return "{%s\"name\":\"a desk\",\"duties\":[%s],\"reference\":\"note verbale 1\"}"
        .formatted(more, duties);
  }

  private static List<String> participants(Answer answer) {
    return StreamSupport.stream(answer.body().path("accounts").spliterator(), false)
        .map(account -> account.path("participant").asString(""))
        .distinct()
        .toList();
  }

  private static List<String> ids(Answer answer) {
    return StreamSupport.stream(answer.body().path("accounts").spliterator(), false)
        .map(account -> account.path("id").asString())
        .toList();
  }

  private Answer token(String client, String secret) {
    return product.send(
        HttpRequest.newBuilder(product.uri("/oauth2/token"))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials")));
  }

  private static String accessToken(Answer answer) {
    return answer.body().path("access_token").asString();
  }

  private Answer get(String token, String path) {
    return product.send(as(token, path).GET());
  }

  private Answer delete(String token, String path) {
    return product.send(as(token, path).DELETE());
  }

  private Answer post(String token, String path, String json) {
    return product.send(
        as(token, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder as(String token, String path) {
    return HttpRequest.newBuilder(product.uri(path)).header("Authorization", "Bearer " + token);
  }
}
