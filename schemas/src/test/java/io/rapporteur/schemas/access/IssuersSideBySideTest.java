package io.rapporteur.schemas.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class IssuersSideBySideTest {

  private static final String OURS = "https://consultation.example.org";
  private static final String MINISTRY = "https://login.example.org/realms/mission";
  private static final String CONFERENCE = "https://id.example.net";

  private static TestIssuer ours;
  private static TestIssuer ministry;
  private static TestIssuer conference;
  private static IssuersDecoder decoder;

  @BeforeAll
  static void trustThree() throws Exception {
    ours = new TestIssuer();
    ministry = new TestIssuer();
    conference = new TestIssuer();
    decoder =
        new IssuersDecoder(
            new AccessProperties(
                    URI.create(OURS),
                    "rapporteur",
                    ours.keys(),
                    List.of(
                        new TrustedIssuer(
                            URI.create(MINISTRY),
                            null,
                            ministry.keys(),
                            EnumSet.of(Role.DELEGATION),
                            "ministry:",
                            new TrustedIssuer.Claims(
                                "realm_access.roles",
                                Map.of("mission-staff", "delegation", "boss", "secretariat"),
                                "un.state",
                                "duty",
                                "employee")),
                        new TrustedIssuer(
                            URI.create(CONFERENCE),
                            "desk",
                            conference.keys(),
                            EnumSet.of(Role.CHAIR, Role.BUREAU),
                            "conference:",
                            TrustedIssuer.Claims.OURS)))
                .all());
  }

  @AfterAll
  static void stop() {
    ours.close();
    ministry.close();
    conference.close();
  }

  @Test
  void theSingleIssuerOfTheOldSettingsNamesItsClaimsAsWeDo() throws Exception {
    Jwt token =
        decoder.decode(
            ours.token(
                OURS,
                Map.of(
                    "sub", "secretariat", "aud", "rapporteur", "roles", List.of("secretariat"))));

    assertThat(token.getClaimAsString("account")).isEqualTo("secretariat");
    assertThat(token.getClaimAsStringList("roles")).containsExactly("secretariat");
    assertThat(token.getClaims()).doesNotContainKeys("participant", "duties");
  }

  @Test
  void theClaimsOfAnIssuerAreReadByTheNamesThatItsSettingsGive() throws Exception {
    Jwt token =
        decoder.decode(
            ministry.token(
                MINISTRY,
                Map.of(
                    "sub",
                    "of no interest",
                    "employee",
                    "0042",
                    "realm_access",
                    Map.of("roles", List.of("cook", "mission-staff")),
                    "un",
                    Map.of("state", "eg"),
                    "duty",
                    "expert")));

    assertThat(token.getClaimAsString("account")).isEqualTo("ministry:0042");
    assertThat(token.getClaimAsStringList("roles")).containsExactly("delegation");
    assertThat(token.getClaimAsString("participant")).isEqualTo("eg");
    assertThat(token.getClaimAsStringList("duties")).containsExactly("expert");
  }

  @Test
  void aRoleThatAnIssuerMayNotGiveIsDropped() throws Exception {
    Jwt mapped =
        decoder.decode(
            ministry.token(
                MINISTRY,
                Map.of(
                    "employee",
                    "1",
                    "realm_access",
                    Map.of("roles", List.of("boss", "secretariat", "mission-staff")))));
    Jwt plain =
        decoder.decode(
            conference.token(
                CONFERENCE,
                Map.of("sub", "1", "aud", "desk", "roles", List.of("secretariat", "bureau"))));

    assertThat(mapped.getClaimAsStringList("roles")).containsExactly("delegation");
    assertThat(plain.getClaimAsStringList("roles")).containsExactly("bureau");
  }

  @Test
  void whatAnIssuerPutsUnderOurNamesReachesNobodyWhereItsSettingsGiveOthers() throws Exception {
    Jwt token =
        decoder.decode(
            ministry.token(
                MINISTRY,
                Map.of(
                    "employee",
                    "1",
                    "account",
                    "secretariat",
                    "roles",
                    List.of("delegation"),
                    "participant",
                    "br",
                    "duties",
                    List.of("contact-point"))));

    assertThat(token.getClaimAsString("account")).isEqualTo("ministry:1");
    assertThat(token.getClaimAsStringList("roles")).isEmpty();
    assertThat(token.getClaims()).doesNotContainKeys("participant", "duties");
  }

  @Test
  void aTokenOfAnUnknownIssuerIsRefused() throws Exception {
    String token = ours.token("https://elsewhere.example.org", Map.of("sub", "eg"));

    assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(token));
  }

  @Test
  void theKeysOfOneIssuerDoNotAnswerForAnother() throws Exception {
    String token =
        ministry.token(OURS, Map.of("sub", "secretariat", "roles", List.of("secretariat")));

    assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(token));
  }

  @Test
  void aTokenForAnotherProgramIsRefusedByTheAudienceOfItsIssuer() throws Exception {
    String token = conference.token(CONFERENCE, Map.of("sub", "1", "aud", "rapporteur"));

    assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(token));
  }

  @Test
  void aTokenThatNamesNoAccountIsRefused() throws Exception {
    String token = ministry.token(MINISTRY, Map.of("sub", "someone"));

    assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(token));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.b.c", "{}", "eyJhbGciOiJub25lIn0.e30."})
  void whatIsNoTokenIsRefused(String token) {
    assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(token));
  }

  @Test
  void settingsWithoutAnIssuerAreRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new AccessProperties(null, null, null, List.of()))
        .withMessageStartingWith("rapporteur.access.issuer: missing (expected: ");
  }

  @Test
  void settingsInWhichOneIssuerCouldSpeakAsAnotherAreRefusedAllFaultsAtOnce() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () ->
                new AccessProperties(
                    URI.create(OURS), null, null, List.of(plain(MINISTRY), plain(OURS))))
        .withMessageContaining(MINISTRY + " with account-prefix ''")
        .withMessageContaining(OURS + " (expected: each issuer once)");
  }

  private static TrustedIssuer plain(String issuer) {
    return new TrustedIssuer(
        URI.create(issuer), null, null, Set.of(Role.DELEGATION), "", TrustedIssuer.Claims.OURS);
  }
}
