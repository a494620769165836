package io.rapporteur.schemas.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.rapporteur.events.ActNoted;
import io.rapporteur.schemas.audit.ActLog;
import io.rapporteur.schemas.audit.Note;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/** Which requests are acts, and what is noted of them. */
class ActFilterTest {

  private static final Instant NOW = Instant.parse("2026-04-07T18:00:00.123456Z");
  private static final FilterChain NOTHING = (request, response) -> {};

  private final List<ActNoted> noted = new CopyOnWriteArrayList<>();
  private final ActLog acts =
      new ActLog(written -> written.forEach(act -> noted.add(act.getValue())), () -> {});
  private final ActFilter filter =
      new ActFilter(
          new Trail(
              acts, List.of(Pattern.compile("/api/v1/drafts")), Clock.fixed(NOW, ZoneOffset.UTC)));
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
    RequestContextHolder.resetRequestAttributes();
    acts.close();
  }

  @ParameterizedTest
  @CsvSource({"POST", "PUT", "PATCH", "DELETE"})
  void whatMayChangeSomethingIsAnActOfItsCaller(String method) {
    shown(Role.DELEGATION, "eg-mission", "eg");
    MockHttpServletRequest request = at(method, "/api/v1/comments/{id}", Map.of("id", "c1"));

    act(request, (asked, answered) -> ((HttpServletResponse) answered).setStatus(409));

    assertThat(the().getDoor()).isEqualTo(method + " /api/v1/comments/{id}");
    assertThat(the().getStatus()).isEqualTo(409);
    assertThat(the().getAccount()).isEqualTo("eg-mission");
    assertThat(the().getRole()).isEqualTo("delegation");
    assertThat(the().getParticipant()).isEqualTo("eg");
    assertThat(the().getThings()).containsExactly("c1");
    assertThat(the().getNotedAt()).isEqualTo("2026-04-07T18:00:00.123Z");
    assertThat(the().getNote()).isNull();
    assertThat(the().getWithin()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"GET", "HEAD", "OPTIONS"})
  void readingWhatIsOpenIsNone(String method) {
    shown(Role.DELEGATION, "eg-mission", "eg");

    act(at(method, "/api/v1/comments/{id}", Map.of("id", "c1")), NOTHING);

    assertThat(all()).isEmpty();
  }

  @Test
  void aLookAtWhatIsSealedIsAnAct() {
    shown(Role.CHAIR, "chair", null);

    act(
        at("GET", "/api/v1/compilations/{id}", Map.of("id", "eg4")),
        (asked, answered) -> Note.of("look", "eg4/items"));

    assertThat(the().getNote()).isEqualTo("look");
    assertThat(the().getThings()).containsExactly("eg4", "eg4/items");
    assertThat(the().getParticipant()).isNull();
  }

  @Test
  void whatWasMadeIsNamedBesideWhatThePathNames() {
    shown(Role.DELEGATION, "eg-mission", "eg");
    response.setHeader(HttpHeaders.LOCATION, "/api/v1/drafts/d7?language=ar");

    act(at("POST", "/api/v1/drafts", Map.of()), NOTHING);

    assertThat(the().getThings()).containsExactly("d7");
  }

  @Test
  void ofStrangersNothingIsNoted() {
    act(at("POST", "/api/v1/comments", Map.of()), NOTHING);

    assertThat(all()).isEmpty();
  }

  @Test
  void whoSignsInActsBeforeAnyTokenSaysSo() {
    Caller person =
        new Caller(Role.DELEGATION, "amina", Optional.of("eg"), Set.of(Duty.CONTACT_POINT));

    act(
        at("POST", "/people/sign-in", Map.of()),
        (asked, answered) -> {
          Acting.as(person);
          Note.of("sign-in", "amina");
        });

    assertThat(the().getAccount()).isEqualTo("amina");
    assertThat(the().getParticipant()).isEqualTo("eg");
    assertThat(the().getNote()).isEqualTo("sign-in");
  }

  @Test
  void aPathThatNoDoorServesIsNotWrittenDown() {
    shown(Role.DELEGATION, "eg-mission", "eg");

    act(at("POST", "/**", Map.of()), NOTHING);
    act(new MockHttpServletRequest("POST", "/api/v1/with-a-secret-in-it"), NOTHING);

    assertThat(all()).extracting(ActNoted::getDoor).containsOnly("POST no such door");
  }

  @Test
  void theDoorsOfADelegationsOwnAffairsAreItsOwnEvenWhenRefusedBeforeThem() {
    shown(Role.DELEGATION, "eg-mission", "eg");

    act(at("PUT", "/api/v1/drafts/{id}", Map.of("id", "d7")), NOTHING);
    act(new MockHttpServletRequest("PUT", "/api/v1/drafts/d7"), NOTHING);

    assertThat(all()).hasSize(2).allMatch(ActNoted::getWithin);
  }

  @Test
  void theSecretariatHasNoAffairsOfADelegation() {
    shown(Role.SECRETARIAT, "secretariat", null);

    act(at("POST", "/api/v1/drafts/hand-over", Map.of()), NOTHING);

    assertThat(the().getWithin()).isFalse();
  }

  @Test
  void anActThatFailsIsNotedAndStillFails() {
    shown(Role.DELEGATION, "eg-mission", "eg");
    MockHttpServletRequest request = at("POST", "/api/v1/comments", Map.of());

    assertThatIOException()
        .isThrownBy(
            () ->
                filter.doFilter(
                    request,
                    response,
                    (asked, answered) -> {
                      throw new IOException("gone");
                    }));

    assertThat(all()).hasSize(1);
  }

  private static void shown(Role role, String account, @Nullable String participant) {
    Jwt.Builder token = Jwt.withTokenValue("token").header("alg", "RS256").subject(account);
    if (participant != null) {
      token.claim(ClaimsInOurWords.PARTICIPANT, participant);
    }
    SecurityContextHolder.getContext()
        .setAuthentication(
            new JwtAuthenticationToken(
                token.build(), AuthorityUtils.createAuthorityList("ROLE_" + role.name())));
  }

  private static MockHttpServletRequest at(
      String method, String pattern, Map<String, String> variables) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, pattern);
    request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, pattern);
    request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, variables);
    return request;
  }

  private void act(MockHttpServletRequest request, FilterChain chain) {
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    try {
      filter.doFilter(request, response, chain);
    } catch (IOException | ServletException e) {
      throw new IllegalStateException(e);
    }
  }

  private ActNoted the() {
    assertThat(all()).hasSize(1);
    return all().getFirst();
  }

  private List<ActNoted> all() {
    acts.close();
    return noted;
  }
}
