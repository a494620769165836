package io.rapporteur.comments.comment.http;

import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.rapporteur.comments.comment.Comments;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.comment.FixedConsultations;
import io.rapporteur.comments.comment.HandingIn;
import io.rapporteur.comments.comment.JointComment;
import io.rapporteur.comments.comment.KnownFiles;
import io.rapporteur.comments.comment.Receipt;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.schemas.http.HttpConfiguration;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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

/** What the door answers when the log or the agenda is not as it should be. */
class CommentsDoorTest {

  private static final Instant NOW = Instant.parse("2021-02-01T12:00:00Z");
  private static final String BODY =
      "{\"consultation\":\"k\",\"kind\":\"technical\",\"language\":\"en\",\"text\":\"general\"}";

  @Test
  void saysThatTheOutcomeIsUnknownAndNamesTheKeyToRetryWith() throws Exception {
    ask("eg", NOW.minusSeconds(60), BODY)
        .andExpect(status().isServiceUnavailable())
        .andExpect(jsonPath("$.type").value("urn:rapporteur:problem:outcome-unknown"))
        .andExpect(header().string("Idempotency-Key", not(emptyString())));
  }

  @Test
  void refusesAParticipantThatNobodyAdmitted() throws Exception {
    ask("xx", NOW.minusSeconds(60), BODY)
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.type").value("urn:rapporteur:problem:unknown-participant"));
  }

  @Test
  void refusesACommentBeforeTheConsultationOpens() throws Exception {
    ask("eg", NOW.plusSeconds(60), BODY)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:rapporteur:problem:consultation-not-open"));
  }

  @Test
  void refusesAFileThatTheDelegationHasNot() throws Exception {
    ask("eg", NOW.minusSeconds(60), BODY.replace("}", ",\"attachments\":[\"another\"]}"))
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.type").value("urn:rapporteur:problem:unknown-reference"))
        .andExpect(jsonPath("$.errors[0].field").value("attachments"));
  }

  private static ResultActions ask(String participant, Instant opensAt, String body)
      throws Exception {
    Consultations agenda = new FixedConsultations(opensAt, NOW.plusSeconds(3600)).turnAway("xx");
    Comments silent = new Silent();
    var handingIn =
        new HandingIn(silent, agenda, (act, comment, n) -> new Receipt("c", "n", "d", "s"));
    var resource =
        new CommentsResource(
            handingIn, agenda, KnownFiles.none(), Clock.fixed(NOW, ZoneOffset.UTC));
    Jwt token =
        Jwt.withTokenValue("t")
            .header("alg", "none")
            .subject(participant)
            .claim("participant", participant)
            .build();
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
      context.register(HttpConfiguration.class);
      context.refresh();
      Object[] advice =
          context.getBeansWithAnnotation(RestControllerAdvice.class).values().toArray();
      MockMvc door = MockMvcBuilders.standaloneSetup(resource).setControllerAdvice(advice).build();
      return door.perform(
          post("/api/v1/comments")
              .principal(
                  new JwtAuthenticationToken(
                      token, AuthorityUtils.createAuthorityList("ROLE_DELEGATION")))
              .contentType(MediaType.APPLICATION_JSON)
              .content(body));
    }
  }

  /** A log that does not acknowledge. */
  private static final class Silent implements Comments {

    @Override
    public Optional<JointComment> comment(String id) {
      return Optional.empty();
    }

    @Override
    public Page askedOf(String participant, String after, int limit) {
      return new Page(List.of(), Optional.empty());
    }

    @Override
    public Page of(String participant, String after, int limit) {
      return new Page(List.of(), Optional.empty());
    }

    @Override
    public void append(Revision made) {
      throw new OutcomeUnknownException("no acknowledgement");
    }

    @Override
    public boolean catchUp() {
      return true;
    }
  }
}
