package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static io.rapporteur.standalone.Product.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Role x resource: what each door answers to whom. A door that is not in this table is closed to
 * all.
 */
class AccessMatrixIT {

  private static Product product;
  private static String own;
  private static String file;
  private static String named;

  @BeforeAll
  static void start() {
    product = RunningProduct.get();
    file = uploaded("alone.pdf");
    named = uploaded("named.pdf");
    own =
        product
            .post(
                "eg",
                "/api/v1/comments",
                comment("13.c", "for the matrix")
                    .replaceFirst(
                        "\\{",
                        "{\"attachments\":[\""
                            + named.substring(named.lastIndexOf('/') + 1)
                            + "\"],"))
            .header("Location");
  }

  private static String uploaded(String name) {
    String location =
        product
            .send(
                "eg",
                HttpRequest.newBuilder(product.uri("/api/v1/attachments?name=" + name))
                    .POST(HttpRequest.BodyPublishers.ofString("%PDF-1.7 for the matrix %%EOF")))
            .header("Location");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                !product
                    .get("eg", location + "/state")
                    .body()
                    .path("state")
                    .asString()
                    .equals("waiting"));
    return location;
  }

  private static String path(String path) {
    return path.replace("OWN/NAMED", own + "/attachments" + named.substring(named.lastIndexOf('/')))
        .replaceFirst("^OWN", own)
        .replaceFirst("^FILE", file)
        .replaceFirst("^NAMED", named);
  }

  /**
   * One row.
   *
   * @param author status for the delegation whose comment it is
   * @param other status for another delegation
   * @param everyone status without a token
   */
  record Door(String method, String path, int author, int other, int secretariat, int everyone) {

    /** Whether this is a row of an operation. */
    boolean is(Object verb, Object template) {
      String asked =
          path.replace("OWN/NAMED", "OWN/attachments/named")
              .replaceFirst("^OWN", "/api/v1/comments/own")
              .replaceFirst("^(FILE|NAMED)", "/api/v1/attachments/file")
              .replaceAll("\\?.*", "");
      return method.equalsIgnoreCase(verb.toString())
          && asked.matches(template.toString().replaceAll("\\{[^}]+}", "[^/]+"));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static Stream<Door> doors() {
    String c = "/api/v1/consultations";
    String k = "/api/v1/compilations/" + CONSULTATION;
    String d = "/api/v1/drafts/";
    String e = "/api/v1/entries";
    String m = "/api/v1/decisions";
    String q = "/api/v1/silence";
    String t = "/api/v1/templates/";
    String a = "/api/v1/accounts";
    return Stream.of(
        new Door("GET", c, 200, 200, 200, 200),
        new Door("POST", c, 403, 403, 400, 401),
        new Door("GET", c + "/" + CONSULTATION, 200, 200, 200, 200),
        new Door("GET", c + "/nowhere", 404, 404, 404, 404),
        new Door("GET", c + "/" + CONSULTATION + "/recommendations", 200, 200, 200, 200),
        new Door("GET", c + "/" + CONSULTATION + "/recommendations/13.a", 200, 200, 200, 200),
        new Door("POST", c + "/" + CONSULTATION + "/extensions", 403, 403, 400, 401),
        new Door("POST", c + "/" + CONSULTATION + "/publication", 403, 403, 400, 401),
        new Door("GET", c + "/" + CONSULTATION + "/sight", 403, 403, 200, 401),
        new Door("POST", c + "/" + CONSULTATION + "/sight", 403, 403, 400, 401),
        new Door("DELETE", c + "/" + CONSULTATION + "/sight/chair?reason=x", 403, 403, 404, 401),
        new Door("GET", "/api/v1/participants", 200, 200, 200, 200),
        new Door("GET", "/api/v1/participants/eg", 200, 200, 200, 200),
        new Door("GET", "/api/v1/participants/missing", 404, 404, 404, 404),
        new Door("PUT", "/api/v1/participants/eg", 403, 403, 400, 401),
        new Door("GET", "/api/v1/groups", 200, 200, 200, 200),
        new Door("POST", "/api/v1/groups/g77/speakers", 403, 403, 400, 401),
        new Door("DELETE", "/api/v1/groups/g77/speakers/br", 403, 403, 404, 401),
        new Door("POST", "/api/v1/documents", 403, 403, 422, 401),
        new Door("GET", "/api/v1/documents/unodc-ccpcj-eg.4-2020-2", 403, 403, 200, 401),
        new Door("GET", "/api/v1/documents/unodc-ccpcj-eg.4-2020-2?format=akn", 403, 403, 200, 401),
        new Door(
            "GET", "/api/v1/documents/unodc-ccpcj-eg.4-2020-2?format=docx", 403, 403, 422, 401),
        new Door("PUT", "/api/v1/documents/unodc-ccpcj-eg.4-2020-2", 403, 403, 428, 401),
        new Door("PATCH", "/api/v1/documents/unodc-ccpcj-eg.4-2020-2", 403, 403, 400, 401),
        new Door("POST", "/api/v1/documents/nowhere/publication", 403, 403, 404, 401),
        new Door("GET", "/api/v1/deliveries", 403, 403, 200, 401),
        new Door("POST", "/api/v1/deliveries/release", 403, 403, 409, 401),
        new Door("GET", "/api/v1/deliveries/release", 403, 403, 405, 401),
        new Door("POST", "/api/v1/comments", 400, 400, 403, 401),
        new Door("GET", "/api/v1/comments", 200, 200, 403, 401),
        new Door("GET", "OWN", 200, 404, 200, 401),
        new Door("PUT", "OWN", 400, 400, 403, 401),
        new Door("DELETE", "OWN", 428, 404, 403, 401),
        new Door("GET", "/api/v1/comments/missing", 404, 404, 404, 401),
        new Door("PUT", "OWN/cosponsors/eg", 428, 404, 403, 401),
        new Door("PUT", "OWN/cosponsors/nobody", 422, 422, 403, 401),
        new Door("DELETE", "OWN/cosponsors/ng", 404, 404, 403, 401),
        new Door("DELETE", "OWN/cosponsors/eg", 404, 404, 403, 401),
        new Door("POST", "OWN/late-decision", 403, 403, 400, 401),
        new Door("POST", "/api/v1/attachments?name=a.pdf", 415, 415, 422, 401),
        new Door("GET", "/api/v1/attachments", 403, 403, 403, 401),
        new Door("GET", "FILE", 200, 404, 404, 401),
        new Door("GET", "FILE/state", 200, 404, 404, 401),
        new Door("DELETE", "NAMED", 409, 404, 409, 401),
        new Door("GET", "NAMED", 200, 404, 409, 401),
        new Door("GET", "NAMED/state", 200, 404, 200, 401),
        new Door("GET", "OWN/attachments/missing", 404, 404, 404, 401),
        new Door("GET", "OWN/NAMED", 200, 404, 409, 401),
        new Door("PUT", "OWN/NAMED", 403, 403, 403, 401),
        new Door("GET", "/api/v1/attachments/missing", 404, 404, 404, 401),
        new Door("DELETE", "/api/v1/attachments/missing", 404, 404, 404, 401),
        new Door("POST", "/api/v1/drafts", 400, 400, 403, 401),
        new Door("GET", "/api/v1/drafts", 200, 200, 403, 401),
        new Door("GET", d + "compared?consultation=" + CONSULTATION, 200, 200, 403, 401),
        new Door("POST", d + "merges", 400, 400, 403, 401),
        new Door("GET", d + "missing", 404, 404, 403, 401),
        new Door("PUT", d + "missing", 400, 400, 403, 401),
        new Door("DELETE", d + "missing", 404, 404, 403, 401),
        new Door("POST", d + "missing/stage", 400, 400, 403, 401),
        new Door("GET", d + "missing/versions", 404, 404, 403, 401),
        new Door("GET", "/api/v1/feed", 200, 200, 403, 401),
        new Door("GET", "/api/v1/feed?cursor=missing", 400, 400, 403, 401),
        new Door("POST", "/api/v1/feed", 403, 403, 403, 401),
        new Door("PUT", "/api/v1/feed/webhook", 409, 409, 403, 401),
        new Door("GET", "/api/v1/feed/webhook", 409, 409, 403, 401),
        new Door("DELETE", "/api/v1/feed/webhook", 409, 409, 403, 401),
        new Door("POST", "/api/v1/feed/webhook/secret", 409, 409, 403, 401),
        new Door("GET", "/api/v1/feed/release", 403, 403, 200, 401),
        new Door("POST", "/api/v1/feed/release", 403, 403, 409, 401),
        new Door("POST", "/api/v1/submissions", 400, 400, 400, 401),
        new Door("GET", "/api/v1/submissions", 200, 200, 200, 401),
        new Door("GET", "/api/v1/submissions/missing", 404, 404, 404, 401),
        new Door("POST", "/api/v1/submissions/missing/additions", 400, 400, 400, 401),
        new Door("POST", "/api/v1/submissions/missing/late-decision", 403, 403, 400, 401),
        new Door("PUT", "/api/v1/submissions/missing", 403, 403, 403, 401),
        new Door("GET", "/api/v1/acts", 200, 200, 200, 401),
        new Door("GET", "/api/v1/acts?participant=eg", 200, 403, 200, 401),
        new Door("POST", "/api/v1/acts", 403, 403, 403, 401),
        new Door("POST", q, 403, 403, 400, 401),
        new Door("GET", q, 200, 200, 200, 401),
        new Door("GET", q + "/missing", 404, 404, 404, 401),
        new Door("POST", q + "/missing/deliveries", 404, 404, 404, 401),
        new Door("POST", q + "/missing/objections", 404, 404, 404, 401),
        new Door("POST", q + "/missing/extensions", 403, 403, 400, 401),
        new Door("POST", q + "/missing/withdrawal", 403, 403, 400, 401),
        new Door("PUT", q + "/missing", 403, 403, 403, 401),
        new Door("GET", t + "comments.xlsx?consultation=" + CONSULTATION, 200, 200, 200, 401),
        new Door("GET", t + "comments.xlsx", 422, 422, 422, 401),
        new Door("GET", t + "comments.pdf?consultation=" + CONSULTATION, 404, 404, 404, 401),
        new Door("POST", t + "comments.xlsx", 403, 403, 403, 401),
        new Door("GET", t + "comments.docx?consultation=" + CONSULTATION, 200, 200, 200, 401),
        new Door("GET", t + "iso.docx?consultation=" + CONSULTATION, 200, 200, 200, 401),
        new Door("GET", t + "ippc.csv?consultation=" + CONSULTATION, 200, 200, 200, 401),
        new Door("POST", "/api/v1/imports", 422, 422, 403, 401),
        new Door("GET", "/api/v1/imports", 403, 403, 403, 401),
        new Door("GET", "/api/v1/imports/missing", 404, 404, 403, 401),
        new Door("POST", "/api/v1/imports/missing/submission", 404, 404, 403, 401),
        new Door(
            "GET", "/api/v1/drafts?format=csv&consultation=" + CONSULTATION, 200, 200, 403, 401),
        new Door("GET", "/api/v1/drafts?format=pdf", 422, 422, 403, 401),
        new Door("GET", "/api/v1/receipt-keys", 200, 200, 200, 200),
        new Door("GET", k, 200, 200, 200, 200),
        new Door("GET", k + "?entry=12", 200, 200, 200, 200),
        new Door("GET", k + "/recommendations/13.a", 200, 200, 200, 200),
        new Door("GET", k + "/tallies", 403, 403, 200, 401),
        new Door("GET", "/api/v1/compilations/none/tallies", 404, 404, 404, 404),
        new Door("GET", k + "/board", 403, 403, 200, 401),
        new Door("PUT", k + "/board", 403, 403, 400, 401),
        new Door("DELETE", k + "/board?decision=x", 403, 403, 200, 401),
        new Door("DELETE", k + "/board", 403, 403, 422, 401),
        new Door("GET", k + "/work", 403, 403, 200, 401),
        new Door("POST", k + "/work", 403, 403, 400, 401),
        new Door("GET", k + "/comments/missing/work", 403, 403, 404, 401),
        new Door("PATCH", k + "/comments/missing/work", 403, 403, 400, 401),
        new Door("PUT", k + "/comments/missing/work", 403, 403, 403, 401),
        new Door("GET", k + "/rolling-text?language=ar", 200, 200, 200, 200),
        new Door("GET", k + "/rolling-text?language=ar&format=pdf", 200, 200, 200, 200),
        new Door("GET", k + "/rolling-text?format=docx", 422, 422, 422, 422),
        new Door("GET", k + "/rolling-text", 422, 422, 422, 422),
        new Door("POST", k + "/rolling-text", 403, 403, 403, 401),
        new Door("POST", k + "/rolling-text/groups", 403, 403, 400, 401),
        new Door("GET", k + "?asOf=2020-01-01T00:00:00Z", 403, 403, 200, 403),
        new Door("GET", k + "/changes", 422, 422, 422, 422),
        new Door("GET", "/api/v1/compilations/none/stream", 404, 404, 404, 404),
        new Door("GET", k + "/editions", 200, 200, 200, 200),
        new Door("GET", "/api/v1/search?q=law&consultation=" + CONSULTATION, 200, 200, 200, 200),
        new Door("GET", "/api/v1/search", 422, 422, 422, 422),
        new Door("GET", k + "/editions/none/proofs/" + "0".repeat(64), 404, 404, 404, 404),
        new Door("GET", k + "/editions/none/bundle", 404, 404, 404, 404),
        new Door("GET", k + "/feed.atom", 200, 200, 200, 200),
        new Door("GET", k + "/receipts", 200, 200, 200, 401),
        new Door("GET", k + "/receipts?participant=eg", 200, 403, 200, 401),
        new Door("GET", "/api/v1/edition-keys", 200, 200, 200, 200),
        new Door("GET", k + "/changes?from=2020-01-01T00:00:00Z", 403, 403, 200, 403),
        new Door("POST", k, 403, 403, 403, 401),
        new Door("GET", e + "?consultation=" + CONSULTATION, 404, 404, 200, 404),
        new Door("GET", e + "?consultation=nowhere", 404, 404, 404, 404),
        new Door("GET", e, 400, 400, 400, 400),
        new Door("POST", e, 403, 403, 400, 401),
        new Door("POST", e + "/order", 403, 403, 400, 401),
        new Door("POST", e + "/circulation", 403, 403, 400, 401),
        new Door("GET", e + "/missing", 404, 404, 404, 404),
        new Door("PUT", e + "/missing", 403, 403, 400, 401),
        new Door("DELETE", e + "/missing?reason=x", 403, 403, 428, 401),
        new Door("GET", m + "?consultation=" + CONSULTATION, 404, 404, 200, 404),
        new Door("POST", m, 403, 403, 400, 401),
        new Door("POST", m + "/corrections", 403, 403, 400, 401),
        new Door("POST", m + "/shown", 403, 403, 400, 401),
        new Door("POST", m + "/statements", 403, 403, 400, 401),
        new Door("POST", m + "/statements/withdrawals", 403, 403, 400, 401),
        new Door("POST", m + "/imports?consultation=" + CONSULTATION, 403, 403, 415, 401),
        new Door("GET", m + "/imports", 403, 403, 403, 401),
        new Door("GET", "/api/v1/adopted/" + CONSULTATION, 404, 404, 404, 404),
        new Door("GET", "/api/v1/adopted/" + CONSULTATION + "?format=pdf", 404, 404, 404, 404),
        new Door(
            "GET", "/api/v1/adopted/" + CONSULTATION + "/lineage?format=pdf", 403, 403, 404, 401),
        new Door("GET", m + "?format=docx&consultation=nowhere", 404, 404, 404, 404),
        new Door("POST", "/api/v1/adopted/" + CONSULTATION, 403, 403, 400, 401),
        new Door("PUT", "/api/v1/adopted/nowhere/languages/fr", 403, 403, 400, 401),
        new Door("POST", "/api/v1/adopted/nowhere/corrections", 403, 403, 400, 401),
        new Door("GET", "/api/v1/adopted/" + CONSULTATION + "/lineage", 403, 403, 404, 401),
        new Door("GET", "/api/v1/redactions?consultation=" + CONSULTATION, 403, 403, 200, 401),
        new Door("POST", "/api/v1/redactions", 403, 403, 400, 401),
        new Door("GET", "/api/v1/redactions/x?consultation=" + CONSULTATION, 403, 403, 404, 401),
        new Door(
            "DELETE", "/api/v1/redactions/x/1?consultation=" + CONSULTATION, 403, 403, 428, 401),
        new Door("PUT", "/api/v1/redactions/x", 403, 403, 403, 401),
        new Door("GET", "/api/v1/translations?consultation=" + CONSULTATION, 403, 403, 200, 401),
        new Door("POST", "/api/v1/translations", 403, 403, 400, 401),
        new Door("GET", "/api/v1/translations/x?consultation=" + CONSULTATION, 403, 403, 404, 401),
        new Door(
            "DELETE",
            "/api/v1/translations/x/1/fr?consultation=" + CONSULTATION,
            403,
            403,
            428,
            401),
        new Door("PUT", "/api/v1/translations/x", 403, 403, 403, 401),
        new Door("GET", k + "?format=docx", 200, 200, 200, 200),
        new Door("GET", k + "?format=pdf&language=ar", 200, 200, 200, 200),
        new Door("GET", k + "?format=xlsx&order=iso", 200, 200, 200, 200),
        new Door("GET", k + "?format=csv&order=ippc", 200, 200, 200, 200),
        new Door("GET", k + "?format=akn", 200, 200, 200, 200),
        new Door("GET", k + "?format=odt", 422, 422, 422, 422),
        new Door("GET", k + "?format=csv&symbol=CRP.1", 422, 422, 200, 422),
        new Door("POST", k + "/exports", 400, 400, 400, 401),
        new Door("GET", k + "/exports", 403, 403, 403, 401),
        new Door("GET", "/api/v1/exports/missing", 404, 404, 404, 401),
        new Door("GET", "/api/v1/exports/missing/file", 404, 404, 404, 401),
        new Door("DELETE", "/api/v1/exports/missing", 404, 404, 404, 401),
        new Door("POST", "/api/v1/exports/missing", 403, 403, 403, 401),
        new Door("GET", "/api/v1/openapi/ingest", 200, 200, 200, 200),
        new Door("GET", "/api/v1/openapi/comments", 200, 200, 200, 200),
        new Door("GET", "/api/v1/openapi/aggregation", 200, 200, 200, 200),
        new Door("GET", "/oauth2/jwks", 200, 200, 200, 200),
        new Door("GET", "/.well-known/oauth-authorization-server", 200, 200, 200, 200),
        new Door("GET", "/actuator/health", 200, 200, 200, 200),
        new Door("GET", "/actuator/env", 403, 403, 403, 403),
        new Door("GET", a, 200, 200, 200, 401),
        new Door("POST", a, 400, 400, 400, 401),
        new Door("GET", a + "/missing", 404, 404, 404, 401),
        new Door("DELETE", a + "/missing?reference=x", 404, 404, 404, 401),
        new Door("PUT", a + "/missing/duties", 400, 400, 400, 401),
        new Door("POST", a + "/missing/secrets", 400, 400, 400, 401),
        new Door("DELETE", a + "/missing/secrets/1?reference=x", 404, 404, 404, 401),
        new Door("POST", a + "/hand-overs", 403, 403, 400, 401),
        new Door("POST", a + "/missing/invitations", 400, 400, 400, 401),
        // Pages for people, who have a session and no token.
        new Door("GET", "/people/sign-in", 200, 200, 200, 200),
        new Door("GET", "/people/sign-in/second", 303, 303, 303, 303),
        new Door("POST", "/people/sign-in", 403, 403, 403, 403),
        new Door("POST", "/people/sign-in/passkey", 403, 403, 403, 403),
        new Door("POST", "/people/sign-in/key", 403, 403, 403, 403),
        new Door("POST", "/people/sign-in/code", 403, 403, 403, 403),
        new Door("GET", "/people/invitation?code=missing", 404, 404, 404, 404),
        new Door("POST", "/people/invitation", 403, 403, 403, 403),
        new Door("GET", "/people/invitation/key", 404, 404, 404, 404),
        new Door("POST", "/people/invitation/key", 403, 403, 403, 403),
        new Door("GET", "/people/account", 303, 303, 303, 303),
        new Door("POST", "/people/account/keys", 403, 403, 403, 403),
        new Door("POST", "/people/account/keys/1/removal", 403, 403, 403, 403),
        new Door("POST", "/people/account/codes", 403, 403, 403, 403),
        new Door("POST", "/people/account/password", 403, 403, 403, 403),
        new Door("GET", "/people/sign-out", 200, 200, 200, 200),
        new Door("POST", "/people/sign-out", 403, 403, 403, 403),
        new Door("GET", "/people/pages.css", 200, 200, 200, 200),
        new Door("GET", "/people/keys.js", 200, 200, 200, 200),
        new Door("GET", "/oauth2/authorize", 400, 400, 400, 400),
        new Door("GET", "/.well-known/openid-configuration", 200, 200, 200, 200),
        new Door("GET", "/api/v1/openapi/identity", 200, 200, 200, 200),
        new Door("GET", "/api/v1/nothing", 403, 403, 403, 403));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void opensEachDoorToThoseWhoBelongThere(Door door) {
    Map<String, Integer> expected =
        Map.of(
            "eg",
            door.author,
            "br",
            door.other,
            "secretariat",
            door.secretariat,
            "",
            door.everyone);

    for (String client : List.of("eg", "br", "secretariat", "")) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(product.uri(path(door.path)))
              .method(
                  door.method,
                  door.method.equals("GET") || door.method.equals("DELETE")
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString("not json"));
      if (!door.method.equals("GET")) {
        request.header("Content-Type", "application/json");
      }

      assertThat(product.send(client, request).status())
          .as("%s as '%s'", door, client)
          .isEqualTo(expected.get(client));
    }
  }

  @Test
  void namesEveryDoorThatIsServed() {
    List<String> missing = new ArrayList<>();
    for (String service : List.of("ingest", "comments", "aggregation", "identity")) {
      Map<String, Object> document = new Yaml().load(product.text("/api/v1/openapi/" + service));
      ((Map<?, ?>) Objects.requireNonNull(document.get("paths")))
          .forEach(
              (path, operations) ->
                  ((Map<?, ?>) operations)
                      .keySet()
                      .forEach(
                          method -> {
                            if (doors().noneMatch(door -> door.is(method, path))) {
                              missing.add(method + " " + path);
                            }
                          }));
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void answersAnothersCommentAndAMissingOneAlike() {
    var others = product.get("br", own);
    var missing = product.get("br", "/api/v1/comments/00000000-0000-8000-8000-000000000000");

    assertThat(others.body()).isEqualTo(missing.body());
    assertThat(others.status()).isEqualTo(missing.status());
  }

  @Test
  void tellsNobodyButTheSecretariatHowManyCommentsThereAre() {
    String before = product.get("", "/api/v1/compilations/" + CONSULTATION).body().toString();

    product.post("eg", "/api/v1/comments", comment("13.d", "one more"));

    String after = product.get("", "/api/v1/compilations/" + CONSULTATION).body().toString();
    assertThat(after).isEqualTo(before);
  }
}
