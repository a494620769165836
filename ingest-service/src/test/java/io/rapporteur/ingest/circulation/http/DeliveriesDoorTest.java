package io.rapporteur.ingest.circulation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.rapporteur.ingest.circulation.Channel;
import io.rapporteur.ingest.circulation.Delivery;
import io.rapporteur.ingest.circulation.KeptDeliveries;
import io.rapporteur.ingest.circulation.Occasion;
import io.rapporteur.ingest.circulation.Occasion.Kind;
import io.rapporteur.schemas.delivery.Release;
import io.rapporteur.schemas.http.HttpConfiguration;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the secretariat sees of deliveries, and how it releases them. */
class DeliveriesDoorTest {

  private static final String PATH = "/api/v1/deliveries";
  private static final String RELEASE = PATH + "/release";
  private static final Instant NOW = Instant.parse("2021-01-10T00:00:00.123Z");
  private static final Instant BEFORE = Instant.parse("2021-01-01T00:00:00Z");
  private static final Instant AFTER = Instant.parse("2021-01-09T00:00:00Z");
  private static final Instant CLOSES = Instant.parse("2021-02-01T00:00:00Z");

  private final KeptDeliveries deliveries = new KeptDeliveries();
  private final List<Instant> releases = new ArrayList<>();
  private Release.Standing standing = new Release.Standing.Released(BEFORE);
  private boolean on = true;

  private final class Hand implements Release {
    @Override
    public Standing standing(long reached) {
      return standing;
    }

    @Override
    public void release(Instant since, long reached) {
      releases.add(since);
      standing = new Standing.Released(since);
    }
  }

  private Delivery due(String consultation, String participant, Occasion occasion) {
    deliveries.makeDue(
        List.of(Delivery.due(participant, consultation, occasion, Channel.EMAIL)), NOW);
    return deliveries
        .standing(Delivery.due(participant, consultation, occasion, Channel.EMAIL))
        .orElseThrow();
  }

  private static Occasion opened(Instant at) {
    return new Occasion(Kind.OPENED, at, Optional.of(CLOSES), Optional.empty());
  }

  private Delivery claimed(Delivery delivery) {
    return deliveries.claim(delivery, NOW, NOW).orElseThrow();
  }

  private ResultActions ask(MockHttpServletRequestBuilder request) throws Exception {
    var resource =
        new DeliveriesResource(deliveries, new Hand(), on, Clock.fixed(NOW, ZoneOffset.UTC));
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
      context.register(HttpConfiguration.class);
      context.refresh();
      Object[] advice =
          context.getBeansWithAnnotation(RestControllerAdvice.class).values().toArray();
      return MockMvcBuilders.standaloneSetup(resource)
          .setControllerAdvice(advice)
          .build()
          .perform(request);
    }
  }

  @Test
  void showsHowEachDeliveryStandsAndNoAddress() throws Exception {
    due("a-due", "eg", opened(AFTER));
    claimed(due("b-claimed", "eg", opened(AFTER)));
    deliveries.sent(claimed(due("c-sent", "eg", opened(AFTER))), NOW);
    deliveries.failed(
        claimed(due("d-again", "eg", opened(AFTER))), "a cause", Optional.of(CLOSES), NOW);
    var edition = new Occasion(Kind.PUBLISHED, AFTER, Optional.empty(), Optional.of("first"));
    deliveries.failed(claimed(due("e-failed", "eg", edition)), "another", Optional.empty(), NOW);

    ask(get(PATH))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.circulation").value("released"))
        .andExpect(jsonPath("$.since").value(BEFORE.toString()))
        .andExpect(jsonPath("$.reason").doesNotExist())
        .andExpect(jsonPath("$.next").doesNotExist())
        .andExpect(jsonPath("$.deliveries", hasSize(5)))
        .andExpect(jsonPath("$.deliveries[0].status").value("due"))
        .andExpect(jsonPath("$.deliveries[0].participant").value("eg"))
        .andExpect(jsonPath("$.deliveries[0].channel").value("email"))
        .andExpect(jsonPath("$.deliveries[0].occasion").value("opened"))
        .andExpect(jsonPath("$.deliveries[0].happenedAt").value(AFTER.toString()))
        .andExpect(jsonPath("$.deliveries[0].closesAt").value(CLOSES.toString()))
        .andExpect(jsonPath("$.deliveries[0].edition").doesNotExist())
        .andExpect(jsonPath("$.deliveries[0].tries").value(0))
        .andExpect(jsonPath("$.deliveries[0].cause").doesNotExist())
        .andExpect(jsonPath("$.deliveries[0].nextTryAt").value(AFTER.toString()))
        .andExpect(jsonPath("$.deliveries[1].status").value("due"))
        .andExpect(jsonPath("$.deliveries[1].tries").value(1))
        .andExpect(jsonPath("$.deliveries[1].nextTryAt").doesNotExist())
        .andExpect(jsonPath("$.deliveries[2].status").value("sent"))
        .andExpect(jsonPath("$.deliveries[3].status").value("due"))
        .andExpect(jsonPath("$.deliveries[3].cause").value("a cause"))
        .andExpect(jsonPath("$.deliveries[3].nextTryAt").value(CLOSES.toString()))
        .andExpect(jsonPath("$.deliveries[4].status").value("failed"))
        .andExpect(jsonPath("$.deliveries[4].cause").value("another"))
        .andExpect(jsonPath("$.deliveries[4].edition").value("first"))
        .andExpect(jsonPath("$.deliveries[4].closesAt").doesNotExist())
        .andExpect(content().string(not(containsString("@"))));
  }

  @Test
  void saysWhyItIsHeldAndThatDueDeliveriesAre() throws Exception {
    standing = new Release.Standing.Held("a reason");
    due("c", "eg", opened(AFTER));
    deliveries.sent(claimed(due("d", "eg", opened(AFTER))), NOW);

    ask(get(PATH))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.circulation").value("held"))
        .andExpect(jsonPath("$.reason").value("a reason"))
        .andExpect(jsonPath("$.since").doesNotExist())
        .andExpect(jsonPath("$.deliveries[0].status").value("held"))
        .andExpect(jsonPath("$.deliveries[1].status").value("sent"));
  }

  @Test
  void showsAsHeldWhatHappenedBeforeTheRelease() throws Exception {
    standing = new Release.Standing.Released(AFTER.plusMillis(1));
    due("c", "eg", opened(AFTER));
    due("d", "eg", opened(AFTER.plusMillis(1)));

    ask(get(PATH))
        .andExpect(jsonPath("$.deliveries[0].status").value("held"))
        .andExpect(jsonPath("$.deliveries[1].status").value("due"));
  }

  @Test
  void showsWhatIsInTheLogWhileItIsOff() throws Exception {
    on = false;
    due("c", "eg", opened(AFTER));

    ask(get(PATH))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.circulation").value("off"))
        .andExpect(jsonPath("$.since").doesNotExist())
        .andExpect(jsonPath("$.deliveries", hasSize(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "consultation, c, 2",
    "participant, br, 2",
    "status, sent, 1",
    "status, due, 3",
    "status, held, 0",
    "status, failed, 0"
  })
  void showsWhatIsAskedFor(String parameter, String value, int found) throws Exception {
    due("c", "eg", opened(AFTER));
    due("c", "br", opened(AFTER));
    due("d", "eg", opened(AFTER));
    deliveries.sent(claimed(due("d", "br", opened(AFTER))), NOW);

    ask(get(PATH).queryParam(parameter, value))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.deliveries", hasSize(found)));
  }

  @Test
  void showsPageAfterPageEachDeliveryOnce() throws Exception {
    for (int i = 0; i < 1_001; i++) {
      due("c" + i, "eg", opened(AFTER));
    }

    Set<String> ids = new HashSet<>();
    List<Integer> sizes = new ArrayList<>();
    Optional<String> after = Optional.of("");
    while (after.isPresent()) {
      String answer =
          ask(get(PATH).queryParam("after", after.get()))
              .andExpect(status().isOk())
              .andReturn()
              .getResponse()
              .getContentAsString();
      JsonNode page = JsonMapper.builder().build().readTree(answer);
      page.get("deliveries").forEach(each -> ids.add(each.get("id").asString()));
      sizes.add(page.get("deliveries").size());
      after = Optional.ofNullable(page.get("next")).map(JsonNode::asString);
    }

    assertThat(sizes).containsExactly(500, 500, 1);
    assertThat(ids).hasSize(1_001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sent", "claimed", ""})
  void anotherStatusIsAFault(String word) throws Exception {
    ask(get(PATH).queryParam("status", word))
        .andExpect(status().isUnprocessableContent())
        .andExpect(header().string("Content-Type", "application/problem+json"))
        .andExpect(jsonPath("$.type").value("urn:rapporteur:problem:invalid-request"))
        .andExpect(
            jsonPath("$.errors[0].message")
                .value("status: " + word + " (expected: one of due, failed, held, sent)"));
  }

  @Test
  void releasesFromNowOnWithoutABody() throws Exception {
    standing = new Release.Standing.Held("a reason");

    ask(post(RELEASE))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.circulation").value("released"))
        .andExpect(jsonPath("$.since").value(NOW.toString()));

    assertThat(releases).containsExactly(NOW);
  }

  @Test
  void releasesSinceATimeOfBefore() throws Exception {
    standing = new Release.Standing.Held("a reason");

    ask(release("{\"since\": \"2021-01-09T00:00:00Z\"}"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.since").value(AFTER.toString()));
    ask(release("{}")).andExpect(status().isOk());

    assertThat(releases).containsExactly(AFTER);
  }

  @Test
  void aSecondReleaseForgetsNothingAndAnEarlierOneWidens() throws Exception {
    standing = new Release.Standing.Released(AFTER);

    ask(post(RELEASE))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.since").value(AFTER.toString()));
    assertThat(releases).isEmpty();

    ask(release("{\"since\": \"2021-01-01T00:00:00Z\"}"))
        .andExpect(jsonPath("$.since").value(BEFORE.toString()));
    assertThat(releases).containsExactly(BEFORE);
  }

  @Test
  void releasesNothingWhileItIsOff() throws Exception {
    on = false;

    ask(post(RELEASE))
        .andExpect(status().isConflict())
        .andExpect(header().string("Content-Type", "application/problem+json"))
        .andExpect(jsonPath("$.type").value("urn:rapporteur:problem:circulation-off"))
        .andExpect(
            jsonPath("$.detail")
                .value(
                    "rapporteur.ingest.circulation: off (expected: a mail server or hosts of"
                        + " webhooks)"));
    assertThat(releases).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"since\": \"2021-01-10T00:00:00.124Z\"} | 422 | invalid-request | since: 2021-01-10T00:00:00.124Z (expected: not later than 2021-01-10T00:00:00.123Z)",
        "{\"since\": \"yesterday\"} | 422 | invalid-request | since: yesterday",
        "{\"since\": 5} | 422 | invalid-request | since: 5",
        "{\"until\": \"2021-01-01T00:00:00Z\"} | 422 | invalid-request | until",
        "{\"since\": | 400 | malformed-request | not JSON",
        "[] | 400 | malformed-request | not an object"
      })
  void aReleaseThatCannotBeUnderstoodReleasesNothing(
      String body, int status, String type, String says) throws Exception {
    standing = new Release.Standing.Held("a reason");

    ask(release(body))
        .andExpect(status().is(status))
        .andExpect(jsonPath("$.type").value("urn:rapporteur:problem:" + type))
        .andExpect(content().string(containsString(says)));
    assertThat(releases).isEmpty();
  }

  @Test
  void allFaultsOfAReleaseAreToldAtOnce() throws Exception {
    ask(release("{\"since\": \"2022-01-01T00:00:00Z\", \"until\": 1, \"by\": 2}"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors", hasSize(3)));
    assertThat(releases).isEmpty();
  }

  @Test
  void aReleaseIsInJsonAndSmall() throws Exception {
    ask(post(RELEASE).contentType("text/plain").content("{}"))
        .andExpect(status().isUnsupportedMediaType())
        .andExpect(jsonPath("$.type").value("urn:rapporteur:problem:unsupported-media-type"));
    ask(release("{\"since\": \"" + "x".repeat(1_024) + "\"}"))
        .andExpect(status().isContentTooLarge())
        .andExpect(jsonPath("$.type").value("urn:rapporteur:problem:too-large"));
    assertThat(releases).isEmpty();
  }

  private static MockHttpServletRequestBuilder release(String body) {
    return post(RELEASE).contentType("application/json").content(body);
  }
}
