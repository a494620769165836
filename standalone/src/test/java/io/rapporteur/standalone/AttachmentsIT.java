package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static io.rapporteur.standalone.Product.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.standalone.Product.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

/** A file from its upload to those who may see the comment that names it. */
class AttachmentsIT {

  private final Product product = RunningProduct.get();

  private Answer upload(String client, String name, byte[] file, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(product.uri("/api/v1/attachments?name=" + Product.encoded(name)))
            .POST(HttpRequest.BodyPublishers.ofByteArray(file));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return product.send(client, request);
  }

  private Answer judged(String location) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !state(location).body().path("state").asString().equals("waiting"));
    return state(location);
  }

  private Answer state(String location) {
    return product.get("eg", location + "/state");
  }

  @Test
  void travelsWithItsCommentAndIsServedToWhomTheCommentIsShown() throws IOException {
    byte[] file = pdf("Note on item 13");
    Answer uploaded = upload("eg", "مذكرة.pdf", file, "Content-Type", "application/pdf");
    assertThat(uploaded.status()).isEqualTo(201);
    String location = uploaded.header("Location");
    String id = uploaded.body().path("id").asString();
    assertThat(uploaded.body().path("scan").asString()).isEqualTo("not scanned");

    Answer judged = judged(location);
    assertThat(judged.body().path("state").asString()).isEqualTo("not-scanned");
    assertThat(judged.body().path("text").asString()).isEqualTo("extracted");
    assertThat(text(judged.body().path("sha256").asString())).contains("Note on item 13");

    // Until a comment names it, it is the delegation's alone.
    assertThat(product.get("secretariat", location + "/state").status()).isEqualTo(404);

    Answer comment = product.post("eg", "/api/v1/comments", naming("13.e", id));
    assertThat(comment.status()).isEqualTo(201);
    assertThat(comment.body().path("attachments").get(0).path("name").asString())
        .isEqualTo("مذكرة.pdf");
    String named = comment.header("Location") + "/attachments/" + id;

    Answer served = product.get("eg", named);
    assertThat(served.status()).isEqualTo(200);
    assertThat(served.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(served.header("Content-Disposition")).startsWith("attachment; filename=");
    assertThat(served.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(served.header("Content-Length")).isEqualTo(Integer.toString(file.length));
    assertThat(product.get("br", named).status()).isEqualTo(404);
    assertThat(product.get("", named).status()).isEqualTo(401);
    // Nothing is scanned here.
    assertThat(product.get("secretariat", named).problem()).isEqualTo("attachment-waiting");
    assertThat(product.get("secretariat", location + "/state").status()).isEqualTo(200);
    assertThat(product.delete("eg", location).problem()).isEqualTo("attachment-in-use");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        product
                            .get("secretariat", "/api/v1/compilations/" + CONSULTATION)
                            .body()
                            .toString())
                    .contains("\"attachments\":[{\"id\":\"" + id));
  }

  @Test
  void answersTheSameRequestAlikeAndKeepsTheSameBytesOnce() throws IOException {
    byte[] file = pdf("twice");
    Answer first = upload("eg", "a.pdf", file, "Idempotency-Key", "the-same-file");
    Answer again = upload("eg", "a.pdf", file, "Idempotency-Key", "the-same-file");
    Answer other = upload("br", "b.pdf", file);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body().path("id")).isEqualTo(first.body().path("id"));
    assertThat(other.body().path("id")).isNotEqualTo(first.body().path("id"));
    assertThat(other.body().path("sha256")).isEqualTo(first.body().path("sha256"));
    assertThat(upload("eg", "c.pdf", file, "Idempotency-Key", "the-same-file").problem())
        .isEqualTo("idempotency-key-reused");
  }

  @Test
  void isAnsweredWithTheTypeOfItsProblem() throws IOException {
    byte[] file = pdf("x");
    assertThat(upload("eg", "a.pdf", new byte[0]).problem()).isEqualTo("invalid-request");
    assertThat(upload("eg", "a.txt", bytes("plain text")).problem())
        .isEqualTo("unsupported-media-type");
    assertThat(upload("eg", "a.png", file).problem()).isEqualTo("file-type-mismatch");
    assertThat(upload("eg", "a.pdf", java.util.Arrays.copyOf(file, file.length / 2)).problem())
        .isEqualTo("file-damaged");
    assertThat(
            upload("eg", "a.pdf", file, "Content-Type", "multipart/form-data; boundary=x")
                .problem())
        .isIn("unsupported-media-type", "malformed-request");
    assertThat(product.post("eg", "/api/v1/comments", naming("13.e", "no-such-file")).problem())
        .isEqualTo("unknown-reference");
  }

  @Test
  void belongsToOneDelegation() throws IOException {
    String id = upload("br", "a.pdf", pdf("Brazil's")).body().path("id").asString();

    assertThat(product.post("eg", "/api/v1/comments", naming("13.e", id)).problem())
        .isEqualTo("unknown-reference");
    assertThat(product.delete("eg", "/api/v1/attachments/" + id).status()).isEqualTo(404);
    assertThat(product.delete("br", "/api/v1/attachments/" + id).status()).isEqualTo(204);
    assertThat(product.get("br", "/api/v1/attachments/" + id + "/state").status()).isEqualTo(404);
  }

  @Test
  void belongsToASubmissionWithoutAComment() throws IOException {
    String id = upload("cl", "annex.pdf", pdf("Annex")).body().path("id").asString();
    String file = "/api/v1/attachments/" + id + "/state";
    assertThat(product.get("secretariat", file).status()).isEqualTo(404);
    String letter =
        "{\"consultation\":\"%s\",\"coverLetter\":\"With an annex.\",\"language\":\"en\",\"attachments\":[\"%s\"]}"
            .formatted(CONSULTATION, id);

    Answer ofAnother = product.post("br", "/api/v1/submissions", letter);
    Answer handedIn = product.post("cl", "/api/v1/submissions", letter);

    assertThat(ofAnother.status()).isEqualTo(422);
    assertThat(ofAnother.body().path("errors").get(0).path("field").asString())
        .isEqualTo("attachments");
    assertThat(handedIn.status()).as("%s", handedIn.body()).isEqualTo(201);
    String path = handedIn.header("Location");
    assertThat(product.get("secretariat", path).body().path("handedIn").path("attachments"))
        .extracting(each -> each.path("name").asString())
        .containsExactly("annex.pdf");
    assertThat(product.get("secretariat", file).status()).isEqualTo(200);
    assertThat(product.get("br", file).status()).isEqualTo(404);
  }

  private String text(String sha256) throws IOException {
    Path text =
        product
            .data()
            .resolve("comments/attachments")
            .resolve(sha256.substring(0, 2))
            .resolve(sha256 + ".txt");
    return Files.readString(text);
  }

  private static String naming(String item, String attachment) {
    return comment(item, "see the note")
        .replaceFirst("\\{", "{\"attachments\":[\"" + attachment + "\"],");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] pdf(String text) throws IOException {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      var page = new PDPage();
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(50, 700);
        content.showText(text);
        content.endText();
      }
      document.save(out);
      return out.toByteArray();
    }
  }
}
