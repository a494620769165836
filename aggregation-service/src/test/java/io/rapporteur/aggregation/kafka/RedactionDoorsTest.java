package io.rapporteur.aggregation.kafka;

import static io.rapporteur.aggregation.kafka.ServedLog.COMPILATION;
import static io.rapporteur.aggregation.kafka.ServedLog.body;
import static io.rapporteur.aggregation.kafka.ServedLog.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.rapporteur.events.VisibilityPolicy;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** The doors of aggregation on a real log, before and after what is redacted has gone. */
class RedactionDoorsTest {

  private static final String DOOR = "/api/v1/redactions";

  private ServedLog served;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    served = new ServedLog(folder, VisibilityPolicy.SEALED);
    served.publish("first", null);
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void tellAllFaultsAtOnce() throws Exception {
    MockHttpServletResponse answer =
        send(
            """
            {"consultation":"k","comment":"c1","revision":1,"reason":"whim","more":1,
             "stretches":[{"exact":"nobody"},{"from":1},{"field":"text","from":3,"to":2},
               {"field":"text","from":1,"to":99},{"field":"text","language":"fr"}]}\
            """,
            "faulty");

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(body(answer).path("errors"))
        .extracting(error -> error.path("field").asString())
        .contains(
            "reason",
            "more",
            "stretches[0]",
            "stretches[1].field",
            "stretches[2].to",
            "stretches[3]",
            "stretches[4].language");
    assertThat(
            body(send(redaction("c9", 1).replace("\"k\"", "\"elsewhere\""), "elsewhere"))
                .path("errors"))
        .extracting(error -> error.path("field").asString())
        .containsExactly("consultation");
    assertThat(body(redact("c9", 1, "a")).path("errors"))
        .extracting(error -> error.path("field").asString())
        .containsExactly("comment");
    assertThat(body(redact("c1", 7, "b")).path("errors"))
        .extracting(error -> error.path("field").asString())
        .containsExactly("revision");
  }

  @Test
  void takeARetryForWhatItIsAndHoldRevisionsAgainstOneAnother() throws Exception {
    MockHttpServletResponse made = redact("c1", 1, "one");
    assertThat(made.getStatus()).as(made.getContentAsString()).isEqualTo(201);
    assertThat(made.getHeader(HttpHeaders.ETAG)).isEqualTo("\"1\"");
    assertThat(redact("c1", 1, "one").getContentAsString()).isEqualTo(made.getContentAsString());
    assertThat(send(redaction("c1", 1).replace("Doe", "today"), "one").getStatus()).isEqualTo(422);

    assertThat(lift(1, null)).isEqualTo(428);
    assertThat(lift(1, "\"4\"")).isEqualTo(412);
    assertThat(lift(5, "\"1\"")).isEqualTo(404);
    assertThat(lift(1, "\"1\"")).isEqualTo(200);
    assertThat(lift(1, "\"2\"")).isEqualTo(404);
    assertThat(served.ask("secretariat", get(DOOR + "/c2?consultation=k")).getStatus())
        .isEqualTo(404);
    JsonNode all = body(served.ask("secretariat", get(DOOR + "?consultation=k")));
    assertThat(all.path("comments")).hasSize(1);
    assertThat(all.toString()).contains("liftedBy").doesNotContain("Doe");
  }

  @Test
  void keepWhatIsRedactedFromAllButItsAuthorAndTheSecretariat() throws Exception {
    JsonNode made = body(redact("c1", 1, "one"));
    assertThat(made.path("needs").toString())
        .isEqualTo("{\"edition\":\"Corr.1\",\"corrects\":\"first\"}");
    assertThat(served.text("", COMPILATION)).contains("ask Doe today");

    served.publish("Corr.1", "first");

    List<String> reading =
        List.of(
            COMPILATION,
            COMPILATION + "?asOf=edition:first",
            COMPILATION + "?asOf=edition:Corr.1",
            COMPILATION + "/changes?from=edition:first",
            COMPILATION + "/changes?from=edition:first&to=edition:Corr.1",
            COMPILATION + "?format=csv",
            COMPILATION + "?format=akn",
            "/api/v1/search?consultation=k&q=today");
    for (String door : reading) {
      for (String caller : List.of("", "br", "chair")) {
        assertThat(served.text(caller, door))
            .as(door + " as " + caller)
            .isNotEmpty()
            .doesNotContain("Doe");
      }
    }
    for (String caller : List.of("", "br")) {
      assertThat(served.text(caller, COMPILATION))
          .contains("ask [redacted] today", "\"reason\":\"personal-data\"");
      assertThat(served.text(caller, COMPILATION + "?format=csv")).contains("ask [redacted] today");
      assertThat(served.text(caller, "/api/v1/search?consultation=k&q=Doe"))
          .contains("\"total\":0");
    }
    for (String caller : List.of("eg", "secretariat")) {
      assertThat(served.text(caller, COMPILATION)).contains("ask Doe today");
      assertThat(served.text(caller, COMPILATION + "?format=csv"))
          .contains("ask Doe today", "not for distribution");
    }
    assertThat(body(served.ask("secretariat", get(DOOR + "/c1?consultation=k"))).has("needs"))
        .isFalse();
  }

  private MockHttpServletResponse redact(String comment, int revision, String key)
      throws Exception {
    return send(redaction(comment, revision), key);
  }

  private MockHttpServletResponse send(String body, String key) throws Exception {
    return served.send(DOOR, body, key, null);
  }

  private static String redaction(String comment, int revision) {
    return """
    {"consultation":"k","comment":"%s","revision":%d,"reason":"personal-data","stretches":[{"exact":"Doe"}]}\
    """
        .formatted(comment, revision);
  }

  private int lift(int redaction, @Nullable String seen) throws Exception {
    return served
        .ask("secretariat", seen(delete(DOOR + "/c1/" + redaction + "?consultation=k"), seen))
        .getStatus();
  }
}
