package io.rapporteur.comments.draft.http;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.draft.Drafting;
import io.rapporteur.comments.draft.RememberedDrafts;
import io.rapporteur.schemas.http.HttpConfiguration;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.json.JsonMapper;

/** What the duties of a token open and close. */
class DraftsDoorTest {

  private static final Instant NOW = Instant.parse("2021-02-01T12:00:00Z");
  private static final String UNFINISHED = "{\"consultation\":\"k\",\"kind\":\"technical\"}";

  private final RememberedDrafts log = new RememberedDrafts();
  private MockMvc door;

  @BeforeEach
  void open() {
    var resource =
        new DraftsResource(
            new Drafting(log, () -> UUID.randomUUID().toString()),
            log,
            new Agenda(),
            Clock.fixed(NOW, ZoneOffset.UTC));
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
      context.register(HttpConfiguration.class);
      context.refresh();
      Object[] advice =
          context.getBeansWithAnnotation(RestControllerAdvice.class).values().toArray();
      door = MockMvcBuilders.standaloneSetup(resource).setControllerAdvice(advice).build();
    }
  }

  @Test
  void letsAnExpertSendToReviewAndOnlyAReviewerRelease() throws Exception {
    ask("/api/v1/drafts", UNFINISHED, "expert").andExpect(status().isCreated());
    String stage = "/api/v1/drafts/" + log.log.getFirst().id() + "/stage";

    ask(stage, "{\"to\":\"in-review\"}", "reviewer").andExpect(status().isForbidden());
    ask(stage, "{\"to\":\"in-review\"}", "expert").andExpect(status().isOk());
    ask(stage, "{\"to\":\"released\"}", "expert")
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.type").value("urn:rapporteur:problem:forbidden"));
    ask(stage, "{\"to\":\"returned\"}", "reviewer")
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errors[0].field").value("note"));
    ask(stage, "{\"to\":\"released\"}", "reviewer").andExpect(status().isOk());
  }

  @Test
  void refusesWhoHasNoDutyInTheDelegation() throws Exception {
    ask("/api/v1/drafts", UNFINISHED).andExpect(status().isForbidden());
  }

  @Test
  void listsWhatIsMissingAndRefusesWhatNoCommentCouldHold() throws Exception {
    ask("/api/v1/drafts", UNFINISHED, "expert")
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.faults[0].field").value("text"))
        .andExpect(jsonPath("$.faults[1].field").value("language"));
    ask("/api/v1/drafts", "{\"consultation\":\"k\",\"kind\":\"loud\",\"colour\":1}", "expert")
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errors[0].field").value("kind"))
        .andExpect(jsonPath("$.errors[1].field").value("colour"));
  }

  private ResultActions ask(String path, String body, String... duties) throws Exception {
    Jwt token =
        Jwt.withTokenValue("t")
            .header("alg", "none")
            .subject("person")
            .claim("participant", "eg")
            .claim("duties", List.of(duties))
            .build();
    return door.perform(
        post(path)
            .principal(
                new JwtAuthenticationToken(
                    token, AuthorityUtils.createAuthorityList("ROLE_DELEGATION")))
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }

  private record Agenda() implements Consultations {

    @Override
    public Optional<Consultation> consultation(String id) {
      return Optional.of(
          new Consultation(id, List.of("doc"), 1, NOW, NOW.plusSeconds(3600), Map.of(), List.of()));
    }

    @Override
    public Optional<List<Stretch>> difference(Revision revision) {
      return Optional.empty();
    }

    @Override
    public Set<String> groupsOf(String participant, Instant at) {
      return Set.of();
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
