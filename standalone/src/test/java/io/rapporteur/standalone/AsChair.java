package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.standalone.Product.Answer;
import java.net.http.HttpRequest;

/** Acts of the chair on the meeting as it stands. */
final class AsChair {

  private final Product product;
  private final String token;

  AsChair(Product product) {
    this.product = product;
    this.token = new SignedTokens(product).of("the-chair", "chair");
  }

  void does(String door, String body, int status) {
    Answer answer = send(door, "{\"consultation\":\"" + CONSULTATION + "\"," + body + "}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
  }

  Answer adopts() {
    return send("/api/v1/adopted/" + CONSULTATION, "{\"language\":\"en\"}");
  }

  private Answer send(String door, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(product.uri(door))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    String etag =
        new SignedTokens(product)
            .get(token, "/api/v1/entries?consultation=" + CONSULTATION)
            .header("ETag");
    if (!etag.isEmpty()) {
      request.header("If-Match", etag);
    }
    return product.send(request);
  }
}
