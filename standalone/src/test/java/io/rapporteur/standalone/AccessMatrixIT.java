package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static io.rapporteur.standalone.Product.comment;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Role x resource: what each door answers to whom. A door that is not in this table is closed to
 * all.
 */
class AccessMatrixIT {

  private static Product product;
  private static String own;

  @BeforeAll
  static void start() {
    product = RunningProduct.get();
    own =
        product
            .post("eg", "/api/v1/comments", comment("13.c", "for the matrix"))
            .header("Location");
  }

  /**
   * One row.
   *
   * @param author status for the delegation whose comment it is
   * @param other status for another delegation
   * @param everyone status without a token
   */
  record Door(String method, String path, int author, int other, int secretariat, int everyone) {

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static Stream<Door> doors() {
    String c = "/api/v1/consultations";
    String k = "/api/v1/compilations/" + CONSULTATION;
    String d = "/api/v1/drafts/";
    String t = "/api/v1/templates/";
    return Stream.of(
        new Door("GET", c, 200, 200, 200, 200),
        new Door("POST", c, 403, 403, 400, 401),
        new Door("GET", c + "/" + CONSULTATION, 200, 200, 200, 200),
        new Door("GET", c + "/nowhere", 404, 404, 404, 404),
        new Door("GET", c + "/" + CONSULTATION + "/recommendations", 200, 200, 200, 200),
        new Door("GET", c + "/" + CONSULTATION + "/recommendations/13.a", 200, 200, 200, 200),
        new Door("POST", c + "/" + CONSULTATION + "/extensions", 403, 403, 400, 401),
        new Door("POST", c + "/" + CONSULTATION + "/publication", 403, 403, 400, 401),
        new Door("GET", "/api/v1/participants", 200, 200, 200, 200),
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
        new Door("POST", "/api/v1/drafts", 400, 400, 403, 401),
        new Door("GET", "/api/v1/drafts", 200, 200, 403, 401),
        new Door("GET", d + "compared?consultation=" + CONSULTATION, 200, 200, 403, 401),
        new Door("POST", d + "merges", 400, 400, 403, 401),
        new Door("GET", d + "missing", 404, 404, 403, 401),
        new Door("PUT", d + "missing", 400, 400, 403, 401),
        new Door("DELETE", d + "missing", 404, 404, 403, 401),
        new Door("POST", d + "missing/stage", 400, 400, 403, 401),
        new Door("GET", d + "missing/versions", 404, 404, 403, 401),
        new Door("POST", "/api/v1/submissions", 400, 400, 400, 401),
        new Door("GET", "/api/v1/submissions", 200, 200, 200, 401),
        new Door("GET", "/api/v1/submissions/missing", 404, 404, 404, 401),
        new Door("POST", "/api/v1/submissions/missing/additions", 400, 400, 400, 401),
        new Door("PUT", "/api/v1/submissions/missing", 403, 403, 403, 401),
        new Door("GET", t + "comments.xlsx?consultation=" + CONSULTATION, 200, 200, 200, 401),
        new Door("GET", t + "comments.xlsx", 422, 422, 422, 401),
        new Door("GET", t + "comments.pdf?consultation=" + CONSULTATION, 404, 404, 404, 401),
        new Door("POST", t + "comments.xlsx", 403, 403, 403, 401),
        new Door("GET", "/api/v1/receipt-keys", 200, 200, 200, 200),
        new Door("GET", k, 200, 200, 200, 200),
        new Door("GET", k + "/recommendations/13.a", 200, 200, 200, 200),
        new Door("GET", k + "/tallies", 403, 403, 200, 401),
        new Door("POST", k, 403, 403, 403, 401),
        new Door("GET", "/api/v1/openapi/ingest", 200, 200, 200, 200),
        new Door("GET", "/api/v1/openapi/comments", 200, 200, 200, 200),
        new Door("GET", "/api/v1/openapi/aggregation", 200, 200, 200, 200),
        new Door("GET", "/oauth2/jwks", 200, 200, 200, 200),
        new Door("GET", "/.well-known/oauth-authorization-server", 200, 200, 200, 200),
        new Door("GET", "/actuator/health", 200, 200, 200, 200),
        new Door("GET", "/actuator/env", 403, 403, 403, 403),
        new Door("GET", "/api/v1/accounts", 403, 403, 403, 403));
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
          HttpRequest.newBuilder(product.uri(door.path.equals("OWN") ? own : door.path))
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
