package io.rapporteur.comments.draft.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.rapporteur.comments.comment.FixedConsultations;
import io.rapporteur.comments.comment.KnownFiles;
import io.rapporteur.comments.draft.Drafting;
import io.rapporteur.comments.draft.RememberedDrafts;
import io.rapporteur.schemas.http.HttpConfiguration;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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

  private static final FixedConsultations CONSULTATIONS =
      new FixedConsultations(NOW, NOW.plusSeconds(3600)).turnAway("atlantis").letSpeak("eg", "g77");
  private static final KnownFiles FILES = KnownFiles.none().with("a").with("b").withWaiting("w");

  private final RememberedDrafts log = new RememberedDrafts();
  private MockMvc door;

  @BeforeEach
  void open() {
    var drafting = new Drafting(log, () -> UUID.randomUUID().toString());
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    Object[] resources = {
      new DraftsResource(drafting, log, CONSULTATIONS, FILES, clock),
      new DraftMergesResource(drafting, CONSULTATIONS, FILES, clock)
    };
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
      context.register(HttpConfiguration.class);
      context.refresh();
      Object[] advice =
          context.getBeansWithAnnotation(RestControllerAdvice.class).values().toArray();
      door = MockMvcBuilders.standaloneSetup(resources).setControllerAdvice(advice).build();
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

  @Test
  void keepsForWhomWithWhomAndWithWhichFilesItIsToBeHandedIn() throws Exception {
    ask("/api/v1/drafts", beside("\"g77\"", "\"cl\",\"ng\"", "\"a\",\"w\""), "expert")
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.onBehalfOf").value("g77"))
        .andExpect(jsonPath("$.coSponsors[1]").value("ng"))
        .andExpect(jsonPath("$.attachments[1]").value("w"))
        .andExpect(jsonPath("$.faults.length()").value(2));
  }

  @Test
  void refusesAtOnceWhoeverIsNoParticipantAndWhateverIsNotThere() throws Exception {
    ask("/api/v1/drafts", beside("\"eu\"", "\"atlantis\",\"eg\"", "\"gone\""), "expert")
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errors[0].type").value("no-right-to-speak"))
        .andExpect(jsonPath("$.errors[1].type").value("not-a-participant"))
        .andExpect(jsonPath("$.errors[2].field").value("coSponsors[1]"))
        .andExpect(jsonPath("$.errors[3].field").value("attachments"));
    assertThat(log.log).isEmpty();
  }

  @Test
  void losesNoFileAndNoCoSponsorOfTheDraftsThatAreMerged() throws Exception {
    ask("/api/v1/drafts", beside("null", "\"cl\"", "\"a\""), "expert");
    ask("/api/v1/drafts", beside("null", "\"cl\",\"ng\"", "\"b\""), "expert");
    String sources = "\"drafts\":[\"" + log.log.get(0).id() + "\",\"" + log.log.get(1).id() + "\"]";

    ask("/api/v1/drafts/merges", "{" + sources + ",\"text\":\"one\"}", "reviewer")
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.draft.coSponsors.length()").value(2))
        .andExpect(jsonPath("$.draft.attachments.length()").value(2));
  }

  @Test
  void takesWhatTheMergeNamesInsteadAndAsksWhereTheVoicesDiffer() throws Exception {
    ask("/api/v1/drafts", beside("\"g77\"", "\"cl\"", "\"a\""), "expert");
    ask("/api/v1/drafts", beside("null", "\"ng\"", "\"b\""), "expert");
    String sources = "\"drafts\":[\"" + log.log.get(0).id() + "\",\"" + log.log.get(1).id() + "\"]";

    ask("/api/v1/drafts/merges", "{" + sources + "}", "reviewer")
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errors[0].field").value("onBehalfOf"));
    ask(
            "/api/v1/drafts/merges",
            "{" + sources + ",\"onBehalfOf\":null,\"coSponsors\":[],\"attachments\":[\"b\"]}",
            "reviewer")
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.draft.onBehalfOf").doesNotExist())
        .andExpect(jsonPath("$.draft.coSponsors").doesNotExist())
        .andExpect(jsonPath("$.draft.attachments[0]").value("b"));
  }

  private static String beside(String group, String coSponsors, String attachments) {
    return "{\"consultation\":\"k\",\"kind\":\"technical\",\"onBehalfOf\":%s,\"coSponsors\":[%s],\"attachments\":[%s]}"
        .formatted(group, coSponsors, attachments);
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
}
