package io.rapporteur.identity;

import static io.rapporteur.identity.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.JsonNode;

/**
 * Accounts of people over HTTP, with a key in software: what a browser without a script would send.
 */
class PeopleTest {

  private static final String ACCOUNTS = "/api/v1/accounts";
  private static final String PASSWORD = "correct horse battery";
  static final String CALLBACK = "http://portal.example/callback";
  private static final String VERIFIER = "v".repeat(64);

  private static int port;
  private static Issuer issuer;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    String name = "http://127.0.0.1:" + port;
    issuer =
        Issuer.start(
            folder,
            "server.port=" + port,
            "rapporteur.identity.issuer=" + name,
            "rapporteur.access.issuer=" + name,
            "rapporteur.identity.people.address=" + address(),
            "rapporteur.identity.people.clients[0].id=portal",
            "rapporteur.identity.people.clients[0].redirect-uris=" + CALLBACK,
            "rapporteur.identity.people.clients[0].sign-out-uris=http://portal.example/bye");
    // The last account of the secretariat could be neither revoked nor reset.
    api(
        secretariat(),
        "POST",
        ACCOUNTS,
        "{\"role\":\"secretariat\",\"name\":\"program\",\"reference\":\"x\"}");
  }

  @AfterAll
  static void stop() {
    issuer.close();
  }

  private static String address() {
    return "http://localhost:" + port;
  }

  /** A person with what it has. */
  private record Person(String id, SoftKey key, List<String> codes, Visitor visitor) {}

  @Test
  void aPersonTakesAnAccountIntoUseAndSignsInWithPasswordAndKey() {
    Person person = enrolled("chair");
    Visitor other = new Visitor(address());

    HttpResponse<String> second = password(other, person.id, PASSWORD);
    HttpResponse<String> own =
        other.submit(
            "/people/sign-in/key", Map.of("credential", person.key.answer(other.options())));

    assertThat(person.codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(second.body()).contains("/people/sign-in/key");
    assertThat(own.statusCode()).isEqualTo(200);
    assertThat(own.body()).contains(person.id, "yellow key", "10 codes are left");
  }

  @Test
  void aKeyThatVerifiesItsUserStandsForBothFactors() {
    Person person = enrolled("chair");
    Visitor other = new Visitor(address());

    HttpResponse<String> own =
        other.submit(
            "/people/sign-in/passkey", Map.of("credential", person.key.answer(other.options())));

    assertThat(own.body()).contains(person.id);
  }

  @Test
  void aKeyThatDoesNotVerifyItsUserIsASecondFactorAndNoMore() {
    Person person = enrolled("chair");
    person.key.withoutVerification();
    Visitor alone = new Visitor(address());
    Visitor both = new Visitor(address());
    password(both, person.id, PASSWORD);

    HttpResponse<String> refused =
        alone.submit(
            "/people/sign-in/passkey", Map.of("credential", person.key.answer(alone.options())));
    HttpResponse<String> taken =
        both.submit("/people/sign-in/key", Map.of("credential", person.key.answer(both.options())));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(taken.body()).contains("yellow key");
  }

  @Test
  void aWrongPasswordAndAnUnknownAccountGetTheSameAnswer() {
    Person person = enrolled("chair");

    HttpResponse<String> wrong = password(new Visitor(address()), person.id, "not the password");
    HttpResponse<String> unknown = password(new Visitor(address()), "-chair.0", "not the password");

    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(likeEachOther(wrong, person.id)).isEqualTo(likeEachOther(unknown, "-chair.0"));
  }

  @Test
  void afterFiveWrongPasswordsEvenTheRightOneWaits() {
    Person person = enrolled("chair");
    Visitor guesser = new Visitor(address());
    for (int i = 0; i < 5; i++) {
      assertThat(password(guesser, person.id, "guess number " + i).statusCode()).isEqualTo(422);
    }

    HttpResponse<String> held = password(guesser, person.id, PASSWORD);
    HttpResponse<String> key =
        guesser.submit(
            "/people/sign-in/passkey", Map.of("credential", person.key.answer(guesser.options())));

    assertThat(held.statusCode()).isEqualTo(429);
    assertThat(held.headers().firstValue("Retry-After")).isPresent();
    assertThat(key.body()).contains("yellow key");
  }

  @Test
  void aPasswordAloneOpensNothing() {
    Person person = enrolled("chair");
    Visitor half = new Visitor(address());
    password(half, person.id, PASSWORD);

    assertThat(location(half.get("/people/account"))).endsWith("/people/sign-in");
    assertThat(location(half.get(authorize()))).contains("/people/sign-in?next=");
  }

  @Test
  void anAnswerOfAKeyCountsOnce() {
    Person person = enrolled("chair");
    Visitor first = new Visitor(address());
    String answer = person.key.answer(first.options());
    String step = first.cookie("rapporteur_step");
    String csrf = first.hidden("_csrf");
    String csrfCookie = first.cookie("rapporteur_csrf");
    first.submit("/people/sign-in/passkey", Map.of("credential", answer));

    HttpResponse<String> again =
        issuer.send(
            HttpRequest.newBuilder(issuer.uri("/people/sign-in/passkey"))
                .header("Cookie", "rapporteur_step=" + step + "; rapporteur_csrf=" + csrfCookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        Visitor.form(Map.of("credential", answer, "_csrf", csrf)))));

    assertThat(again.statusCode()).isEqualTo(422);
  }

  @Test
  void aKeyWhoseCounterWentBackIsRefused() {
    Person person = enrolled("chair");
    byKey(person);
    byKey(person);
    person.key.forget(2);
    Visitor copy = new Visitor(address());

    HttpResponse<String> refused =
        copy.submit(
            "/people/sign-in/passkey", Map.of("credential", person.key.answer(copy.options())));

    assertThat(refused.statusCode()).isEqualTo(422);
  }

  @Test
  void anAnswerOfAnotherOriginIsRefused() {
    Person person = enrolled("chair");
    var elsewhere = new SoftKey("http://localhost.example");
    Visitor visitor = person.visitor;
    visitor.get("/people/account");

    HttpResponse<String> refused =
        visitor.submit(
            "/people/account/keys",
            Map.of("name", "phished", "credential", elsewhere.make(visitor.options())));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).doesNotContain("phished");
  }

  @Test
  void aRecoveryCodeWorksOnceAndAsksForAnotherKey() {
    Person person = enrolled("chair");
    String code = person.codes.getFirst();
    Visitor other = new Visitor(address());
    password(other, person.id, PASSWORD);
    HttpResponse<String> wrong =
        other.submit("/people/sign-in/code", Map.of("code", "0000-0000-0000-0000"));
    HttpResponse<String> own =
        other.submit(
            "/people/sign-in/code", Map.of("code", code.toLowerCase(java.util.Locale.ROOT)));
    Visitor again = new Visitor(address());
    password(again, person.id, PASSWORD);

    HttpResponse<String> used = again.submit("/people/sign-in/code", Map.of("code", code));

    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(own.body()).contains("You signed in with a recovery code", "9 codes are left");
    assertThat(used.statusCode()).isEqualTo(422);
  }

  @Test
  void aNewSetOfCodesTakesThePlaceOfTheOneBefore() {
    Person person = enrolled("chair");
    person.visitor.get("/people/account");
    List<String> next = codes(person.visitor.submit("/people/account/codes", Map.of()));
    Visitor other = new Visitor(address());
    password(other, person.id, PASSWORD);

    HttpResponse<String> old =
        other.submit("/people/sign-in/code", Map.of("code", person.codes.getLast()));
    HttpResponse<String> fresh =
        other.submit("/people/sign-in/code", Map.of("code", next.getLast()));

    assertThat(next).hasSize(10).doesNotContainAnyElementsOf(person.codes);
    assertThat(old.statusCode()).isEqualTo(422);
    assertThat(fresh.statusCode()).isEqualTo(200);
  }

  @Test
  void theLastKeyGoesWithARecoveryCodeAloneAndASecondOneWithout() {
    Person person = enrolled("chair");
    Visitor visitor = person.visitor;
    visitor.get("/people/account");
    HttpResponse<String> last = visitor.submit("/people/account/keys/1/removal", Map.of());
    var second = new SoftKey(address());
    HttpResponse<String> two =
        visitor.submit(
            "/people/account/keys",
            Map.of("name", "<b>second</b>", "credential", second.make(visitor.options())));
    HttpResponse<String> one = visitor.submit("/people/account/keys/1/removal", Map.of());
    HttpResponse<String> wrong =
        visitor.submit("/people/account/keys/2/removal", Map.of("code", "wrong"));
    HttpResponse<String> none =
        visitor.submit("/people/account/keys/2/removal", Map.of("code", person.codes.get(3)));

    assertThat(last.statusCode()).isEqualTo(422);
    assertThat(two.body()).contains("yellow key", "&lt;b&gt;second&lt;/b&gt;");
    assertThat(one.body()).doesNotContain("yellow key");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("You have no key", "9 codes are left");
  }

  @Test
  void changingThePasswordEndsOtherSessionsAndNotTheOwn() {
    Person person = enrolled("chair");
    Visitor other = byKey(person);
    person.visitor.get("/people/account");

    HttpResponse<String> wrong = change(person.visitor, "not the password", "another long one");
    HttpResponse<String> changed = change(person.visitor, PASSWORD, "another long one");

    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(other.get("/people/account").statusCode()).isEqualTo(303);
    assertThat(password(new Visitor(address()), person.id, PASSWORD).statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({
    "elevenchars, elevenchars, too short",
    "correct horse battery, correct horse batterie, two passwords differ",
    "my NAME of the chair is it, my NAME of the chair is it, has the name"
  })
  void aPasswordThatIsNotTakenIsToldAtItsField(String password, String again, String said) {
    String code = code(invite("chair"));
    Visitor visitor = new Visitor(address());
    visitor.get("/people/invitation?code=" + code);

    HttpResponse<String> answer =
        visitor.submit(
            "/people/invitation", Map.of("code", code, "password", password, "again", again));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(said, "aria-invalid=\"true\"");
  }

  @Test
  void anInvitationOpensUntilItHasBeenUsedAndNotAfter() {
    JsonNode account = invite("chair");
    String code = code(account);
    Visitor halfway = new Visitor(address());
    start(halfway, code);
    Visitor whole = new Visitor(address());

    HttpResponse<String> codes = enrol(whole, code, new SoftKey(address()));

    assertThat(codes(codes)).hasSize(10);
    assertThat(new Visitor(address()).get("/people/invitation?code=" + code).statusCode())
        .isEqualTo(404);
    assertThat(
            halfway
                .submit(
                    "/people/invitation/key",
                    Map.of(
                        "name",
                        "late",
                        "credential",
                        new SoftKey(address()).make(halfway.options())))
                .statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "x.-chair.000000000000", ".", "x."})
  void aCodeThatOpensNothingIsToldSo(String code) {
    assertThat(new Visitor(address()).get("/people/invitation?code=" + code).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aCodeIsExchangedOnceForATokenThatTheDoorsBelieve() {
    Person person = enrolled("secretariat");
    String code = authorizationCode(person.visitor);

    HttpResponse<String> stolen = exchange(code, "w".repeat(64));
    HttpResponse<String> answer = exchange(code, VERIFIER);
    HttpResponse<String> again = exchange(code, VERIFIER);

    JsonNode tokens = Issuer.json(answer);
    Jwt access = issuer.read(tokens.path("access_token").asString());
    Jwt id = issuer.read(tokens.path("id_token").asString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(access.getSubject()).isEqualTo(person.id);
    assertThat(access.getAudience()).containsExactly("rapporteur");
    assertThat(access.getClaimAsStringList("roles")).containsExactly("secretariat");
    assertThat(access.<Long>getClaim("account_revision")).isPositive();
    assertThat(id.getAudience()).containsExactly("portal");
    assertThat(id.getClaimAsString("nonce")).isEqualTo("n-1");
    assertThat(id.getClaimAsStringList("amr")).contains("mfa");
    assertThat(tokens.has("refresh_token")).isFalse();
    assertThat(List.of(Issuer.json(stolen), Issuer.json(again)))
        .allMatch(error -> error.path("error").asString().equals("invalid_grant"));
    assertThat(api(access.getTokenValue(), "GET", ACCOUNTS, "").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"revoke", "reset"})
  void sessionTokenAndCodeEndAtOnceWithTheAccount(String act) {
    Person person = enrolled("secretariat");
    String token =
        Issuer.json(exchange(authorizationCode(person.visitor), VERIFIER))
            .path("access_token")
            .asString();
    String code = authorizationCode(person.visitor);

    HttpResponse<String> done =
        act.equals("revoke")
            ? api(secretariat(), "DELETE", ACCOUNTS + "/" + person.id + "?reference=x", "")
            : api(
                secretariat(),
                "POST",
                ACCOUNTS + "/" + person.id + "/invitations",
                "{\"reference\":\"key lost\"}");

    assertThat(done.statusCode()).isIn(200, 201);
    assertThat(api(token, "GET", ACCOUNTS, "").statusCode()).isEqualTo(401);
    assertThat(person.visitor.get("/people/account").statusCode()).isEqualTo(303);
    assertThat(Issuer.json(exchange(code, VERIFIER)).path("error").asString())
        .isEqualTo("invalid_grant");
    assertThat(password(new Visitor(address()), person.id, PASSWORD).statusCode()).isEqualTo(422);
  }

  @Test
  void aPersonWhoWasResetTakesTheAccountIntoUseAgain() {
    Person person = enrolled("chair");
    HttpResponse<String> reset =
        api(
            secretariat(),
            "POST",
            ACCOUNTS + "/" + person.id + "/invitations",
            "{\"reference\":\"key lost\"}");

    HttpResponse<String> codes =
        enrol(new Visitor(address()), code(Issuer.json(reset)), new SoftKey(address()));

    assertThat(codes(codes)).hasSize(10).doesNotContainAnyElementsOf(person.codes);
  }

  @Test
  void aSessionThatWasSignedOutIsNotTakenUpAgain() {
    Person person = enrolled("chair");
    person.visitor.get("/people/account");
    String session = person.visitor.cookie("rapporteur_session");
    assertThat(
            person.visitor.getWith("/people/account", "rapporteur_session", session).statusCode())
        .isEqualTo(200);

    person.visitor.submit("/people/sign-out", Map.of());

    assertThat(person.visitor.get("/people/account").statusCode()).isEqualTo(303);
    assertThat(
            person.visitor.getWith("/people/account", "rapporteur_session", session).statusCode())
        .isEqualTo(303);
  }

  @Test
  void signingOutLeadsToAnAddressOfTheSettingsAndToNoOther() {
    Person person = enrolled("chair");
    person.visitor.get("/people/sign-out");

    HttpResponse<String> known =
        person.visitor.post(
            "/people/sign-out",
            Map.of(
                "client_id", "portal",
                "post_logout_redirect_uri", "http://portal.example/bye",
                "state", "a&b"));
    HttpResponse<String> unknown =
        person.visitor.post(
            "/people/sign-out",
            Map.of(
                "client_id", "portal",
                "post_logout_redirect_uri", "http://portal.example/bye/else"));

    assertThat(location(known)).isEqualTo("http://portal.example/bye?state=a%26b");
    assertThat(unknown.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "redirect_uri | http://portal.example/callback2 | 400 |",
        "redirect_uri | http://127.0.0.1:1/callback | 400 |",
        "client_id | nobody | 400 |",
        "code_challenge_method | plain | 302 | error=invalid_request",
        "scope | openid profile | 302 | error=invalid_scope",
        "response_type | token | 302 | error=unsupported_response_type"
      })
  void anAuthorizationThatIsNotAskedAsItMustBeGetsNoCode(
      String name, String value, int status, String error) {
    Person person = enrolled("chair");

    HttpResponse<String> answer = person.visitor.get(authorize(Map.of(name, value)));

    assertThat(answer.body() + location(answer)).doesNotContain("code=");
    if (!(name.equals("response_type"))) {
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(location(answer)).contains(error == null ? "" : error);
    }
  }

  @Test
  void withoutPkceThereIsNoCode() {
    Person person = enrolled("chair");

    HttpResponse<String> answer = person.visitor.get(authorize(Map.of("code_challenge", "")));

    assertThat(location(answer)).contains("error=invalid_request").doesNotContain("code=");
  }

  @Test
  void whoIsNotSignedInComesBackToTheAuthorizationAfterwards() {
    Person person = enrolled("chair");
    Visitor other = new Visitor(address());
    HttpResponse<String> sent = other.get(authorize());
    HttpResponse<String> silent = other.get(authorize(Map.of("prompt", "none")));
    other.get(location(sent));

    HttpResponse<String> back =
        other.post(
            "/people/sign-in/passkey",
            Map.of("credential", person.key.answer(other.options()), "next", other.hidden("next")));

    assertThat(location(silent)).startsWith(CALLBACK + "?error=login_required");
    assertThat(location(back)).startsWith("/oauth2/authorize?");
    assertThat(location(other.get(location(back)))).startsWith(CALLBACK + "?code=");
  }

  @Test
  void aTokenIsNoSession() {
    HttpResponse<String> answer =
        issuer.send(
            HttpRequest.newBuilder(issuer.uri(authorize()))
                .header("Authorization", "Bearer " + secretariat()));

    assertThat(answer.body() + location(answer)).doesNotContain("code=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/people/sign-out",
        "/oauth2/authorize?x\r\nSet-Cookie: a=b"
      })
  void nobodyIsSentToAnotherAddressAfterSigningIn(String next) {
    Person person = enrolled("chair");
    Visitor other = new Visitor(address());

    HttpResponse<String> answer =
        other.post(
            "/people/sign-in/passkey",
            Map.of("credential", person.key.answer(other.options()), "next", next));

    assertThat(location(answer)).isEqualTo("/people/account");
  }

  @Test
  void aFormFromElsewhereIsRefused() {
    Visitor visitor = new Visitor(address());

    HttpResponse<String> answer =
        visitor.post(
            "/people/sign-in", Map.of("account", "a", "password", "b", "_csrf", "made up"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("out of date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "es", "fr", "ru", "zh"})
  void everyPageIsThereInEachOfTheSixLanguages(String language) {
    Person person = enrolled("chair");
    String invitation = "/people/invitation?code=" + code(invite("chair"));

    for (String path :
        List.of("/people/sign-in", "/people/account", "/people/sign-out", invitation)) {
      String page = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
      HttpResponse<String> answer = person.visitor.get(page);

      assertThat(answer.statusCode()).as(page).isEqualTo(200);
      assertThat(answer.body())
          .contains(
              "<html lang=\"" + language + "\" dir=\"" + (language.equals("ar") ? "rtl" : "ltr"));
    }
  }

  @Test
  void aPageRunsNothingAndShowsNothingFromElsewhere() {
    HttpResponse<String> page = new Visitor(address()).get("/people/sign-in");

    String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    assertThat(policy)
        .contains(
            "default-src 'none'",
            "script-src 'self'",
            "frame-ancestors 'none'",
            "form-action 'self' http://portal.example");
    assertThat(policy).doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain(" style=", " onclick=", "<style");
    assertThat(page.headers().allValues("Set-Cookie"))
        .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void theSecretsOfAClientAndTheInvitationsOfAPersonAreNotMixed() {
    Person person = enrolled("chair");
    JsonNode client =
        Issuer.json(
            api(
                secretariat(),
                "POST",
                ACCOUNTS,
                "{\"role\":\"chair\",\"name\":\"program\",\"reference\":\"x\"}"));

    HttpResponse<String> secret =
        api(
            secretariat(),
            "POST",
            ACCOUNTS + "/" + person.id + "/secrets",
            "{\"reference\":\"x\"}");
    HttpResponse<String> invitation =
        api(
            secretariat(),
            "POST",
            ACCOUNTS + "/" + client.path("id").asString() + "/invitations",
            "{\"reference\":\"x\"}");

    assertThat(secret.body()).contains("wrong-kind-of-account");
    assertThat(invitation.body()).contains("wrong-kind-of-account");
    assertThat(issuer.token(person.id, PASSWORD).statusCode()).isEqualTo(401);
  }

  @Test
  void whoManagesAnAccountSeesItsKeysAndNothingThatOpensIt() {
    Person person = enrolled("chair");
    byKey(person);

    HttpResponse<String> answer = api(secretariat(), "GET", ACCOUNTS + "/" + person.id, "");

    JsonNode seen = Issuer.json(answer).path("person");
    assertThat(seen.path("enrolled").booleanValue()).isTrue();
    assertThat(seen.path("recoveryCodes").intValue()).isEqualTo(10);
    assertThat(seen.path("keys").get(0).path("name").asString()).isEqualTo("yellow key");
    assertThat(seen.path("keys").get(0).has("lastUsedAt")).isTrue();
    assertThat(answer.body()).doesNotContain("$2a$", "credential", "attestation", "code=");
  }

  private static Visitor byKey(Person person) {
    Visitor visitor = new Visitor(address());
    HttpResponse<String> own =
        visitor.submit(
            "/people/sign-in/passkey", Map.of("credential", person.key.answer(visitor.options())));
    assertThat(own.body()).contains(person.id);
    return visitor;
  }

  private static HttpResponse<String> password(Visitor visitor, String account, String password) {
    return visitor.submit("/people/sign-in", Map.of("account", account, "password", password));
  }

  private static HttpResponse<String> change(Visitor visitor, String current, String next) {
    return visitor.submit(
        "/people/account/password", Map.of("current", current, "password", next, "again", next));
  }

  private static Person enrolled(String role) {
    JsonNode account = invite(role);
    var key = new SoftKey(address());
    Visitor visitor = new Visitor(address());
    HttpResponse<String> codes = enrol(visitor, code(account), key);
    return new Person(account.path("id").asString(), key, codes(codes), visitor);
  }

  private static HttpResponse<String> start(Visitor visitor, String code) {
    visitor.get("/people/invitation?code=" + code);
    return visitor.submit(
        "/people/invitation", Map.of("code", code, "password", PASSWORD, "again", PASSWORD));
  }

  private static HttpResponse<String> enrol(Visitor visitor, String code, SoftKey key) {
    start(visitor, code);
    return visitor.submit(
        "/people/invitation/key",
        Map.of("name", "yellow key", "credential", key.make(visitor.options())));
  }

  private static List<String> codes(HttpResponse<String> page) {
    return Pattern.compile("<code dir=\"ltr\">([^<]*)</code>")
        .matcher(page.body())
        .results()
        .map(code -> code.group(1))
        .toList();
  }

  private static JsonNode invite(String role) {
    HttpResponse<String> made =
        api(
            secretariat(),
            "POST",
            ACCOUNTS,
            "{\"kind\":\"person\",\"role\":\"%s\",\"name\":\"name of the chair\",\"reference\":\"x\"}"
                .formatted(role));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return Issuer.json(made);
  }

  private static String code(JsonNode account) {
    String link = account.path("person").path("invitation").path("link").asString();
    assertThat(link).startsWith(address() + "/people/invitation?code=");
    return link.substring(link.indexOf("code=") + 5);
  }

  private static String secretariat() {
    return Issuer.accessToken(issuer.token("secretariat", Issuer.SECRET));
  }

  private static HttpResponse<String> api(String token, String method, String path, String json) {
    return issuer.send(
        HttpRequest.newBuilder(issuer.uri(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  private static String authorize() {
    return authorize(Map.of());
  }

  private static String authorize(Map<String, String> other) {
    Map<String, String> asked = new HashMap<>();
    asked.put("response_type", "code");
    asked.put("client_id", "portal");
    asked.put("redirect_uri", CALLBACK);
    asked.put("scope", "openid");
    asked.put("state", "s-1");
    asked.put("nonce", "n-1");
    asked.put("code_challenge", challenge());
    asked.put("code_challenge_method", "S256");
    asked.putAll(other);
    asked.values().removeIf(String::isEmpty);
    return "/oauth2/authorize?" + Visitor.form(asked);
  }

  static String challenge() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String authorizationCode(Visitor visitor) {
    String location = location(visitor.get(authorize()));
    assertThat(location).startsWith(CALLBACK + "?code=").contains("state=s-1");
    return location.replaceAll(".*code=([^&]*).*", "$1");
  }

  private static HttpResponse<String> exchange(String code, String verifier) {
    return issuer.post(
        "/oauth2/token",
        Map.of(
            "grant_type", "authorization_code",
            "client_id", "portal",
            "code", code,
            "redirect_uri", CALLBACK,
            "code_verifier", verifier));
  }

  private static String likeEachOther(HttpResponse<String> answer, String account) {
    return answer.statusCode()
        + answer
            .body()
            .replace(account, "ACCOUNT")
            .replaceAll("value=\"[^\"]*\"", "")
            .replaceAll("data-options=\"[^\"]*\"", "");
  }
}
