package io.rapporteur.comments.feed.webhook.http;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.feed.FeedsInMemory;
import io.rapporteur.comments.feed.Following;
import io.rapporteur.comments.feed.webhook.Change;
import io.rapporteur.comments.feed.webhook.Registering;
import io.rapporteur.comments.feed.webhook.Secrets;
import io.rapporteur.comments.feed.webhook.Webhook;
import io.rapporteur.comments.feed.webhook.Webhooks;
import io.rapporteur.schemas.http.HttpConfiguration;
import io.rapporteur.schemas.webhook.WebhookClient;
import io.rapporteur.schemas.webhook.WebhookTerms;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.json.JsonMapper;

/** What the door of webhooks answers to whom. */
class WebhookDoorTest {

  private static final String DOOR = "/api/v1/feed/webhook";

  @Test
  void isForAContactPointAlone() throws Exception {
    for (MockHttpServletRequestBuilder request :
        List.of(put(DOOR), get(DOOR), delete(DOOR), post(DOOR + "/secret"))) {
      ask(request, List.of("expert", "reviewer"), true)
          .andExpect(status().isForbidden())
          .andExpect(jsonPath("$.type").value("urn:rapporteur:problem:forbidden"));
    }
  }

  @Test
  void saysThatNoneIsCalledFromHere() throws Exception {
    ask(get(DOOR), List.of("contact-point"), false)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:rapporteur:problem:webhooks-off"));
  }

  @Test
  void refusesANameThatLeadsToAPrivateAddress() throws Exception {
    register("https://inside.example.org/in")
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.type").value("urn:rapporteur:problem:webhook-address-refused"))
        .andExpect(
            jsonPath("$.errors[0].message")
                .value(
                    "url: https://inside.example.org/in (expected: a host whose addresses are all public)"));
    register("https://nowhere.example.org/in")
        .andExpect(status().is(422))
        .andExpect(
            jsonPath("$.errors[0].message")
                .value(
                    "url: https://nowhere.example.org/in (expected: a host that the name service knows)"));
    register("https://outside.example.org/in")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.secret").value("secret of eg"))
        .andExpect(jsonPath("$.state").value("open"));
  }

  private static ResultActions register(String url) throws Exception {
    return ask(
        put(DOOR).contentType(MediaType.APPLICATION_JSON).content("{\"url\":\"" + url + "\"}"),
        List.of("contact-point"),
        true);
  }

  private static ResultActions ask(
      MockHttpServletRequestBuilder request, List<String> duties, boolean on) throws Exception {
    var terms = new WebhookTerms(Set.of("*"), false, Duration.ofSeconds(1));
    try (var client =
            new WebhookClient(
                terms, Clock.systemUTC(), WebhookDoorTest::addresses, SSLContext.getDefault());
        var context = new AnnotationConfigApplicationContext()) {
      var resource =
          new WebhookResource(
              new Registering(
                  new NoWebhooksYet(), new Following(new FeedsInMemory()), new OfParticipant()),
              new Agenda(),
              on ? Optional.of(client) : Optional.empty(),
              Clock.systemUTC());
      context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
      context.register(HttpConfiguration.class);
      context.refresh();
      Object[] advice =
          context.getBeansWithAnnotation(RestControllerAdvice.class).values().toArray();
      MockMvc door = MockMvcBuilders.standaloneSetup(resource).setControllerAdvice(advice).build();
      Jwt token =
          Jwt.withTokenValue("t")
              .header("alg", "none")
              .subject("eg")
              .claim("participant", "eg")
              .claim("duties", duties)
              .build();
      return door.perform(
          request.principal(
              new JwtAuthenticationToken(
                  token, AuthorityUtils.createAuthorityList("ROLE_DELEGATION"))));
    }
  }

  private static InetAddress[] addresses(String host) throws UnknownHostException {
    return switch (host) {
      case "inside.example.org" ->
          new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")};
      case "outside.example.org" -> new InetAddress[] {InetAddress.getByName("8.8.8.8")};
      default -> throw new UnknownHostException(host);
    };
  }

  private record OfParticipant() implements Secrets {

    @Override
    public String key() {
      return "key";
    }

    @Override
    public String secret(String participant, int number) {
      return "secret of " + participant;
    }
  }

  /** A log in which everything counts. */
  private record NoWebhooksYet() implements Webhooks {

    @Override
    public Optional<Webhook> of(String participant) {
      return Optional.empty();
    }

    @Override
    public List<Webhook> all() {
      return List.of();
    }

    @Override
    public Optional<Change> madeBy(String participant, String requestId) {
      return Optional.empty();
    }

    @Override
    public boolean append(Change change) {
      return true;
    }

    @Override
    public boolean catchUp() {
      return true;
    }

    @Override
    public boolean ready() {
      return true;
    }

    @Override
    public long reached() {
      return 0;
    }
  }

  private record Agenda() implements Consultations {

    @Override
    public Optional<List<Stretch>> difference(Revision revision) {
      return Optional.empty();
    }

    @Override
    public Set<String> groupsOf(String participant, Instant at) {
      return Set.of();
    }

    @Override
    public Optional<Consultation> consultation(String id) {
      return Optional.empty();
    }

    @Override
    public Optional<Author> participant(String code) {
      return Optional.of(new Author(code, "MEMBER_STATE", Optional.empty()));
    }

    @Override
    public boolean catchUp() {
      return true;
    }
  }
}
