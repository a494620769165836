package io.rapporteur.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.rapporteur.standalone.Product.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A delegate at a browser with a passkey, from the invitation to the end of the account. */
class PeopleIT {

  private static final String ACCOUNTS = "/api/v1/accounts";
  private static final String PASSWORD = "a sentence that nobody guesses";
  private static final String VERIFIER = "v".repeat(64);
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static Playwright playwright;
  private static Browser browser;

  private final Product product = RunningProduct.get();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void open() {
    Optional<Path> chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(
        chromium.isPresent(),
        "no chromium on this machine; PeopleTest of identity tries the same without a browser");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(List.of("--no-sandbox")));
  }

  @AfterAll
  static void close() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void sitDown() {
    context = browser.newContext(new Browser.NewContextOptions().setLocale("en"));
    page = context.newPage();
    page.route(
        "http://portal.test/**",
        route -> route.fulfill(new Route.FulfillOptions().setBody("back")));
    CDPSession devtools = context.newCDPSession(page);
    devtools.send("WebAuthn.enable");
    var key = new JsonObject();
    key.addProperty("protocol", "ctap2");
    key.addProperty("transport", "internal");
    key.addProperty("hasResidentKey", true);
    key.addProperty("hasUserVerification", true);
    key.addProperty("isUserVerified", true);
    key.addProperty("automaticPresenceSimulation", true);
    var added = new JsonObject();
    added.add("options", key);
    devtools.send("WebAuthn.addVirtualAuthenticator", added);
  }

  @AfterEach
  void standUp() {
    context.close();
  }

  @Test
  void aDelegateComesByInvitationAndSpeaksUntilTheAccountIsRevoked() {
    JsonNode account = invite();
    String id = account.path("id").asString();
    List<String> codes = enrol(account);
    assertThat(codes).hasSize(10);

    click("I have kept them");
    assertThat(page.content()).contains("this device", "10 codes are left");
    click("Sign out");
    assertThat(page.title()).startsWith("You are signed out");

    page.navigate(product.pages() + authorize());
    assertThat(page.title()).startsWith("Sign in");
    password(id, PASSWORD);
    click("Use my key");
    page.waitForURL("http://portal.test/**");
    Answer tokens = exchange(code(page.url()));
    String token = tokens.body().path("access_token").asString();

    assertThat(tokens.status()).isEqualTo(200);
    assertThat(comments(token)).isEqualTo(200);
    product.delete("secretariat", ACCOUNTS + "/" + id + "?reference=left");
    await().until(() -> comments(token) == 401);
    page.navigate(product.pages() + "/people/account");
    assertThat(page.title()).startsWith("Sign in");
  }

  @Test
  void aPasskeyAloneSignsInWhereItVerifiesItsUser() {
    JsonNode account = invite();
    enrol(account);
    context.clearCookies();

    page.navigate(product.pages() + "/people/sign-in");
    click("Use a passkey");
    page.waitForURL("**/people/account");

    assertThat(page.content()).contains(account.path("id").asString());
    assertThat(actsOf(account.path("id").asString(), 2)).containsExactly("enrol", "sign-in-by-key");
  }

  @Test
  void aRecoveryCodeWorksOnce() {
    JsonNode account = invite();
    String id = account.path("id").asString();
    List<String> codes = enrol(account);
    context.clearCookies();

    recover(id, "0000-0000-0000-0000");
    assertThat(page.content()).contains("This recovery code was not accepted");
    recover(id, codes.getFirst());
    assertThat(page.content()).contains("You signed in with a recovery code", "9 codes are left");
    context.clearCookies();
    recover(id, codes.getFirst());

    assertThat(page.content()).contains("This recovery code was not accepted");
  }

  @Test
  void aWrongPasswordIsToldAtItsFieldWhichHasTheFocus() {
    page.navigate(product.pages() + "/people/sign-in");

    password("eg.nobody", "no password at all");

    assertThat(page.locator("#account").getAttribute("aria-describedby"))
        .isEqualTo("account-problem");
    // A browser gives the focus with the first picture of a page, after it is loaded.
    page.waitForFunction("document.activeElement.id === 'account'");
    assertThat(page.title()).startsWith("Problem: ");
  }

  @Test
  void everythingIsReachedByTheKeyboard() {
    page.navigate(product.pages() + "/people/sign-in");
    page.locator("#account").focus();

    page.keyboard().type("eg.nobody");
    page.keyboard().press("Tab");
    page.keyboard().type("no password at all");
    page.keyboard().press("Enter");
    page.waitForSelector("[role=alert] li");

    assertThat(page.content()).contains("Account and password do not fit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void thePagesBreakNoRuleOfAccessibilityThatAProgramCanCheck(String language) {
    JsonNode account = invite();
    String link = account.path("person").path("invitation").path("link").asString();
    page.navigate(link + "&lang=" + language);
    check();
    newPassword("short");
    check();
    newPassword(PASSWORD);
    check();
    page.locator("#name").fill("passkey");
    page.locator("form[data-key] button").click();
    page.waitForSelector(".codes");
    check();
    page.navigate(product.pages() + "/people/account");
    check();
    page.navigate(product.pages() + "/people/sign-out");
    check();
    page.locator("main button").click();
    check();
    page.navigate(product.pages() + "/people/sign-in");
    check();
    password(account.path("id").asString(), "wrong password");
    check();
    password(account.path("id").asString(), PASSWORD);
    check();
    page.navigate(link);
    check();
    assertThat(page.locator("html").getAttribute("dir"))
        .isEqualTo(language.equals("ar") ? "rtl" : "ltr");
  }

  private void check() {
    // A click returns before the page that it leads to has its styles.
    page.waitForLoadState();
    assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
        .as(page.url())
        .isEmpty();
  }

  private JsonNode invite() {
    Answer made =
        product.post(
            "secretariat",
            ACCOUNTS,
            """
            {"kind":"person","participant":"eg","name":"second secretary","duties":["contact-point"],
             "reference":"note 12/2021"}\
            """);
    assertThat(made.status()).isEqualTo(201);
    return made.body();
  }

  /** What the trail says of an account, the first act first, once it says so many. */
  private List<String> actsOf(String account, int many) {
    return await()
        .until(
            () ->
                StreamSupport.stream(
                        product
                            .get("secretariat", "/api/v1/acts?participant=eg&limit=1000")
                            .body()
                            .path("acts")
                            .spliterator(),
                        false)
                    .filter(act -> act.path("account").asString().equals(account))
                    .map(act -> act.path("note").asString())
                    .toList()
                    .reversed(),
            acts -> acts.size() == many);
  }

  private List<String> enrol(JsonNode account) {
    page.navigate(account.path("person").path("invitation").path("link").asString());
    newPassword(PASSWORD);
    page.locator("#name").fill("this device");
    click("Register a key");
    page.waitForSelector(".codes");
    return page.locator(".codes code").allInnerTexts();
  }

  private void newPassword(String password) {
    page.locator("#password").fill(password);
    page.locator("#again").fill(password);
    page.locator("main button").click();
  }

  private void password(String account, String password) {
    page.locator("#account").fill(account);
    page.locator("#password").fill(password);
    page.locator("form[action='/people/sign-in'] button").click();
  }

  private void recover(String account, String code) {
    page.navigate(product.pages() + "/people/sign-in");
    password(account, PASSWORD);
    page.locator("#code").fill(code);
    page.locator("form[action='/people/sign-in/code'] button").click();
  }

  private void click(String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .or(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)))
        .click();
  }

  private int comments(String token) {
    return product
        .send(
            HttpRequest.newBuilder(product.uri("/api/v1/comments"))
                .header("Authorization", "Bearer " + token))
        .status();
  }

  private Answer exchange(String code) {
    return product.send(
        HttpRequest.newBuilder(product.uri("/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    form(
                        Map.of(
                            "grant_type",
                            "authorization_code",
                            "client_id",
                            "portal",
                            "code",
                            code,
                            "redirect_uri",
                            RunningProduct.CALLBACK,
                            "code_verifier",
                            VERIFIER)))));
  }

  private static String authorize() {
    return "/oauth2/authorize?"
        + form(
            Map.of(
                "response_type", "code",
                "client_id", "portal",
                "redirect_uri", RunningProduct.CALLBACK,
                "scope", "openid",
                "state", "s",
                "code_challenge", challenge(),
                "code_challenge_method", "S256"));
  }

  private static String code(String url) {
    return URI.create(url).getQuery().replaceAll(".*code=([^&]*).*", "$1");
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String challenge() {
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
}
